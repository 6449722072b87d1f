/* place.h - the claim of places.
 *
 * Capacity is rows of `place`; a booking takes one by inserting an applicant
 * with a unique (slot, seat).  What is free is only advice: a wrong answer
 * costs a retry, never a double or lost place.  Seat numbers are names,
 * neither dense nor an order, and mean nothing outside this module.
 */
#ifndef QUEUE_PLACE_H
#define QUEUE_PLACE_H

#include <stdint.h>

#include "db/db.h"

#define PLACE_PARTY_MAX 5

extern const struct db_query place_queries[];
extern const size_t place_query_count;

/* Places of the public pool that are free at NOW. */
MUST_USE enum err place_left(
    struct db *db, struct arena *a, int64_t slot_id, int64_t now, int *left);

/* Suggests N seats that were free a moment ago, in rising order.  ERR_FULL if
 * there are fewer than N. */
MUST_USE enum err place_take(struct db *db, struct arena *a, int64_t slot_id,
    int n, int64_t now, int seat[PLACE_PARTY_MAX]);

/* Says that seats taken are not used after all (a rollback, a collision). */
void place_give_back(
    struct db *db, int64_t slot_id, int n, const int seat[PLACE_PARTY_MAX]);

#endif
