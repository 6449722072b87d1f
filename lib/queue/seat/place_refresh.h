/* place_refresh.h - keeping a host's seat map true.
 *
 * For the worker, one a host.  It makes the map if there is none and another
 * when it is damaged or worn; a new one appears whole, under its name, only
 * when all is in it.  Every answer of the database goes with the tick at which
 * it was asked, so that what programs did since is not undone.
 *
 * A round reads what changed since the one before: new applicants by their
 * number, and the slots that table `slot_change` names (sql/0015).  A place
 * that rests after a cancellation comes back when its instant has come: the
 * worker knows the next one of each slot.  Once a minute everything is read,
 * for what neither says.
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

/* For the map of RUN_DIR, whose folder `map` is there. */
struct place_refresh *place_refresh_open(struct arena *a, const char *run_dir);

/* What a round came to, for the log. */
struct place_round {
	bool full;   /* everything was read; else the next two are 0 */
	int slots;   /* read */
	int left;    /* places free in them */
	int unknown; /* slots there was no room for, of those that were read */
	bool made;   /* the map is a new one */
};

/* True in *CHANGED if slots were changed of late, or their places: the snapshot
 * is then to be made anew before the round. */
MUST_USE enum err place_refresh_look(
    struct place_refresh *r, struct db *db, bool *changed);

/* Reads what is new of the slots that are or will be open, or all of them,
 * notes the tokens of recent bookings, and declares the map true, together with
 * the snapshot of number SNAPSHOT.  On an error the map ages. */
MUST_USE enum err place_refresh_all(struct place_refresh *r, struct db *db,
    int64_t now, uint64_t snapshot, struct place_round *round);

/* True if some slot was marked, or the map is not there or damaged: to be
 * asked several times a second. */
bool place_refresh_due(struct place_refresh *r);

/* Rereads the slots that were marked; all is not well if ERR_MISSING: the map
 * must be made anew (place_refresh_all). */
MUST_USE enum err place_refresh_marked(
    struct place_refresh *r, struct db *db, int64_t now);

#endif
