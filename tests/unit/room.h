/* room.h - a folder with a seat map of one slot, its worker and a program. */
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
	struct place_map writer; /* as the worker has it */
	struct place_map *map;   /* as a program has it */
	int64_t published;       /* the tick of the last room_publish */
	struct db *db;           /* nobody is there */
	struct conf conf;
};

/* For cmocka: a room with ROOM_PLACES free, and its end. */
int room_make(void **state);
int room_drop(void **state);

/* A new map in place of the one that is there; the program sees it. */
void room_renew(struct room *r);

/* A program of its own, which a child must be: locks are of who opened. */
void room_enter(struct room *r);

/* Says what the database does: PLACES numbers 1, 4, 7 ... of the slot, TAKENS
 * of them in TAKEN; asked at the tick BEGAN. */
enum map_fate room_write(struct room *r, size_t places, const uint16_t *taken,
    size_t takens, int64_t began);

/* Declares the map true as of now. */
void room_publish(struct room *r);

/* Claims N places of the slot. */
enum err room_take(struct room *r, int n, int *seat);

/* Something a process does with the map. */
struct room_act {
	void (*prepare)(struct room *); /* before it is watched; or NULL */
	void (*run)(struct room *);
};

/* Runs STEPS instructions of ACT, which are counted in *DONE, in a process that
 * then stands still; it exits with ROOM_CANNOT if no process may be watched
 * here.  *STATUS is that of waitpid(). */
#define ROOM_CANNOT 77
pid_t room_step(struct room *r, const struct room_act *act, long steps,
    long *done, int *status);

#endif
