/* place.h - the claim of places.
 *
 * Capacity is rows of `place`; a booking takes one by inserting an applicant
 * with a unique (slot, seat).  What is free is only advice: a wrong answer
 * costs a retry, never a double or lost place.  Seat numbers are names,
 * neither dense nor an order, and mean nothing outside this module.
 *
 * The advice comes from the host's seat map, which the worker fills from the
 * database and all programs share, so that a page of the rush and a refusal
 * ask no database.  Without a map (NULL, or none yet), and while it is damaged
 * or was not refreshed for 15 seconds, the database is asked instead, and the
 * log says so.
 */
#ifndef QUEUE_SEAT_PLACE_H
#define QUEUE_SEAT_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/people/person.h"

#define PLACE_ONCE_SIZE 16

extern const struct db_query place_queries[];
extern const size_t place_query_count;

struct place_map;

/* Prepares to use the map of RUN_DIR; it may come later.  It is mapped to be
 * read, and to be written from the first claim, note or mark on.  It is let go
 * when A is reset.  A process that forks leaves it to one of the two. */
struct place_map *place_map_open(struct arena *a, const char *run_dir);

/* True if the map is whole and young enough.  To be asked once a request,
 * before the others; says in the log when it was lost and came back. */
bool place_map_trusted(struct place_map *map);

/* The number of the snapshot (snapshot.h) that goes with a trusted map. */
uint64_t place_map_snapshot(const struct place_map *map);

/* Public places free in the slot, by the trusted map; -1 if the map is not
 * trusted or has no such slot. */
int place_known(const struct place_map *map, int64_t slot_id);

/* Places of the public pool that are free at NOW. */
MUST_USE enum err place_left(struct place_map *map, struct db *db,
    struct arena *a, int64_t slot_id, int64_t now, int *left);

/* A slot in which N places are wanted at NOW. */
struct place_wish {
	int64_t slot_id;
	int n;
	int64_t now;
};

/* Claims N seats that are free, in rising order, or none: ERR_FULL. */
MUST_USE enum err place_take(struct place_map *map, struct db *db,
    struct arena *a, const struct place_wish *wish, int seat[PARTY_MAX]);

/* Says that seats taken were not used after all: a rollback. */
void place_give_back(
    struct place_map *map, int64_t slot_id, int n, const int seat[PARTY_MAX]);

/* Asks the database about one slot and corrects the map: after a collision of
 * seats, when two hosts or an old map said the same. */
MUST_USE enum err place_reread(struct place_map *map, struct db *db,
    struct arena *a, int64_t slot_id, int64_t now);

/* Has the worker reread the slot at once: its places were changed. */
void place_mark(struct place_map *map, int64_t slot_id);

/* One-time tokens that may have a booking: noted before the database is asked
 * for one, and by the worker for bookings of all hosts.  A full refusal needs
 * no database if the map is trusted and does not know the token. */
void place_once_note(
    struct place_map *map, const unsigned char once[PLACE_ONCE_SIZE]);
bool place_once_known(
    const struct place_map *map, const unsigned char once[PLACE_ONCE_SIZE]);

#endif
