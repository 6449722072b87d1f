/* utf8.c - text as people type it. */
#include "base/utf8.h"

#include <string.h>

/* Returns the length of the valid UTF-8 sequence at S and stores its code point
 * in *CP; returns 0 if none begins there or if it is longer than N bytes. */
static size_t
sequence(const unsigned char *s, size_t n, uint32_t *cp)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t len;
	uint32_t c;

	if (n == 0)
		return 0;
	if (s[0] < 0x80) {
		*cp = s[0];
		return 1;
	}
	if ((s[0] & 0xe0) == 0xc0) {
		len = 2;
		c = s[0] & 0x1f;
	} else if ((s[0] & 0xf0) == 0xe0) {
		len = 3;
		c = s[0] & 0x0f;
	} else if ((s[0] & 0xf8) == 0xf0) {
		len = 4;
		c = s[0] & 0x07;
	} else {
		return 0;
	}
	if (len > n)
		return 0;
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3f);
	}
	if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*cp = c;
	return len;
}

bool
utf8_valid(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	uint32_t cp;

	while (n > 0) {
		size_t len = sequence(p, n, &cp);

		if (len == 0)
			return false;
		p += len;
		n -= len;
	}
	return true;
}

bool
utf8_has_control(const char *s, size_t n, const char *allow)
{
	const unsigned char *p = (const unsigned char *)s;

	for (size_t i = 0; i < n; i++) {
		if (p[i] == 0)
			return true;
		if ((p[i] < ' ' || p[i] == 0x7f) && strchr(allow, p[i]) == NULL)
			return true;
		if (p[i] == 0xc2 && i + 1 < n && p[i + 1] < 0xa0)
			return true;
	}
	return false;
}

bool
utf8_plain(const char *s)
{
	while (*s > ' ' && *s < 0x7f)
		s++;
	return *s == '\0';
}

uint32_t
utf8_next(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	uint32_t cp = 0;
	size_t len;

	if (*p == 0)
		return 0;
	len = sequence(p, strnlen(*s, 4), &cp);
	if (len == 0) {
		(*s)++;
		return 0xfffd;
	}
	*s += len;
	return cp;
}

size_t
utf8_count(const char *s)
{
	size_t n = 0;

	while (utf8_next(&s) != 0)
		n++;
	return n;
}

static size_t
encode(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

static bool
blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 ||
	       c == 0x3000 || (c >= 0x2000 && c <= 0x200b) || c == 0xfeff;
}

static uint32_t
lower(uint32_t c)
{
	if (c >= 0xff01 && c <= 0xff5e) /* full-width forms */
		c -= 0xff01 - 0x21;
	if (c >= 'A' && c <= 'Z')
		return c + 32;
	if (c >= 0xc0 && c <= 0xde && c != 0xd7) /* Latin-1 */
		return c + 32;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177))
		return c | 1; /* Latin Extended-A: capital even, small odd */
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e))
		return c % 2 == 1 ? c + 1 : c; /* capital odd, small even */
	return c;
}

static size_t
copy(const char *s, char *out, size_t size, bool fold)
{
	size_t n = 0;
	bool gap = false;
	uint32_t c;

	if (size == 0)
		return 0;
	while ((c = utf8_next(&s)) != 0) {
		char enc[4];
		size_t len;

		if (blank(c)) {
			gap = n > 0;
			continue;
		}
		len = encode(fold ? lower(c) : c, enc);
		if (n + gap + len >= size)
			break;
		if (gap)
			out[n++] = ' ';
		gap = false;
		memcpy(out + n, enc, len);
		n += len;
	}
	out[n] = '\0';
	return n;
}

size_t
utf8_squeeze(const char *s, char *out, size_t size)
{
	return copy(s, out, size, false);
}

size_t
utf8_fold(const char *s, char *out, size_t size)
{
	return copy(s, out, size, true);
}
