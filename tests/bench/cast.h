/* cast.h - the invented people of the bench, each made from a number.
 *
 * Account N of the bench has the number N in the database too.  Its secret,
 * tokens and people are computed from the installation's keys and N, so rows
 * and requests that are made separately fit together.  Orders have 1, 2, 3, 4,
 * 5, 1 ... people, 3 on the average, as in SPEED.md; or each has one person.
 */
#ifndef BENCH_CAST_H
#define BENCH_CAST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/crypt.h"
#include "queue/people/keys.h"
#include "queue/people/person.h"

struct cast {
	struct crypt_keys keys;
	struct crypt_keys staff; /* to sign cookies of staff */
	unsigned char
	    sealed[NIK_SEALED_SIZE]; /* one box for all: it takes
	                                 longer to make than all else */
	bool single;                 /* orders of one person */
};

/* Loads the keys of DIR. */
MUST_USE enum err cast_open(struct cast *c, const char *keys_dir);

/* The number of people of order N; of all orders before N together. */
int cast_party(const struct cast *c, int64_t n);
int64_t cast_before(const struct cast *c, int64_t n);

/* Person MEMBER of account N, in A; its id is cast_person_id. */
struct person cast_person(
    const struct cast *c, struct arena *a, int64_t n, int member);
int64_t cast_person_id(int64_t n, int member);

/* Writes 16 bytes to OUT that are computed from the keys, USE and N. */
void cast_secret(const struct cast *c, const char *use, int64_t n,
    unsigned char out[CRYPT_MAC_SIZE]);

/* The slot, 0..SLOTS-1, of order N.  With PER > 0 the slots fill one after the
 * other, each with PER people (hot).  With PER 0 successive orders are for
 * successive slots (spread). */
int64_t cast_slot(const struct cast *c, int64_t n, int64_t per, int64_t slots);

#endif
