/* signed.c - signed bytes that go to a browser and come back. */
#include "app/who/signed.h"

#include <string.h>

/* Lists the parts of data that the MAC covers: DATA, then WITH. */
static size_t
parts(const void *data, size_t n, const struct crypt_part *with, size_t withs,
    struct crypt_part part[1 + SIGNED_WITHS])
{
	part[0] = (struct crypt_part){data, n};
	for (size_t i = 0; i < withs; i++)
		part[1 + i] = with[i];
	return 1 + withs;
}

char *
signed_make(const struct cx *cx, const char *use, const void *data, size_t n,
    const struct crypt_part *with, size_t withs)
{
	unsigned char *bytes = arena_alloc(cx->arena, n + CRYPT_MAC_SIZE);
	char *text = arena_alloc(cx->arena, SIGNED_TEXT(n) + 1);
	struct crypt_part part[1 + SIGNED_WITHS];

	memcpy(bytes, data, n);
	crypt_mac(&cx->app->keys, use, part, parts(data, n, with, withs, part),
	    bytes + n);
	bytes_b64url(bytes, n + CRYPT_MAC_SIZE, text);
	return text;
}

void *
signed_read(const struct cx *cx, const char *use, const char *text, size_t *n,
    const struct crypt_part *with, size_t withs)
{
	size_t all = strlen(text) * 3 / 4, len = all - CRYPT_MAC_SIZE;
	struct crypt_part part[1 + SIGNED_WITHS];
	unsigned char *bytes;

	if (all < CRYPT_MAC_SIZE)
		return NULL;
	bytes = arena_alloc(cx->arena, all + 1);
	if (!bytes_b64url_read(text, bytes, all) ||
	    !crypt_mac_ok(&cx->app->keys, use, part,
		parts(bytes, len, with, withs, part), bytes + len))
		return NULL;
	bytes[len] = '\0';
	*n = len;
	return bytes;
}
