/* pending.c - a form that waits for its sender to sign in. */
#include "app/who/pending.h"

#include <string.h>

#include "app/core/endpoint.h"
#include "app/who/signed.h"

/* The instant it was made; behind it the program and NAME=VALUE, a line each.
 */
#define MADE sizeof(int64_t)
#define BYTES_MAX 1184

_Static_assert(SIGNED_TEXT(BYTES_MAX) <= PENDING_TEXT, "fits");

const char *
pending_make(struct cx *cx)
{
	const struct endpoint *ep = cx->app->endpoint;
	const char *lines = ep->name;
	const struct field_pair *pair;
	char bytes[BYTES_MAX];
	size_t n;

	if (ep->kept == NULL)
		return "";
	for (const int *f = ep->kept; *f >= 0; f++)
		for (int i = 0, m = field_pairs(&cx->field, (size_t)*f, &pair);
		     i < m; i++)
			lines = ARENA_JOIN(cx->arena, lines, "\n", pair[i].name,
			    "=", pair[i].value);
	n = strlen(lines);
	if (n == strlen(ep->name) || n > sizeof(bytes) - MADE)
		return "";
	memcpy(bytes, &cx->now, MADE);
	memcpy(bytes + MADE, lines, n);
	return signed_make(cx, "pending", bytes, MADE + n, NULL, 0);
}

/* Cuts LINES, which are ours, into OUT. */
static bool
cut(char *lines, struct pending *out)
{
	char *line = strchr(lines, '\n');

	*out = (struct pending){.program = lines};
	while (line != NULL) {
		char *name = line + 1, *value = strchr(name, '=');

		*line = '\0';
		line = strchr(name, '\n');
		if (value == NULL || out->count == PENDING_FIELDS)
			return false;
		*value++ = '\0';
		out->field[out->count].name = name;
		out->field[out->count++].value = value;
	}
	return true;
}

bool
pending_read(struct cx *cx, const char *text, struct pending *out)
{
	size_t n;
	char *bytes = signed_read(cx, "pending", text, &n, NULL, 0);
	int64_t made;

	if (bytes == NULL || n <= MADE || n > BYTES_MAX)
		return false;
	memcpy(&made, bytes, MADE);
	return made <= cx->now && cx->now <= made + PENDING_AGE &&
	       cut(bytes + MADE, out);
}
