/* place_map.h - the seat map: which places of a host's slots are free.
 *
 * Private to module `place`: place.c claims seats in it, and place_refresh.c
 * (the worker) fills it.
 *
 * The map is one file that all programs of a host share.  It is only advice: a
 * wrong or lost map costs a retry, never a double or lost place.  Only the
 * worker adds slots and writes what the database says; programs change seats
 * between free and claimed, while they hold the lock of the slot.
 *
 *	free     the database had no applicant in it
 *	claimed  a program chose it for a booking that is under way, or that
 *		 the worker has not read yet
 *	taken    the database has an applicant in it
 *
 * If the database does not confirm a claim, the seat becomes free after
 * MAP_CLAIM_AGE, or when the worker finds that the process has ended.  Ages are
 * measured with the host's monotonic clock (day_ticks).
 *
 * The lock of a slot is one byte of the file, at the slot's number, locked by
 * the open file description (F_OFD_SETLK).  The kernel releases it when its
 * holder ends for any reason.  After fork() one of the two processes must open
 * the map again, because both share the lock.  While the lock is held, `busy`
 * is 1.  A process that gets the lock and finds `busy` at 1 knows that the last
 * holder died inside: it counts the free seats and marks the slot to be read
 * again.  Programs read the number of free seats without the lock.
 *
 * Several OS users share the map, so no process trusts its bytes.  The map has
 * no pointers.  Most numbers read from the map are only shown, compared or sent
 * to the database.  A number that leads to memory is copied first, and the copy
 * is checked against the bounds.  So whatever the bytes are, no process reads
 * or writes outside the map, and the worst result is a wrong answer to "which
 * seats are free".  A process that can write to the file (any of the group
 * `antrean`) can still
 *
 *	show free what is taken, which costs others a refused INSERT, or taken
 *	what is free, until the worker reads the slot again (a minute);
 *	add a token, which costs others a query, or remove one;
 *	hold locks: a claim then queries the database after LOCK_WAIT, and the
 *	worker makes a new map;
 *	mark slots and damage the map, so that the worker reads slots or makes
 *	a new map several times a second;
 *	cut the file short, or make holes in it, while another process uses it:
 *	that process ends by SIGBUS and is started again.
 *
 * A process that can only read the file can still hold locks.  A program maps
 * the file for writing only at its first claim, so a program that only shows
 * free places cannot damage it by mistake.  (Only an OS user of its own could
 * stop a hostile program that shows free places.)
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
#define MAP_INDEX (2 * MAP_SLOTS)   /* hash buckets; a power of two */
#define MAP_PROBES 512              /* buckets that a search looks at */
#define MAP_SEATS (2 * 1024 * 1024) /* of all slots */
#define MAP_SLOT_SEATS 2048         /* of one slot, at most */
#define MAP_ONCE_SETS 32768         /* a power of two */
#define MAP_ONCE_WAYS 8

#define MAP_TRUST_AGE INT64_C(15000000000) /* ns since the last refresh */
#define MAP_CLAIM_AGE INT64_C(5000000000)  /* ns of a claim */

enum seat_state {
	SEAT_FREE = 1, /* not 0, which a hole in the file reads as */
	SEAT_CLAIMED,
	SEAT_TAKEN,
};

struct seat {
	uint16_t no;
	uint16_t state;
	int32_t owner; /* process id of the claim */
	int64_t at;    /* day_ticks of the last change by a program */
};

/* A slot.  Its seats are the elements FIRST to FIRST + COUNT - 1 of
 * map_data.seat, sorted by number.  The slot has space for ROOM seats there. */
struct map_slot {
	_Atomic int64_t id;
	_Atomic uint64_t check; /* map_slot_check of id, first and room */
	_Atomic uint32_t first;
	_Atomic uint32_t room;
	_Atomic uint32_t count;
	_Atomic int32_t left;   /* free seats, or MAP_UNKNOWN */
	_Atomic uint32_t dirty; /* the worker has to read it again */
	_Atomic uint32_t busy;  /* the lock holder writes, or died */
};
#define MAP_UNKNOWN (-1)

/* The file, about 40 MB. */
struct map_data {
	_Atomic uint64_t magic;
	_Atomic int64_t refreshed_at; /* day_ticks; 0: never, or damaged */
	_Atomic uint64_t snapshot;    /* id of the snapshot made with it */
	_Atomic uint32_t dirty;       /* counts marks of slots */
	_Atomic uint32_t start;       /* seat where claims of this host begin */
	_Atomic uint32_t slots;       /* slots used, for the next worker */
	_Atomic uint32_t seats;       /* seats given to slots, likewise */
	_Atomic uint64_t once[MAP_ONCE_SETS][MAP_ONCE_WAYS];
	_Atomic uint32_t once_next[MAP_ONCE_SETS];
	_Atomic uint32_t index[MAP_INDEX]; /* hash table: slot + 1; 0: empty */
	struct map_slot slot[MAP_SLOTS];
	struct seat seat[MAP_SEATS];
};

