/* times.h - many durations in little room, for quantiles.
 *
 * The durations, in microseconds, are counted in buckets at most 1/64 of their
 * value wide, so a quantile is right within 1.6 %.  A zeroed struct is empty.
 * The struct can be in shared memory if each process has a struct of its own.
 */
#ifndef BENCH_TIMES_H
#define BENCH_TIMES_H

#include <stdint.h>

#define TIMES_BUCKETS (64 * 32)

struct times {
	uint64_t n;
	uint64_t max; /* the longest, exact */
	uint32_t bucket[TIMES_BUCKETS];
};

/* Notes a duration of US microseconds. */
void times_add(struct times *t, uint64_t us);

/* Adds all of FROM. */
void times_merge(struct times *t, const struct times *from);

/* The duration that the part Q (0..1) does not exceed; 0 if there is none. */
uint64_t times_at(const struct times *t, double q);

#endif
