/* arena.c - memory with the life of one request. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/log.h"

struct arena_block {
	struct arena_block *older;
	size_t size;
	size_t used;
	alignas(max_align_t) char data[];
};

struct arena_defer {
	struct arena_defer *older;
	void (*fn)(void *);
	void *arg;
};

static void
out_of_memory(size_t n)
{
	log_fault("memory", "want=%zu", n);
	_exit(71);
}

static struct arena_block *
block_new(size_t size, struct arena_block *older)
{
	struct arena_block *b = NULL;

	if (size <= SIZE_MAX - sizeof(*b))
		b = malloc(sizeof(*b) + size);
	if (b == NULL)
		out_of_memory(size);
	b->older = older;
	b->size = size;
	b->used = 0;
	return b;
}

void
arena_init(struct arena *a, size_t size)
{
	*a = (struct arena){.block = block_new(size, NULL)};
}

void *
arena_raw(struct arena *a, size_t n)
{
	const size_t align = alignof(max_align_t);
	struct arena_block *b = a->block;
	void *p;

	if (n > SIZE_MAX - align)
		out_of_memory(n);
	n = (n + align - 1) / align * align;
	if (b->size - b->used < n) {
		size_t size = b->size * 2;

		a->block = b = block_new(size > n ? size : n, b);
	}
	p = b->data + b->used;
	b->used += n;
	a->used += n;
	return p;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	return memset(arena_raw(a, n), 0, n);
}

void *
arena_alloc_array(struct arena *a, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		out_of_memory(SIZE_MAX);
	return arena_alloc(a, bytes);
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p = arena_raw(a, n + 1);

	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

/* Formats into the free rest of the block.  Only a text that does not fit there
 * is formatted a second time, into a new block. */
char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	struct arena_block *b = a->block;
	size_t room = b->size - b->used;
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(b->data + b->used, room, fmt, again);
	va_end(again);
	if (n < 0)
		out_of_memory(0);
	p = arena_raw(a, (size_t)n + 1);
	if ((size_t)n >= room)
		vsnprintf(p, (size_t)n + 1, fmt, ap);
	return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}

char *
arena_join(struct arena *a, const char *const *part, size_t n)
{
	size_t len = 0;
	char *s, *p;

	for (size_t i = 0; i < n; i++)
		len += strlen(part[i]);
	s = p = arena_raw(a, len + 1);
	for (size_t i = 0; i < n; i++) {
		size_t k = strlen(part[i]);

		memcpy(p, part[i], k);
		p += k;
	}
	*p = '\0';
	return s;
}

char *
arena_number(struct arena *a, int64_t n)
{
	uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
	char digits[24], *end = digits + sizeof(digits), *p = end;

	do
		*--p = (char)('0' + u % 10);
	while ((u /= 10) > 0);
	if (n < 0)
		*--p = '-';
	return arena_strndup(a, p, (size_t)(end - p));
}

void
arena_defer(struct arena *a, void (*fn)(void *), void *arg)
{
	struct arena_defer *d = ARENA_NEW(a, struct arena_defer);

	d->fn = fn;
	d->arg = arg;
	d->older = a->defer;
	a->defer = d;
}

void
arena_reset(struct arena *a)
{
	while (a->defer != NULL) {
		struct arena_defer *d = a->defer;

		a->defer = d->older;
		d->fn(d->arg);
	}
	while (a->block->older != NULL) {
		struct arena_block *b = a->block;

		a->block = b->older;
		free(b);
	}
	a->block->used = 0;
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	arena_reset(a);
	free(a->block);
	a->block = NULL;
}

void
arena_trim(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
