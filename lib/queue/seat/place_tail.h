/* place_tail.h - the new rows of a table that grows; private to module `place`.
 *
 * The database gives out the number of a row before the transaction that
 * inserts it ends, so a row may come to sight after others with higher numbers.
 * A reader therefore begins each time before the highest number it has seen:
 * where the table ended TAIL_OVERLAP seconds ago at least.  No transaction of
 * ours lasts longer, since each statement has its time-out
 * (conf/antrean.conf.in) and a transaction has few; what took longer all the
 * same is found when the worker rereads everything.
 *
 * Rows come again and again, then: what is made of them must not depend on how
 * often.  While bookings come fast the overlap holds very many, and only the
 * last TAIL_ROWS are read in four rounds of five.
 */
#ifndef QUEUE_SEAT_PLACE_TAIL_H
#define QUEUE_SEAT_PLACE_TAIL_H

#include <stdint.h>

#include "db/db.h"

#define TAIL_OVERLAP 30 /* seconds */
#define TAIL_ROWS 20000

struct tail {
	int64_t last;     /* the highest number seen */
	int64_t from;     /* rows up to here are settled */
	int64_t noted;    /* what LAST was ... */
	int64_t noted_at; /* ... at this tick; 0: nothing was read yet */
	unsigned turn;
};

/* Begins BACK rows before the number LAST, which was the highest. */
void tail_start(struct tail *t, int64_t last, int64_t back);

/* The number after which to read. */
int64_t tail_from(const struct tail *t);

/* All rows after tail_from() that were in sight at the tick BEGAN were read,
 * LAST being the highest. */
void tail_note(struct tail *t, int64_t last, int64_t began);

/* Gives the new rows to SEE.  QUERY takes a number after which to read and how
 * many rows, and has the numbers in its first column, rising.  What SEE fails
 * with ends it. */
MUST_USE enum err tail_read(struct tail *t, struct db *db, struct arena *a,
    const struct db_query *query,
    enum err (*see)(void *ctx, const struct db_value *row), void *ctx);

#endif
