/* place.h - how a booking claims its places.
 *
 * Each place of a slot is a row of `place`; a booking takes one by inserting an
 * applicant with a unique (slot, seat).  Everything that says which places are
 * free is only advice: wrong advice costs a retry, never a double or lost
 * place.  Seat numbers are only names: they have gaps, their order has no
 * meaning, and nothing outside this module uses them.
 *
 * The advice comes from the seat map of the host, a file in shared memory that
 * the worker fills from the database and all programs read.  So neither the
 * pages of a rush nor the refusal "full" query the database.  If the map is
 * missing (or NULL), damaged, or was not refreshed for 15 seconds, these
 * functions query the database and log that.
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

/* Prepares to use the seat map of RUN_DIR; the file need not exist yet.  The
 * file is mapped read-only until the first call that writes to it: place_take,
 * place_give_back, place_reread or place_once_note.  Resetting A unmaps it.
 * After fork() only one of the two processes is permitted to use the result. */
struct place_map *place_map_open(struct arena *a, const char *run_dir);

/* True if the map is whole and fresh.  A program calls this once a request,
 * before the other functions.  The function logs when it stops trusting the map
 * and when it trusts the map again. */
bool place_map_trusted(struct place_map *map);

/* The id of the snapshot (snapshot.h) that was made together with MAP, which
 * must be trusted. */
uint64_t place_map_snapshot(const struct place_map *map);

/* The number of public places that are free in the slot according to the map;
 * -1 if the map is not trusted or has no such slot. */
int place_known(const struct place_map *map, int64_t slot_id);

/* Sets *LEFT to the number of public places of the slot that are free at NOW,
 * according to the map or else to the database. */
MUST_USE enum err place_left(struct place_map *map, struct db *db,
    struct arena *a, int64_t slot_id, int64_t now, int *left);

/* N places that are wanted in a slot at NOW. */
struct place_wish {
	int64_t slot_id;
	int n;
	int64_t now;
};

/* Chooses wish->n seats that are free and puts their numbers into SEAT in
 * rising order; in the map these seats become claimed.  ERR_FULL: fewer seats
 * are free, and nothing was claimed. */
MUST_USE enum err place_take(struct place_map *map, struct db *db,
    struct arena *a, const struct place_wish *wish, int seat[PARTY_MAX]);

/* Frees in the map the N seats that place_take claimed, after the booking was
 * rolled back. */
void place_give_back(
    struct place_map *map, int64_t slot_id, int n, const int seat[PARTY_MAX]);

/* Reads one slot from the database and corrects the map.  The caller must call
 * this function after the database has refused a seat as a duplicate: then the
 * map was out of date, or two hosts chose the same seat. */
MUST_USE enum err place_reread(struct place_map *map, struct db *db,
    struct arena *a, int64_t slot_id, int64_t now);

/* The map has a set of the one-time tokens (ONCE) of forms for which there is
 * possibly a booking.  A program notes a token (place_once_note) before it
 * queries or books with that token, and the worker notes the tokens of all
 * hosts' bookings.  place_once_known returns true if a token was noted, and
 * possibly also for a token that was never noted.  So if the map is trusted and
 * the result is false, the refusal "full" needs no database. */
void place_once_note(
    struct place_map *map, const unsigned char once[PLACE_ONCE_SIZE]);
bool place_once_known(
    const struct place_map *map, const unsigned char once[PLACE_ONCE_SIZE]);

#endif
