/* nik_limit.c - limits how many NIKs the program nikhash hashes. */
#include "queue/people/nik_limit.h"

#include <stdlib.h>

/* The number of buckets.  Endings that fall into the same bucket share its
 * limit.  The number is a prime, because many endings have the same last
 * digits: with a prime, the 351,000 people of a rush are spread over the
 * buckets as evenly as their birth dates. */
#define BUCKETS 262139
#define ENDING INT64_C(10000000000) /* ten digits */

/* A limit by the generic cell rate algorithm: `full_at` is the tick at which
 * the whole burst is available again. */
struct bucket {
	int64_t full_at;
	int64_t last; /* the NIK that was hashed last */
};

struct nik_limit {
	int64_t host_full_at;
	struct bucket bucket[BUCKETS];
};

struct nik_limit *
nik_limit_make(struct arena *a)
{
	return ARENA_NEW(a, struct nik_limit);
}

/* Takes one try; false if no try is left.  At first BURST tries are available;
 * after each EVERY nanoseconds one more becomes available. */
static bool
take(int64_t *full_at, int64_t now, int64_t every, int64_t burst)
{
	int64_t at = *full_at < now ? now : *full_at;

	if (at - now > (burst - 1) * every)
		return false;
	*full_at = at + every;
	return true;
}

bool
nik_limit_take(struct nik_limit *limit, const char *nik, int64_t now)
{
	int64_t number = atoll(nik);
	struct bucket *b = &limit->bucket[number % ENDING % BUCKETS];

	if (number == b->last)
		return true;
	if (!take(&b->full_at, now, NIK_ENDING_EVERY, NIK_ENDING_BURST) ||
	    !take(&limit->host_full_at, now, NIK_HOST_EVERY, NIK_HOST_BURST))
		return false;
	b->last = number;
	return true;
}
