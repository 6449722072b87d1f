/* token.c - booking codes and bytes written as text. */
#include "base/token.h"

#include <sodium.h>
#include <string.h>

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
static const char base64url[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* The value 0..31 of a symbol as typed, -1 if it is none. */
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

/* Luhn mod 32: from the right every other value is doubled, its two base-32
 * digits added; the check symbol makes the sum a multiple of 32. */
static char
check(const char *code)
{
	int sum = 0;

	for (int i = 7, factor = 2; i >= 0; i--, factor = 3 - factor) {
		int v = symbol(code[i]) * factor;

		sum += v / 32 + v % 32;
	}
	return crockford[(32 - sum % 32) % 32];
}

void
token_code(char out[TOKEN_CODE_SIZE])
{
	unsigned char r[8];

	randombytes_buf(r, sizeof(r));
	for (int i = 0; i < 8; i++)
		out[i] = crockford[r[i] % 32];
	out[8] = check(out);
	out[9] = '\0';
}

bool
token_code_read(const char *typed, char out[TOKEN_CODE_SIZE])
{
	char code[TOKEN_CODE_SIZE];
	size_t n = 0;

	for (; *typed != '\0'; typed++) {
		int v;

		if (*typed == ' ' || *typed == '-' || *typed == '\t' ||
		    *typed == '\r' || *typed == '\n')
			continue;
		v = symbol(*typed);
		if (v < 0 || n == TOKEN_CODE_SIZE - 1)
			return false;
		code[n++] = crockford[v];
	}
	code[n] = '\0';
	if (n != TOKEN_CODE_SIZE - 1 || code[8] != check(code))
		return false;
	memcpy(out, code, sizeof(code));
	return true;
}

void
token_code_show(const char *code, char out[TOKEN_SHOWN_SIZE])
{
	memcpy(out, code, 4);
	out[4] = '-';
	memcpy(out + 5, code + 4, 4);
	out[9] = '-';
	out[10] = code[8];
	out[11] = '\0';
}

/* Writes N bytes BITS at a time, most significant first. */
static void
write_bits(const unsigned char *p, size_t n, const char *alphabet,
    unsigned bits, char *out)
{
	unsigned held = 0, acc = 0;

	for (size_t i = 0; i < n; i++) {
		acc = (acc << 8 | p[i]) & 0xffff;
		for (held += 8; held >= bits; held -= bits)
			*out++ =
			    alphabet[acc >> (held - bits) & ((1u << bits) - 1)];
	}
	if (held > 0)
		*out++ = alphabet[acc << (bits - held) & ((1u << bits) - 1)];
	*out = '\0';
}

/* Reads text of exactly N bytes, VALUE giving each symbol's value or -1. */
static bool
read_bits(const char *s, int (*value)(char), unsigned bits, unsigned char *out,
    size_t n)
{
	size_t len = strlen(s), have = 0;
	unsigned held = 0, acc = 0;

	if (len != (n * 8 + bits - 1) / bits)
		return false;
	for (size_t i = 0; i < len; i++) {
		int v = value(s[i]);

		if (v < 0)
			return false;
		acc = (acc << bits | (unsigned)v) & 0xffff;
		held += bits;
		if (held >= 8) {
			held -= 8;
			out[have++] = (unsigned char)(acc >> held);
		}
	}
	return have == n && (acc & ((1u << held) - 1)) == 0;
}

static int
value64(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '-' ? 62 : c == '_' ? 63 : -1;
}

void
token_b64(const void *bytes, size_t n, char *out)
{
	write_bits(bytes, n, base64url, 6, out);
}

void
token_b32(const void *bytes, size_t n, char *out)
{
	write_bits(bytes, n, crockford, 5, out);
}

bool
token_b64_read(const char *s, void *bytes, size_t n)
{
	return read_bits(s, value64, 6, bytes, n);
}

bool
token_b32_read(const char *s, void *bytes, size_t n)
{
	return read_bits(s, symbol, 5, bytes, n);
}
