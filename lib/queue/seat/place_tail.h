/* place_tail.h - reads the new rows of a table that grows; private to module
 * `place`.
 *
 * The database assigns the id of a row before its transaction commits, so a row
 * can become visible after rows with higher ids.  Therefore a reader does not
 * start at the highest id that it has seen.  It starts at the id where the
 * table ended at least TAIL_OVERLAP seconds ago.  No transaction of ours takes
 * longer, because each statement has a time-out (conf/antrean.conf.in) and a
 * transaction has few statements.  If a reader misses a row nevertheless, the
 * worker finds that row when it reads everything.
 *
 * So the same rows are read several times, and the caller must be able to
 * process a row twice.  During a rush the overlap has very many rows; then four
 * rounds of five read only the last TAIL_ROWS rows.
 */
#ifndef QUEUE_SEAT_PLACE_TAIL_H
#define QUEUE_SEAT_PLACE_TAIL_H

#include <stdint.h>

#include "db/db.h"

#define TAIL_OVERLAP 30 /* seconds */
#define TAIL_ROWS 20000

struct tail {
	int64_t last;     /* highest id seen */
	int64_t from;     /* rows up to this id need not be read again */
	int64_t noted;    /* the value of LAST ... */
	int64_t noted_at; /* ... at this tick; 0: nothing was read yet */
	unsigned rounds;
};

/* Starts T, so that it reads from BACK rows before LAST, the highest id in the
 * table. */
void tail_start(struct tail *t, int64_t last, int64_t back);

/* The id after which the next query must read. */
int64_t tail_from(const struct tail *t);

/* Records that all rows after tail_from() that were visible at the tick BEGAN
 * were read, and that the highest id was LAST. */
void tail_note(struct tail *t, int64_t last, int64_t began);

/* Reads rows with QUERY and calls SEE for each of them, with CTX.  QUERY has
 * two parameters, the id after which to read and the greatest number of rows;
 * its first column is the id, in rising order.  If SEE returns an error,
 * tail_read stops and returns that error. */
MUST_USE enum err tail_read(struct tail *t, struct db *db, struct arena *a,
    const struct db_query *query,
    enum err (*see)(void *ctx, const struct db_value *row), void *ctx);

#endif
