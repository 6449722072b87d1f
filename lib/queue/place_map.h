/* place_map.h - the seat map: which places of a host's slots are free.
 *
 * The inside of module `place`: place.c takes from it, place_refresh.c (the
 * worker) fills it; nobody else includes it.
 *
 * One file, shared by all programs of a host, that only ever advises: a wrong
 * or lost map costs a retry, never a double or lost place.  Only the worker
 * adds slots and says what the database holds; programs move places between
 * free and claimed, under the slot's lock.  The lock is a robust mutex: whoever
 * dies within leaves the slot marked to be reread.
 *
 *	free     the database had it free
 *	claimed  handed out: a booking is under way, or was made and the
 *		 worker has not seen it yet
 *	taken    the database has an applicant there
 *
 * A claim that the database does not confirm lasts CLAIM_AGE, or until the
 * worker finds its process gone.  Ages are measured with a clock that never
 * jumps and is the host's (day_ticks).
 */
#ifndef QUEUE_PLACE_MAP_H
#define QUEUE_PLACE_MAP_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/shared.h"

#define MAP_SLOTS 32768             /* 150 offices, 3 periods, 70 days */
#define MAP_INDEX (2 * MAP_SLOTS)   /* a power of two */
#define MAP_SEATS (2 * 1024 * 1024) /* in all slots */
#define MAP_SLOT_SEATS 2048         /* in one */
#define MAP_ONCE_SETS 32768         /* a power of two */
#define MAP_ONCE_WAYS 8

#define MAP_TRUST_AGE INT64_C(15000000000) /* ns since the last refresh */
#define MAP_CLAIM_AGE INT64_C(5000000000)  /* ns */

enum seat_state {
	SEAT_FREE = 1, /* a hole of the file is not free */
	SEAT_CLAIMED,
	SEAT_TAKEN,
};

struct seat {
	uint16_t no;
	uint16_t state;
	int32_t owner; /* process of the claim */
	int64_t at;    /* day_ticks of its last change by a program */
};

/* A slot.  COUNT seats at FIRST, by number, with room for ROOM. */
struct map_slot {
	pthread_mutex_t lock;
	uint64_t check; /* says that the rest is ours: fixed by the number */
	int64_t id;
	uint32_t first;
	uint32_t room;
	uint32_t count;
	_Atomic int32_t left; /* free ones */
	_Atomic uint32_t dirty;
};

/* The file. */
struct map_data {
	uint64_t magic;
	_Atomic int64_t refreshed_at; /* day_ticks; 0: never, or damaged */
	_Atomic uint64_t board;       /* id of the board it goes with */
	_Atomic uint32_t dirty;       /* counts slots marked */
	uint32_t start;               /* where this host begins to look */
	uint32_t slots;               /* worker's: slots used */
	uint32_t seats;               /* worker's: seats handed to slots */
	_Atomic uint64_t once[MAP_ONCE_SETS][MAP_ONCE_WAYS];
	_Atomic uint32_t once_next[MAP_ONCE_SETS];
	_Atomic uint32_t index[MAP_INDEX]; /* slot + 1 by number, 0 is none */
	struct map_slot slot[MAP_SLOTS];
	struct seat seat[MAP_SEATS];
};

/* A program's hold of the map. */
struct place_map {
	struct shared file;
	struct map_data *data; /* of the file; NULL: none */
	const char *path;
	bool judge;       /* this is the worker */
	bool trusted;     /* at the last look */
	bool had;         /* was ever trusted */
	int64_t tried_at; /* day_due: to open it */
	int64_t said_at;  /* day_due: that it is not trusted */
};

/* Makes an empty map at M's path, where there must be no file, and opens it.
 * ERR_FAULT, logged, if it cannot be. */
MUST_USE enum err map_make(struct place_map *m);

/* Opens the file at M's path.  ERR_MISSING if there is none, ERR_INPUT if it is
 * none of ours. */
MUST_USE enum err map_open(struct place_map *m);
void map_close(struct place_map *m);

/* True if M is open, and its file is still there, whole and ours. */
bool map_sound(const struct place_map *m);

/* Says that M contradicts itself: nobody trusts it until the worker has made
 * another. */
void map_damage(struct place_map *m, const char *why);

/* The slot of number ID, NULL if the map has none. */
struct map_slot *map_slot_find(const struct place_map *m, int64_t id);

/* False if S cannot be had now: ask the database instead.  Only the worker
 * judges from long waiting that it never can; a slot that is no longer what was
 * written there is damage at once. */
bool map_slot_lock(struct place_map *m, struct map_slot *s);
void map_slot_unlock(struct map_slot *s);

/* Marks S to be reread at once. */
void map_slot_mark(struct place_map *m, struct map_slot *s);

/* What the database said of a slot when it was asked at the tick BEGAN:
 * numbers of the seats that are places of the public, and of those that are
 * taken, each in rising order. */
struct map_news {
	int64_t slot_id;
	int64_t began;
	const uint16_t *place;
	size_t places; /* at most MAP_SLOT_SEATS */
	const uint16_t *taken;
	size_t takens;
};

/* Writes NEWS into the map.  With ADD, which is the worker's alone, a slot that
 * is new or has outgrown its room gets room.  False if there is none. */
bool map_slot_write(struct place_map *m, const struct map_news *news, bool add);

#endif
