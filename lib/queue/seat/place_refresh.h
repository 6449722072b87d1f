/* place_refresh.h - keeps the seat map of a host up to date; for the worker.
 *
 * One worker process per host calls these functions.  The worker makes the map
 * if there is none, and a new map if the map is damaged or nearly full.  A new
 * map gets its final name only when it is complete.  Each answer of the
 * database is written together with the tick at which the query was sent, so
 * that it never overwrites later changes by programs.
 *
 * A round reads what changed since the last round: new applicants by their ids,
 * and the slots that table `slot_change` names (sql/).  A place that a
 * cancellation releases is not free before its instant `free_from`; the worker
 * knows the next such instant of each slot.  Once a minute a round reads
 * everything, to find changes that neither of these two ways shows.
 */
#ifndef QUEUE_SEAT_PLACE_REFRESH_H
#define QUEUE_SEAT_PLACE_REFRESH_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"

extern const struct db_query place_refresh_queries[];
extern const size_t place_refresh_query_count;
extern const struct db_query place_news_queries[];
extern const size_t place_news_query_count;

struct place_refresh;

/* Prepares to refresh the map of RUN_DIR, whose folder `map` must exist.  The
 * result is in A, and resetting A unmaps the map. */
struct place_refresh *place_refresh_open(struct arena *a, const char *run_dir);

/* The result of a round, for the log. */
struct place_round {
	bool full;   /* everything was read; otherwise the next two are 0 */
	int slots;   /* slots read */
	int left;    /* places free in these slots */
	int unknown; /* slots read that the map has no space for */
	bool made;   /* the round made a new map */
};

/* Sets *CHANGED if slots or their places changed recently.  The worker must
 * then make a new snapshot before the round. */
MUST_USE enum err place_refresh_look(
    struct place_refresh *r, struct db *db, bool *changed);

/* Does a round: reads changes to the slots that are open or will be, or reads
 * all of them; notes the tokens of recent bookings; and declares the map true
 * as of now, together with the snapshot with the id SNAPSHOT.  After an error
 * the map is not declared true, so programs stop trusting it after
 * MAP_TRUST_AGE. */
MUST_USE enum err place_refresh_all(struct place_refresh *r, struct db *db,
    int64_t now, uint64_t snapshot, struct place_round *round);

/* True if a slot is marked, or the map is missing or damaged.  The worker calls
 * this several times a second. */
bool place_refresh_due(struct place_refresh *r);

/* Reads the marked slots again.  ERR_MISSING: the map is damaged, and the
 * worker must call place_refresh_all. */
MUST_USE enum err place_refresh_marked(
    struct place_refresh *r, struct db *db, int64_t now);

#endif
