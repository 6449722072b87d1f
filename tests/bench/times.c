/* times.c - stores many durations in little memory. */
#include "times.h"

#include <stddef.h>

/* Below 128 us each bucket is 1 us wide; then 64 buckets for each doubling. */
static size_t
bucket_of(uint64_t us)
{
	unsigned doublings = 0;
	size_t i;

	while (us >> doublings >= 128)
		doublings++;
	i = doublings * 64 + (size_t)(us >> doublings);
	return i < TIMES_BUCKETS ? i : TIMES_BUCKETS - 1;
}

/* The longest duration of a bucket. */
static uint64_t
bucket_end(size_t i)
{
	size_t doublings = i < 128 ? 0 : i / 64 - 1;

	return ((uint64_t)(i - doublings * 64 + 1) << doublings) - 1;
}

void
times_add(struct times *t, uint64_t us)
{
	t->n++;
	t->bucket[bucket_of(us)]++;
	if (us > t->max)
		t->max = us;
}

void
times_merge(struct times *t, const struct times *from)
{
	t->n += from->n;
	if (from->max > t->max)
		t->max = from->max;
	for (size_t i = 0; i < TIMES_BUCKETS; i++)
		t->bucket[i] += from->bucket[i];
}

uint64_t
times_at(const struct times *t, double q)
{
	uint64_t seen = 0;

	for (size_t i = 0; i < TIMES_BUCKETS; i++) {
		seen += t->bucket[i];
		if (seen > 0 && (double)seen >= q * (double)t->n)
			return bucket_end(i) < t->max ? bucket_end(i) : t->max;
	}
	return t->max;
}
