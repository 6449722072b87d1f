/* buf.c - bytes that grow, in an arena. */
#include "base/buf.h"

#include <stdio.h>
#include <string.h>

void
buf_init(struct buf *b, struct arena *a, size_t size, size_t max)
{
	*b = (struct buf){.arena = a, .max = max};
	b->cap = size < 16 ? 16 : size;
	b->data = arena_raw(a, b->cap);
	b->data[0] = '\0';
}

/* Makes room for N more bytes and a NUL.  If the buffer would pass MAX, it sets
 * FULL and returns false. */
static bool
buf_room(struct buf *b, size_t n)
{
	size_t cap = b->cap;
	char *p;

	if (b->full || n > b->max - b->len) {
		b->full = true;
		return false;
	}
	if (b->len + n < cap)
		return true;
	while (cap <= b->len + n)
		cap *= 2;
	p = arena_raw(b->arena, cap);
	memcpy(p, b->data, b->len);
	b->data = p;
	b->cap = cap;
	return true;
}

void
buf_put(struct buf *b, const void *data, size_t n)
{
	bool fits = n < b->cap - b->len && n <= b->max - b->len;

	/* usually the bytes fit, and buf_room() need not be called */
	if (n == 0 || ((!fits || b->full) && !buf_room(b, n)))
		return;
	memcpy(b->data + b->len, data, n);
	b->len += n;
	b->data[b->len] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_putc(struct buf *b, char c)
{
	buf_put(b, &c, 1);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	size_t room = b->cap - b->len;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(b->data + b->len, room, fmt, ap);
	va_end(ap);
	if (n >= 0 && buf_room(b, (size_t)n)) {
		if ((size_t)n >= room) {
			va_start(ap, fmt);
			vsnprintf(b->data + b->len, (size_t)n + 1, fmt, ap);
			va_end(ap);
		}
		b->len += (size_t)n;
	}
	b->data[b->len] = '\0'; /* drops a text that passed MAX */
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	b->full = false;
	b->data[0] = '\0';
}
