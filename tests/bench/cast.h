/* cast.h - the invented people of the bench, each made from a number.
 *
 * Account N of the bench has the number N in the database too.  Its secret,
 * tokens and people follow from the installation's keys and N, so rows and
 * requests can be made apart and fit.  Orders are of 1 to 5 people in turn, 3
 * on the average, as in SPEED.md; or each of one.
 */
#ifndef BENCH_CAST_H
#define BENCH_CAST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/crypt.h"
#include "queue/people/person.h"

struct cast {
	struct crypt_keys keys;
	struct crypt_keys staff; /* to sign cookies of staff */
	unsigned char
	    sealed[CRYPT_SEALED_NIK]; /* one box for all: it takes
	                                 longer to make than all else */
	bool single;                  /* orders of one person */
};

/* Loads the keys of DIR. */
MUST_USE enum err cast_open(struct cast *c, const char *keys_dir);

/* People of order N, and of the orders 0 .. N-1. */
int cast_party(const struct cast *c, int64_t n);
int64_t cast_before(const struct cast *c, int64_t n);

/* Person MEMBER of account N, in A; its id is cast_person_id. */
struct person cast_person(
    const struct cast *c, struct arena *a, int64_t n, int member);
int64_t cast_person_id(int64_t n, int member);

/* 16 bytes that follow from the keys, USE and N. */
void cast_secret(const struct cast *c, const char *use, int64_t n,
    unsigned char out[CRYPT_MAC_SIZE]);

/* Which slot order N of COUNT asks for, 0-based: PER people a slot, one slot
 * after the other (hot); with PER 0 all SLOTS in turn (spread). */
int64_t cast_slot(const struct cast *c, int64_t n, int64_t per, int64_t slots);

#endif
