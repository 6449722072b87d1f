/* next.c - where people go after they have signed in. */
#include "app/who/next.h"

#include <string.h>

#include "app/core/endpoint.h"

static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			    "abcdefghijklmnopqrstuvwxyz0123456789-_.~=&%+";

bool
next_known(const struct cx *cx, const char *name, size_t n)
{
	const char *const *p =
	    endpoint_staff(cx->app->endpoint) ? next_staff : next_applicant;

	for (; *p != NULL; p++)
		if (strlen(*p) == n && strncmp(*p, name, n) == 0)
			return true;
	return false;
}

const char *
next_read(struct cx *cx, size_t index)
{
	const char *next, *q;
	char *out, *p;
	size_t len;

	next = field_text(&cx->field, index);
	len = strcspn(next, "?");
	q = next + len;
	if (!next_known(cx, next, len))
		return "";
	if (*q == '?')
		q++;
	if (q[strspn(q, plain)] != '\0')
		return "";
	p = out = arena_alloc(cx->arena, strlen(next) + 1);
	memcpy(p, next, len);
	p += len;
	for (char sep = '?'; *q != '\0'; q += *q == '&') {
		size_t n = strcspn(q, "&");

		if (n > 0 && !cx_is_lang(q)) {
			*p++ = sep;
			memcpy(p, q, n);
			p += n;
			sep = '&';
		}
		q += n;
	}
	return out;
}
