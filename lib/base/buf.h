/* buf.h - bytes that grow, in an arena.
 *
 * Invariants: DATA has LEN bytes and a NUL after them.  A buffer never grows
 * past MAX: an append that would exceed it adds nothing and sets FULL, which
 * stays set.  The arena owns the memory; the caller frees nothing.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct buf {
	struct arena *arena;
	char *data;
	size_t len;
	size_t cap;
	size_t max;
	bool full;
};

/* Makes B an empty buffer in A with room for SIZE bytes.  B can grow to MAX
 * bytes. */
void buf_init(struct buf *b, struct arena *a, size_t size, size_t max);

/* Append to B: N bytes; a string; a character; the text that printf(3) makes.
 * An append that would pass MAX only sets FULL. */
void buf_put(struct buf *b, const void *data, size_t n);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Forgets the content, keeps the memory and clears FULL. */
void buf_clear(struct buf *b);

#endif
