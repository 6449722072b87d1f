/* pending.c - keeps a form while its sender signs in. */
#include "app/who/pending.h"

#include <string.h>

#include "base/buf.h"

/* The bytes of a kept form: the instant when it was kept (MADE bytes), then the
 * program, then name and value of each field, each ended by NUL. */
#define MADE sizeof(int64_t)

bool
pending_any(const struct cx *cx)
{
	const struct field_pair *pair;

	for (size_t i = 0; i < cx->app->endpoint->field_count; i++)
		if (!cx->field.spec[i].hidden &&
		    field_pairs(&cx->field, i, &pair) > 0)
			return true;
	return false;
}

static void
put(struct buf *out, const char *text)
{
	buf_put(out, text, strlen(text) + 1);
}

const char *
pending_make(struct cx *cx)
{
	const struct endpoint *ep = cx->app->endpoint;
	const struct field_pair *pair;
	struct buf out;

	if (!pending_any(cx))
		return "";
	buf_init(&out, cx->arena, 1024, PENDING_BYTES);
	buf_put(&out, &cx->now, MADE);
	put(&out, ep->name);
	for (size_t f = 0; f < ep->field_count; f++) {
		int n = cx->field.spec[f].fleeting
		            ? 0
		            : field_pairs(&cx->field, f, &pair);

		for (int i = 0; i < n; i++) {
			put(&out, pair[i].name);
			put(&out, pair[i].value);
		}
	}
	return out.full
	           ? ""
	           : signed_make(cx, "pending", out.data, out.len, NULL, 0);
}

/* Returns the text at *P and moves *P behind the NUL of that text; returns NULL
 * if there is no NUL before END. */
static const char *
next_text(const char **p, const char *end)
{
	const char *text = *p, *nul = memchr(text, '\0', (size_t)(end - text));

	if (nul == NULL)
		return NULL;
	*p = nul + 1;
	return text;
}

/* Splits the bytes from P to END into OUT; false if they are not complete. */
static bool
split(const char *p, const char *end, struct pending *out)
{
	*out = (struct pending){.program = next_text(&p, end)};
	if (out->program == NULL)
		return false;
	while (p < end) {
		const char *name = next_text(&p, end);
		const char *value = name == NULL ? NULL : next_text(&p, end);

		if (value == NULL || out->count == FIELD_PAIRS)
			return false;
		out->field[out->count].name = name;
		out->field[out->count++].value = value;
	}
	return true;
}

bool
pending_read(struct cx *cx, const char *text, struct pending *out)
{
	size_t n;
	const char *bytes = signed_read(cx, "pending", text, &n, NULL, 0);
	int64_t made;

	if (bytes == NULL || n <= MADE)
		return false;
	memcpy(&made, bytes, MADE);
	return made <= cx->now && cx->now <= made + PENDING_AGE &&
	       split(bytes + MADE, bytes + n, out);
}
