/* bytes.c - bytes as text, and text as people type it. */
#include "base/bytes.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#define BITS 5 /* bits of a base-32 symbol */

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* The value 0..31 of the base-32 symbol C as typed, -1 if C is none. */
static int
symbol(char c)
{
	const char *p;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'O')
		c = '0';
	if (c == 'I' || c == 'L')
		c = '1';
	p = c == '\0' ? NULL : strchr(crockford, c);
	return p == NULL ? -1 : (int)(p - crockford);
}

void
bytes_b32(const void *bytes, size_t n, char *out)
{
	const unsigned char *p = bytes;
	unsigned held = 0, acc = 0;

	for (size_t i = 0; i < n; i++) {
		acc = (acc << 8 | p[i]) & 0xffff;
		for (held += 8; held >= BITS; held -= BITS)
			*out++ = crockford[acc >> (held - BITS) & 31];
	}
	if (held > 0)
		*out++ = crockford[acc << (BITS - held) & 31];
	*out = '\0';
}

bool
bytes_b32_read(const char *s, void *bytes, size_t n)
{
	unsigned char *out = bytes;
	unsigned held = 0, acc = 0;

	if (strlen(s) != BYTES_B32_SIZE(n) - 1)
		return false;
	for (; *s != '\0'; s++) {
		int v = symbol(*s);

		if (v < 0)
			return false;
		acc = (acc << BITS | (unsigned)v) & 0xffff;
		held += BITS;
		if (held >= 8) {
			held -= 8;
			*out++ = (unsigned char)(acc >> held);
		}
	}
	return (acc & ((1u << held) - 1)) == 0;
}

/* The Luhn algorithm for base 32.  Every other value, the last one first, is
 * doubled, and the product is replaced by the sum of its two base-32 digits.
 * The check symbol makes the sum of all values a multiple of 32. */
char
bytes_b32_check(const char *symbols, size_t n)
{
	int sum = 0;

	for (int factor = 2; n > 0; factor = 3 - factor) {
		int v = symbol(symbols[--n]) * factor;

		sum += v / 32 + v % 32;
	}
	return crockford[(32 - sum % 32) % 32];
}

bool
bytes_b32_typed(const char *typed, size_t n, char *out)
{
	char code[BYTES_TYPED_MAX + 1];
	size_t count = 0;

	assert(n >= 2 && n <= BYTES_TYPED_MAX);
	for (; *typed != '\0'; typed++) {
		int v = symbol(*typed);

		if (strchr(" -\t\r\n", *typed) != NULL)
			continue;
		if (v < 0 || count == n)
			return false;
		code[count++] = crockford[v];
	}
	code[count] = '\0';
	if (count != n || code[n - 1] != bytes_b32_check(code, n - 1))
		return false;
	memcpy(out, code, n + 1);
	return true;
}

void
bytes_b64url(const void *bytes, size_t n, char *out)
{
	sodium_bin2base64(out, BYTES_B64URL_SIZE(n), bytes, n,
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

void
bytes_b64(const void *bytes, size_t n, char *out)
{
	sodium_bin2base64(
	    out, BYTES_B64_SIZE(n), bytes, n, sodium_base64_VARIANT_ORIGINAL);
}

bool
bytes_b64url_read(const char *s, void *bytes, size_t n)
{
	size_t have;

	/* libsodium 1.0.18 reads some bytes above 0x7f as letters */
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p > 0x7f)
			return false;
	return sodium_base642bin(bytes, n, s, strlen(s), NULL, &have, NULL,
		   sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
	       have == n;
}
