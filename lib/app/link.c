/* link.c - signed links to a booking. */
#include "app/link.h"

#include "app/cx.h"
#include "base/token.h"

struct link {
	int64_t booking_id;
	int64_t ends;
	unsigned char mac[CRYPT_MAC_SIZE];
};
_Static_assert(sizeof(struct link) == 32, "no padding");

const char *
link_make(struct cx *cx, int64_t booking_id)
{
	struct link l = {.booking_id = booking_id, .ends = cx->now + LINK_AGE};
	const struct crypt_part part = {&l, offsetof(struct link, mac)};
	char *text = arena_alloc(cx->arena, TOKEN_B64_SIZE(sizeof(l)));

	crypt_mac(&cx->app->keys, "link", &part, 1, l.mac);
	token_b64(&l, sizeof(l), text);
	return text;
}

enum err
link_read(struct cx *cx, const char *v, int64_t *booking_id)
{
	struct link l;
	const struct crypt_part part = {&l, offsetof(struct link, mac)};

	if (!token_b64_read(v, &l, sizeof(l)) ||
	    !crypt_mac_ok(&cx->app->keys, "link", &part, 1, l.mac))
		return ERR_MISSING;
	if (l.ends < cx->now)
		return ERR_LAPSED;
	*booking_id = l.booking_id;
	return OK;
}
