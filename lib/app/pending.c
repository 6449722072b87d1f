/* pending.c - a form that waits for its sender to sign in. */
#include "app/pending.h"

#include <stddef.h>
#include <string.h>

#include "app/cx.h"
#include "app/endpoint.h"
#include "base/token.h"

/* The head; behind it the program and NAME=VALUE, a line each. */
struct head {
	int64_t made;
	unsigned char mac[CRYPT_MAC_SIZE];
};
#define BYTES_MAX 880
#define LINES_MAX (BYTES_MAX - sizeof(struct head))

_Static_assert(TOKEN_B64_SIZE(BYTES_MAX) - 1 <= PENDING_TEXT, "fits");

static void
parts(const struct head *h, const char *lines, size_t n,
    struct crypt_part part[2])
{
	part[0] = (struct crypt_part){h, offsetof(struct head, mac)};
	part[1] = (struct crypt_part){lines, n};
}

/* TEXT and a line for the item of a field, if it came without fault. */
static const char *
add(struct cx *cx, const char *text, size_t index, int item)
{
	const struct field *spec = &cx->field.spec[index];
	const struct field_value *v = field_at(&cx->field, index, item);

	if (!v->given || v->error != NULL)
		return text;
	if (spec->items == 0)
		return arena_printf(
		    cx->arena, "%s\n%s=%s", text, spec->name, v->typed);
	return arena_printf(
	    cx->arena, "%s\n%s-%d=%s", text, spec->name, item, v->typed);
}

const char *
pending_make(struct cx *cx)
{
	const struct endpoint *ep = cx->app->endpoint;
	struct head head = {.made = cx->now};
	unsigned char bytes[BYTES_MAX];
	struct crypt_part part[2];
	const char *lines = ep->name;
	char *text;
	size_t n;

	if (ep->kept == NULL)
		return "";
	for (const int *k = ep->kept; *k >= 0; k++)
		for (int i = 0; i < 1 || i < cx->field.spec[*k].items; i++)
			lines = add(cx, lines, (size_t)*k, i);
	n = strlen(lines);
	if (n == strlen(ep->name) || n > LINES_MAX)
		return "";
	parts(&head, lines, n, part);
	crypt_mac(&cx->app->keys, "pending", part, 2, head.mac);
	memcpy(bytes, &head, sizeof(head));
	memcpy(bytes + sizeof(head), lines, n);
	text = arena_alloc(cx->arena, TOKEN_B64_SIZE(sizeof(head) + n));
	token_b64(bytes, sizeof(head) + n, text);
	return text;
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
	size_t n = strlen(text) * 3 / 4;
	struct crypt_part part[2];
	struct head head;
	char *bytes;

	if (n <= sizeof(head) || n > BYTES_MAX)
		return false;
	bytes = arena_alloc(cx->arena, n + 1);
	if (!token_b64_read(text, bytes, n))
		return false;
	bytes[n] = '\0';
	memcpy(&head, bytes, sizeof(head));
	parts(&head, bytes + sizeof(head), n - sizeof(head), part);
	return crypt_mac_ok(&cx->app->keys, "pending", part, 2, head.mac) &&
	       head.made <= cx->now && cx->now <= head.made + PENDING_AGE &&
	       cut(bytes + sizeof(head), out);
}
