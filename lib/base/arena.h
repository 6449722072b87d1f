/* arena.h - memory with the life of one request.
 *
 * Invariants: everything allocated is aligned for any object and zeroed;
 * nothing is freed singly; arena_reset() runs the deferred clean-ups, last
 * first, and makes all memory handed out invalid.  Out of memory is not an
 * error to handle: the arena logs one line and ends the process, and the
 * supervisor starts a new one.  An arena belongs to one thread.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct arena_block;
struct arena_defer;

struct arena {
	struct arena_block *block; /* the one in use; older ones behind it */
	struct arena_defer *defer; /* clean-ups, last first */
	size_t used;               /* bytes handed out since the last reset */
};

/* Makes an empty arena whose first block holds SIZE bytes (kept by reset). */
void arena_init(struct arena *a, size_t size);

/* Returns N zeroed bytes; never NULL.  N = 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t n) __attribute__((malloc));

/* N bytes that are not zeroed, for a caller that writes all of them. */
void *arena_raw(struct arena *a, size_t n) __attribute__((malloc));

/* Copies: S up to its NUL; N bytes of S and a NUL; formatted text. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Joins strings: ARENA_JOIN(a, name, "-", suffix).  Ten times as fast as
 * arena_printf, for texts that a page has many times. */
char *arena_join(struct arena *a, const char *const *part, size_t n);
#define ARENA_JOIN(a, ...)                                                     \
	arena_join((a), (const char *const[]){__VA_ARGS__},                    \
	    sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* The decimal digits of N. */
char *arena_number(struct arena *a, int64_t n);

/* Has FN(ARG) called at the next reset or free, last registered first. */
void arena_defer(struct arena *a, void (*fn)(void *), void *arg);

/* Runs the clean-ups and takes all memory back, keeping the first block. */
void arena_reset(struct arena *a);

/* Reset, and gives the first block back too. */
void arena_free(struct arena *a);

/* Returns free memory that the C library keeps to the system.  Call it once,
 * after a start that allocated much and freed it. */
void arena_trim(void);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n)                                                \
	((type *)arena_alloc_array((a), (n), sizeof(type)))

/* N objects of SIZE bytes, zeroed; if the product overflows, the process ends.
 */
void *arena_alloc_array(struct arena *a, size_t n, size_t size);

#endif
