/* arena.h - memory with the life of one request.
 *
 * Invariants: every block handed out is aligned for any object and, except that
 * of arena_raw(), zeroed.  No block is freed singly: arena_reset() runs the
 * deferred clean-ups, the last registered first, and makes all memory handed
 * out invalid.  The functions never return NULL.  When memory runs out, the
 * arena logs one line and ends the process, and the supervisor starts a new
 * process.  An arena belongs to one thread.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct arena_block;
struct arena_defer;

struct arena {
	struct arena_block *block; /* block in use; links to the older blocks */
	struct arena_defer *defer; /* clean-ups, the last registered first */
	size_t used;               /* bytes handed out since the last reset */
};

/* Makes an empty arena whose first block holds SIZE bytes.  A reset keeps this
 * block; arena_free() frees it. */
void arena_init(struct arena *a, size_t size);

/* Returns N zeroed bytes.  N = 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t n) __attribute__((malloc));

/* Returns N bytes that are not zeroed, for a caller that writes all of them. */
void *arena_raw(struct arena *a, size_t n) __attribute__((malloc));

/* Return a NUL-terminated string in A: a copy of S; a copy of the first N bytes
 * of S, which has at least N bytes; the text that printf(3) makes of FMT. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Returns the N strings of PART joined, in A.  ARENA_JOIN takes the strings as
 * arguments: ARENA_JOIN(a, name, "-", suffix).  A join is ten times as fast as
 * arena_printf(); use it for texts that a page has many times. */
char *arena_join(struct arena *a, const char *const *part, size_t n);
#define ARENA_JOIN(a, ...)                                                     \
	arena_join((a), (const char *const[]){__VA_ARGS__},                    \
	    sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* Returns the decimal digits of N, with '-' if N is negative. */
char *arena_number(struct arena *a, int64_t n);

/* Registers a clean-up: the next reset or free calls FN(ARG). */
void arena_defer(struct arena *a, void (*fn)(void *), void *arg);

/* Runs the clean-ups and frees all memory except the first block. */
void arena_reset(struct arena *a);

/* Runs the clean-ups and frees all memory.  Only arena_init() makes the arena
 * usable again. */
void arena_free(struct arena *a);

/* Makes the C library give its freed memory back to the system.  Call it once,
 * after a start that allocated much memory and freed it. */
void arena_trim(void);

/* One zeroed object of TYPE; an array of N zeroed objects of TYPE. */
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n)                                                \
	((type *)arena_alloc_array((a), (n), sizeof(type)))

/* Returns N zeroed objects of SIZE bytes.  If N * SIZE overflows, the process
 * ends as if memory had run out. */
void *arena_alloc_array(struct arena *a, size_t n, size_t size);

#endif