/* A process's access to the map. */
struct place_map {
	struct shared file;
	struct map_data *data; /* of the file; NULL if it is not mapped */
	const char *path;
	uint32_t slots;    /* worker only: slots used */
	uint32_t seats;    /* worker only: seats given to slots */
	bool worker;       /* the process is the worker */
	bool writes;       /* mapped, or to be mapped, for writing */
	bool trusted;      /* result of the last place_map_trusted */
	bool was_trusted;  /* at least once */
	int64_t tried_at;  /* for day_due: the last map_open */
	int64_t logged_at; /* for day_due: distrust; 0: not logged */
};

/* Makes an empty map at M's path, where there must be no file, and opens it.
 * ERR_FAULT, logged, if that fails. */
MUST_USE enum err map_make(struct place_map *m);

/* Opens the file at M's path.  ERR_MISSING: there is no file; ERR_INPUT: the
 * file is not a map of this layout. */
MUST_USE enum err map_open(struct place_map *m);
void map_close(struct place_map *m);

/* True if M is open and its file still exists, whole and of this layout. */
bool map_sound(const struct place_map *m);

/* Nanoseconds since AT, a day_ticks value from the map; -1 if AT is not a time
 * in the past. */
int64_t map_age(int64_t at);

/* Maps M for writing, if M is open and mapped read-only; pointers into the map
 * are then no longer valid.  False if M is not open or could not be opened
 * again. */
bool map_writes(struct place_map *m);

/* Declares M, which is mapped for writing, damaged, because its bytes
 * contradict each other.  No program trusts it until the worker has made a new
 * one.  WHY goes to the log. */
void map_damage(struct place_map *m, const char *why);

/* For the worker: declares M true as of the tick BEGAN, together with the
 * snapshot with the id SNAPSHOT.  WAS is the value of refreshed_at before the
 * worker queried the database; 0 for a new map.  False if refreshed_at has
 * changed since then, because a program has declared damage (map_damage);
 * nothing is changed then. */
MUST_USE bool map_declare(
    struct place_map *m, int64_t was, int64_t began, uint64_t snapshot);

/* The slot with the id ID; NULL if the map has none. */
struct map_slot *map_slot_find(const struct place_map *m, int64_t id);

/* The value that `check` of a slot must have.  This value is no secret: it
 * detects accidental damage, not an attacker. */
uint64_t map_slot_check(int64_t id, uint32_t first, uint32_t room);

/* The number of free places of S; MAP_UNKNOWN if the map does not know that
 * number. */
int map_slot_left(const struct map_slot *s);

/* A locked slot, and its bounds as they were checked after locking. */
struct map_hold {
	struct map_slot *slot;
	struct seat *seat;
	uint32_t count;
	uint32_t room; /* seats from SEAT on that belong to the slot */
};

/* Locks slot S of M, which is mapped for writing, and sets *HOLD.  False if the
 * lock cannot be had soon: a program then queries the database; the worker,
 * which waits longer, declares the map damaged.  The result is also false if
 * the bounds of the slot are not valid; then the map is declared damaged. */
bool map_slot_lock(
    struct place_map *m, struct map_slot *s, struct map_hold *hold);
void map_slot_unlock(struct place_map *m, const struct map_hold *hold);

/* Marks S, so that the worker reads S from the database at once. */
void map_slot_mark(struct place_map *m, struct map_slot *s);

/* The answer of the database about a slot, to a query sent at the tick BEGAN:
 * the seats that the public can take and the seats that have an applicant, each
 * sorted by number. */
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
	MAP_LATER,   /* another process has the lock, or the map is damaged */
	MAP_NO_ROOM, /* no space for it; `left` is MAP_UNKNOWN */
	MAP_FATES,
};

/* For the worker: marks the seat NO of slot ID as taken, because the database
 * had an applicant in it when it was queried at the tick BEGAN.  Does nothing,
 * and returns MAP_WRITTEN, if the map has no such slot or seat. */
enum map_fate map_seat_take(
    struct place_map *m, int64_t id, uint16_t no, int64_t began);

/* For the worker: marks slots with a claim that is MAP_CLAIM_AGE old, or whose
 * process has ended. */
void map_claims_check(struct place_map *m);

/* Writes NEWS into the map.  Only the worker gives space to a new slot, or more
 * space to a slot that has grown.  A slot of more than MAP_SLOT_SEATS seats
 * gets no space. */
enum map_fate map_slot_write(struct place_map *m, const struct map_news *news);

#endif
