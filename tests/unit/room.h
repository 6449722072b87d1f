/* room.h - a folder with the seat map of one slot, as worker and program see
 * it. */
#ifndef UNIT_ROOM_H
#define UNIT_ROOM_H

#include <sys/types.h>

#include "base/arena.h"
#include "queue/seat/place.h"
#include "queue/seat/place_map.h"

#define ROOM_SLOT 77
#define ROOM_PLACES 10
#define ROOM_NOW 1700000000

struct room {
	char dir[40];
	struct arena arena;
	struct place_map writer; /* the map as the worker opens it */
	struct place_map *map;   /* the map as a program opens it */
	int64_t published;       /* the tick of the last room_publish */
	struct db *db;           /* no server answers */
	struct conf conf;
};

/* Set-up and tear-down for cmocka: a room with ROOM_PLACES free places. */
int room_make(void **state);
int room_drop(void **state);

/* Replaces the map by a new one and reopens it as a program. */
void room_renew(struct room *r);

/* Opens the map again.  A child process must call it: a lock belongs to the
 * open file, which the child would share with its parent. */
void room_enter(struct room *r);

/* Writes the slot into the map as the worker does after reading it from the
 * database at the tick BEGAN: the slot has PLACES seats 1, 4, 7 ..., and the
 * TAKENS seats in TAKEN are booked. */
enum map_fate room_write(struct room *r, size_t places, const uint16_t *taken,
    size_t takens, int64_t began);

/* Does what the worker does when the map agrees with the database: programs
 * trust the map from this instant on. */
void room_publish(struct room *r);

/* Claims N places of the slot. */
enum err room_take(struct room *r, int n, int *seat);

/* An act of a process on the map. */
struct room_act {
	void (*prepare)(struct room *); /* runs first, untraced; or NULL */
	void (*run)(struct room *);
};

/* Starts a process that runs STEPS instructions of ACT and then stops; *DONE
 * counts the instructions that ran.  The process exits with ROOM_CANNOT if the
 * host does not allow ptrace.  *STATUS is the status from waitpid(). */
#define ROOM_CANNOT 77
pid_t room_step(struct room *r, const struct room_act *act, long steps,
    long *done, int *status);

#endif
