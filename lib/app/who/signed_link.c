/* signed_link.c - signed links to a booking. */
#include "app/who/signed_link.h"

#include "app/who/signed.h"

struct signed_link {
	int64_t booking_id;
	int64_t ends;
};

const char *
signed_link_make(struct cx *cx, int64_t booking_id)
{
	const struct signed_link l = {booking_id, cx->now + SIGNED_LINK_AGE};

	return signed_make(cx, "link", &l, sizeof(l), NULL, 0);
}

enum err
signed_link_read(struct cx *cx, const char *v, int64_t *booking_id)
{
	size_t n;
	const struct signed_link *l = signed_read(cx, "link", v, &n, NULL, 0);

	if (l == NULL || n != sizeof(*l))
		return ERR_MISSING;
	if (l->ends < cx->now)
		return ERR_LAPSED;
	*booking_id = l->booking_id;
	return OK;
}
