/* arena.c - an arena that gives each object a heap block of its own. */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

struct arena_block {
	struct arena_block *older;
	void *object;
};

struct arena_defer {
	struct arena_defer *older;
	void (*fn)(void *);
	void *arg;
};

void
arena_init(struct arena *a, size_t size)
{
	(void)size;
	*a = (struct arena){0};
}

void *
arena_alloc(struct arena *a, size_t n)
{
	struct arena_block *b = malloc(sizeof(*b));

	HOLDS(b != NULL);
	b->object = calloc(1, n == 0 ? 1 : n);
	HOLDS(b->object != NULL);
	b->older = a->block;
	a->block = b;
	a->used += n;
	return b->object;
}

/* Filled with bytes that are not zero, to show code that relies on zeros. */
void *
arena_raw(struct arena *a, size_t n)
{
	return memset(arena_alloc(a, n), 0xA5, n);
}

void *
arena_alloc_array(struct arena *a, size_t n, size_t size)
{
	HOLDS(size == 0 || n <= SIZE_MAX / size);
	return arena_alloc(a, n * size);
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p = arena_alloc(a, n + 1);

	memcpy(p, s, n);
	return p;
}

char *
arena_join(struct arena *a, const char *const *part, size_t n)
{
	size_t len = 0;
	char *p, *end;

	for (size_t i = 0; i < n; i++)
		len += strlen(part[i]);
	p = end = arena_alloc(a, len + 1);
	for (size_t i = 0; i < n; i++) {
		memcpy(end, part[i], strlen(part[i]));
		end += strlen(part[i]);
	}
	return p;
}

char *
arena_number(struct arena *a, int64_t n)
{
	return arena_printf(a, "%lld", (long long)n);
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	HOLDS(n >= 0);
	p = arena_alloc(a, (size_t)n + 1);
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

void
arena_defer(struct arena *a, void (*fn)(void *), void *arg)
{
	struct arena_defer *d = malloc(sizeof(*d));

	HOLDS(d != NULL);
	*d = (struct arena_defer){a->defer, fn, arg};
	a->defer = d;
}

void
arena_reset(struct arena *a)
{
	while (a->defer != NULL) {
		struct arena_defer *d = a->defer;

		a->defer = d->older;
		d->fn(d->arg);
		free(d);
	}
	while (a->block != NULL) {
		struct arena_block *b = a->block;

		a->block = b->older;
		free(b->object);
		free(b);
	}
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	arena_reset(a);
}

void
arena_trim(void)
{
}
