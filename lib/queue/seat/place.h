/* place.h - how a booking claims its places.
 *
 * Each place of a slot is a row of `place`; a booking takes one by inserting an
 * applicant with a unique (slot, seat).  Everything that says which places are
 * free is only advice: wrong advice costs a retry, never a double or lost
 * place.  Seat numbers are names: they are neither dense nor an order, and mean
 * nothing outside this module.
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

/* Prepares to use the seat map of RUN_DIR; the file need not exist yet.  It is
 * mapped read-only until the first call that writes to it: place_take,
 * place_give_back, place_reread or place_once_note.  Resetting A unmaps it.
 * After fork() only one of the two processes may use the result. */
struct place_map *place_map_open(struct arena *a, const char *run_dir);

/* True if the map is whole and fresh.  A program calls this once a request,
 * before the other functions.  It logs when the map stops and starts to be
 * trusted. */
bool place_map_trusted(struct place_map *map);

/* The id of the snapshot (snapshot.h) that was made together with MAP, which
 * must be trusted. */
uint64_t place_map_snapshot(const struct place_map *map);

/* The public places that are free in the slot according to the map; -1 if the
 * map is not trusted or has no such slot. */
int place_known(const struct place_map *map, int64_t slot_id);

/* Sets *LEFT to the public places of the slot that are free at NOW. */
MUST_USE enum err place_left(struct place_map *map, struct db *db,
    struct arena *a, int64_t slot_id, int64_t now, int *left);

/* N places that are wanted in a slot at NOW. */
struct place_wish {
	int64_t slot_id;
	int n;
	int64_t now;
};

/* Chooses N seats that are free and puts their numbers to SEAT in rising order;
 * in the map they become claimed.  ERR_FULL: there are fewer, and nothing was
 * claimed. */
MUST_USE enum err place_take(struct place_map *map, struct db *db,
    struct arena *a, const struct place_wish *wish, int seat[PARTY_MAX]);

/* Frees in the map the N seats that place_take claimed, after the booking was
 * rolled back. */
void place_give_back(
    struct place_map *map, int64_t slot_id, int n, const int seat[PARTY_MAX]);

/* Reads one slot from the database and corrects the map.  To be called after a
 * duplicate seat: then the map was out of date, or two hosts chose the same
 * seat. */
MUST_USE enum err place_reread(struct place_map *map, struct db *db,
    struct arena *a, int64_t slot_id, int64_t now);

/* The map has a set of one-time tokens of forms that may have a booking: a
 * program notes a token before it queries or books with it, and the worker
 * notes the tokens of all hosts' bookings.  If the map is trusted and does not
 * know the token of a form, the refusal "full" needs no database.
 * place_once_known may be true for a token that was never noted. */
void place_once_note(
    struct place_map *map, const unsigned char once[PLACE_ONCE_SIZE]);
bool place_once_known(
    const struct place_map *map, const unsigned char once[PLACE_ONCE_SIZE]);

#endif
