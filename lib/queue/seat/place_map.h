/* place_map.h - the seat map: which places of a host's slots are free.
 *
 * The inside of module `place`: place.c takes from it, place_refresh.c (the
 * worker) fills it; nobody else includes it.
 *
 * One file, shared by all programs of a host, that only ever advises: a wrong
 * or lost map costs a retry, never a double or lost place.  Only the worker
 * adds slots and says what the database holds; programs move places between
 * free and claimed, under the slot's lock.
 *
 *	free     the database had it free
 *	claimed  handed out: a booking is under way, or was made and the
 *		 worker has not seen it yet
 *	taken    the database has an applicant there
 *
 * A claim that the database does not confirm lasts CLAIM_AGE, or until the
 * worker finds its process gone.  Ages are measured with a clock that never
 * jumps and is the host's (day_ticks).
 *
 * The lock of a slot is the byte of its number in the file, locked by the open
 * file description (F_OFD_SETLK): the kernel gives it back when its holder
 * ends, however it ends.  (So who forks opens the map anew.)  As long the slot
 * is `busy`: who finds it so, with the lock in hand, comes after one who died
 * half way, counts its seats and has it reread.  How many are free is read
 * without the lock.
 *
 * Several OS users share the map, so none believes it further than need be.  It
 * has no pointers.  What is read from it is a number to be shown, compared or
 * sent to the database; or it is copied, and the copy held against the bounds,
 * before it leads to memory.  Noise or lies in any byte lead nobody outside the
 * map, and to nothing worse than a wrong answer to "which are free".  A
 * process that may write to the file, as any of the group `antrean`, can still
 *
 *	call free what is taken, which costs others a refused INSERT, or
 *	taken what is free: till the worker has reread it, in three seconds;
 *	call a token of a form known, which costs a question to the
 *	database, or make the map forget one;
 *	hold locks: who claims then asks the database, after LOCK_WAIT, and
 *	the worker makes another map;
 *	mark slots and damage the map, so that the worker rereads and makes
 *	another, several times a second;
 *	cut the file short, or make holes in it, at the moment of a use: the
 *	end (SIGBUS) of a process that is then started again;
 *
 * and who may read it can hold locks.  A program maps it to be read, and to be
 * written at its first claim: pages that only show what is free cannot spoil it
 * by mistake.  (That they never can would take an OS user of their own.)
 */
#ifndef QUEUE_SEAT_PLACE_MAP_H
#define QUEUE_SEAT_PLACE_MAP_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/shared.h"

#define MAP_SLOTS 32768             /* 150 offices, 3 periods, 70 days */
#define MAP_INDEX (2 * MAP_SLOTS)   /* a power of two */
#define MAP_PROBES 512              /* of it are looked at for a slot */
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
	_Atomic int64_t id;
	_Atomic uint64_t check; /* that id, first and room are as written */
	_Atomic uint32_t first;
	_Atomic uint32_t room;
	_Atomic uint32_t count;
	_Atomic int32_t left;   /* free ones; MAP_UNKNOWN: ask the database */
	_Atomic uint32_t dirty; /* to be reread */
	_Atomic uint32_t busy;  /* somebody writes here, or died at it */
};
#define MAP_UNKNOWN (-1)

/* The file, of some 40 MB. */
struct map_data {
	_Atomic uint64_t magic;
	_Atomic int64_t refreshed_at; /* day_ticks; 0: never, or damaged */
	_Atomic uint64_t snapshot;    /* id of the snapshot it goes with */
	_Atomic uint32_t dirty;       /* counts slots marked */
	_Atomic uint32_t start;       /* where this host begins to look */
	_Atomic uint32_t slots;       /* used: for the worker that comes next */
	_Atomic uint32_t seats;       /* handed to slots: likewise */
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
	uint32_t slots;   /* worker's: slots used */
	uint32_t seats;   /* worker's: seats handed to slots */
	bool judge;       /* this is the worker */
	bool writes;      /* it is, or is to be, mapped to be written */
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

/* Nanoseconds since the tick AT that stands in the map; negative if it is none
 * that was. */
int64_t map_age(int64_t at);

/* Has M, if it is open, mapped to be written from now on: pointers into it from
 * before no longer hold.  False if it is not open, or no longer. */
bool map_writes(struct place_map *m);

/* Says that M, which writes, contradicts itself: nobody trusts it until the
 * worker has made another. */
void map_damage(struct place_map *m, const char *why);

/* The worker: says that M is true as of the tick BEGAN, and that the snapshot
 * of number BOARD goes with it.  WAS is the tick that M said before the worker
 * read the database, 0 in a map that nobody sees yet.  False if M says another
 * now: a program found damage meanwhile. */
MUST_USE bool map_declare(
    struct place_map *m, int64_t was, int64_t began, uint64_t snapshot);

/* The slot of number ID, NULL if the map has none. */
struct map_slot *map_slot_find(const struct place_map *m, int64_t id);

/* What CHECK of a slot must be.  No secret: it finds noise, not lies. */
uint64_t map_slot_check(int64_t id, uint32_t first, uint32_t room);

/* Its places free, MAP_UNKNOWN if the map does not say. */
int map_slot_left(const struct map_slot *s);

/* A slot whose lock we have: its seats, as it stood then. */
struct map_hold {
	struct map_slot *slot;
	struct seat *seat;
	uint32_t count;
	uint32_t room; /* from SEAT on, within the map */
};

/* False if the lock of S, of M which writes, cannot be had now: ask the
 * database instead.  Only the worker judges from long waiting that it never
 * can; a slot that is no longer what was written there is damage at once. */
bool map_slot_lock(
    struct place_map *m, struct map_slot *s, struct map_hold *hold);
void map_slot_unlock(struct place_map *m, const struct map_hold *hold);

/* Marks S to be reread at once. */
void map_slot_mark(struct place_map *m, struct map_slot *s);

/* What the database said of a slot when it was asked at the tick BEGAN:
 * numbers of the seats that are places of the public, and of those that are
 * taken, each in rising order. */
struct map_news {
	int64_t slot_id;
	int64_t began;
	const uint16_t *place;
	size_t places;
	const uint16_t *taken;
	size_t takens;
};

enum map_fate {
	MAP_WRITTEN,
	MAP_LATER,   /* somebody had it, or the map is damaged */
	MAP_NO_ROOM, /* no room for it, now or ever: the map says "unknown" */
	MAP_FATES,
};

/* Writes NEWS into the map.  The worker gives room to a slot that is new or has
 * outgrown what it had; a slot of more than MAP_SLOT_SEATS never has any. */
enum map_fate map_slot_write(struct place_map *m, const struct map_news *news);

#endif
