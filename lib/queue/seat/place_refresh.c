/* place_refresh.c - keeps the seat map of a host up to date. */
#include "queue/seat/place_refresh.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/day.h"
#include "base/log.h"
#include "queue/office/rules.h"
#include "queue/seat/place.h"
#include "queue/seat/place_refresh_private.h"

#define ARENA_SIZE 65536
#define SECOND INT64_C(1000000000)
/* True if a map is nearly full, and much fuller than when it was made: a new
 * map without the slots of the past would have more space. */
#define NEARLY_FULL(used, first, all)                                          \
	((used) > (all) / 4 * 3 && (used) - (first) > (all) / 8)
#define MAKE_EVERY 10 /* seconds after a failed try to make a map */
#define FULL_EVERY 60 /* seconds between full rounds */

enum {
	OF_SLOT,
	OF_OFFICE,
	OFFICES,
};

const struct db_query place_refresh_queries[] = {
    [OF_SLOT] = {.name = "place_of_slot",
	.sql = SEATS " FROM slot s WHERE s.id = ?",
	.in = "tti",
	.out = SEATS_TYPES},
    [OF_OFFICE] = {.name = "place_of_office",
	.sql = SEATS " FROM slot s FORCE INDEX (office_day)"
		     " STRAIGHT_JOIN opening o ON o.id = s.opening_id"
		     " WHERE s.office_id = ? AND s.day >= ?"
		     " AND " SLOT_ONLINE " AND o.closes_at > ?",
	.in = "ttidt",
	.out = SEATS_TYPES},
    [OFFICES] = {.name = "place_offices",
	.sql = "SELECT id FROM office ORDER BY id",
	.in = "",
	.out = "i",
	.scan = true},
};
const size_t place_refresh_query_count =
    sizeof(place_refresh_queries) / sizeof(place_refresh_queries[0]);

static void
close_at_reset(void *arg)
{
	struct place_refresh *r = arg;

	map_close(&r->map);
	arena_free(&r->arena);
}

struct place_refresh *
place_refresh_open(struct arena *a, const char *run_dir)
{
	struct place_refresh *r = ARENA_NEW(a, struct place_refresh);

	r->path = r->map.path = arena_printf(a, "%s/map/seats.map", run_dir);
	r->new_path = arena_printf(a, "%s/map/seats.map.new", run_dir);
	r->map.worker = r->map.writes = true;
	r->changes = -1;
	arena_init(&r->arena, ARENA_SIZE);
	arena_defer(a, close_at_reset, r);
	return r;
}

/* Reads slot SLOT_ID from the database and writes it into M, which is mapped
 * for writing. */
static enum err
reread(struct place_map *m, struct db *db, struct arena *a, int64_t slot_id,
    int64_t now, int64_t *next_free)
{
	int64_t began = day_ticks();
	int fate[MAP_FATES] = {0};
	struct map_slot *s;
	struct db_rows rows;
	enum err e = db_rows(db, a, &place_refresh_queries[OF_SLOT],
	    DB_IN(db_int(now), db_int(now), db_int(slot_id)), &rows);

	if (e != OK)
		return e;
	seats_write(m, a, &rows, began, next_free, fate);
	if (m->worker)
		return fate[MAP_LATER] > 0 ? ERR_MISSING : OK;
	/* a program cannot make space for the slot: leave it to the worker */
	s = fate[MAP_WRITTEN] > 0 ? NULL : map_slot_find(m, slot_id);
	if (s != NULL)
		map_slot_mark(m, s);
	return OK;
}

enum err
place_reread(struct place_map *map, struct db *db, struct arena *a,
    int64_t slot_id, int64_t now)
{
	if (place_known(map, slot_id) == MAP_UNKNOWN || !map_writes(map))
		return OK;
	return reread(map, db, a, slot_id, now, NULL);
}

static enum err
read_office(struct place_refresh *r, struct db *db, int64_t office_id,
    int64_t now, struct place_round *round)
{
	int64_t began = day_ticks();
	int fate[MAP_FATES] = {0};
	struct db_rows rows;
	enum err e;

	arena_reset(&r->arena);
	e = db_rows(db, &r->arena, &place_refresh_queries[OF_OFFICE],
	    DB_IN(db_int(now), db_int(now), db_int(office_id),
		db_int(day_national(now)), db_int(now)),
	    &rows);
	if (e != OK)
		return e;
	round->slots += (int)rows.count;
	seats_write(&r->map, &r->arena, &rows, began, r->next_free, fate);
	round->unknown += fate[MAP_NO_ROOM];
	if (fate[MAP_LATER] > 0)
		return ERR_MISSING;
	for (size_t i = 0; i < rows.count; i++) {
		const struct map_slot *s =
		    map_slot_find(&r->map, db_cell(&rows, i, 0)->i);

		if (s != NULL && map_slot_left(s) != MAP_UNKNOWN)
			round->left += map_slot_left(s);
	}
	return OK;
}

static enum err
read_offices(struct place_refresh *r, struct db *db, int64_t now,
    struct place_round *round)
{
	struct arena list;
	struct db_rows rows;
	enum err e;

	arena_init(&list, ARENA_SIZE);
	e = db_rows(db, &list, &place_refresh_queries[OFFICES], DB_NONE, &rows);
	for (size_t i = 0; e == OK && i < rows.count; i++)
		e = read_office(r, db, db_cell(&rows, i, 0)->i, now, round);
	arena_free(&list);
	return e;
}

/* True if the worker has declared M true (refreshed_at) since the host was
 * started.  Ticks begin anew when the host is started, so an older value tells
 * nothing. */
static bool
map_usable(const struct place_map *m)
{
	return map_age(atomic_load(&m->data->refreshed_at)) >= 0;
}

/* Makes a new map, which has no final name yet.  After a failure (no space in
 * the file system) waits MAKE_EVERY seconds before the next try. */
static enum err
make_new(struct place_refresh *r, bool *made)
{
	enum err e;

	if (r->refused_at != 0 && !day_due(&r->refused_at, MAKE_EVERY))
		return ERR_FAULT;
	unlink(r->new_path);
	r->map.path = r->new_path;
	e = map_make(&r->map);
	if (e == OK) {
		*made = true;
		r->refused_at = 0;
		return OK;
	}
	unlink(r->new_path);
	r->refused_at = day_ticks();
	return e;
}

/* Opens the existing map; false if there is no map that can be used. */
static bool
open_existing(struct place_refresh *r)
{
	r->map.path = r->path;
	if (map_open(&r->map) == OK && map_usable(&r->map))
		return true;
	map_close(&r->map);
	return false;
}

/* Opens a map to write into: the existing map if it can be used, else a new
 * map. */
static enum err
map_ready(struct place_refresh *r, bool *made)
{
	bool damaged =
	    map_sound(&r->map) && atomic_load(&r->map.data->refreshed_at) == 0;
	enum err e;

	*made = false;
	if (map_sound(&r->map) && !damaged && !r->nearly_full)
		return OK;
	/* log it here: possibly no program has noticed it yet */
	if (r->map.data != NULL && !map_sound(&r->map))
		log_warn("place", "why=gone map=damaged");
	map_close(&r->map);
	if (!damaged && !r->nearly_full && open_existing(r))
		return OK; /* made by the previous worker process */
	e = make_new(r, made);
	/* No space for a second map.  Keep using a nearly full one; if the map
	 * is not usable, delete it, so that the next try has space. */
	if (e != OK && r->nearly_full && open_existing(r))
		return OK;
	if (e != OK)
		unlink(r->path);
	return e;
}

/* A round: the tick BEGAN at which it began, and the value WAS that
 * refreshed_at of the map had then. */
struct round {
	int64_t began, was;
	bool made;
};

static enum err
round_begin(struct place_refresh *r, struct round *t)
{
	enum err e = map_ready(r, &t->made);

	t->began = day_ticks();
	t->was = e == OK ? atomic_load(&r->map.data->refreshed_at) : 0;
	/* a program found damage since the map was opened */
	if (e == OK && !t->made && t->was == 0)
		e = ERR_MISSING;
	return e;
}

/* Declares the map true as of the beginning of the round, unless a program has
 * found damage since then. */
static enum err
publish(struct place_refresh *r, const struct round *t, uint64_t snapshot)
{
	if (!map_sound(&r->map) ||
	    !map_declare(&r->map, t->was, t->began, snapshot))
		return ERR_MISSING;
	if (!t->made)
		return OK;
	if (rename(r->new_path, r->path) == 0) {
		r->map.path = r->path;
		return OK;
	}
	log_fault("place", "file=%s errno=%d", r->path, errno);
	return ERR_FAULT;
}

/* Reads what this round has to read: everything, or the changes. */
static enum err
read_round(struct place_refresh *r, struct db *db, int64_t now,
    const struct round *t, struct place_round *round)
{
	enum err e = OK;

	if (t->made)
		news_forget(r);
	round->full = t->made || r->full_at == 0 ||
	              t->began - r->full_at >= FULL_EVERY * SECOND;
	r->map.trusted = true; /* by this process itself */
	r->marks = atomic_load(&r->map.data->dirty);
	if (r->changes < 0)
		e = news_look(r, db);
	if (e == OK && round->full)
		e = read_offices(r, db, now, round);
	return e == OK ? news_read(r, db, now, round) : e;
}

/* After a full round: checks whether the map is nearly full. */
static void
round_settle(
    struct place_refresh *r, const struct round *t, struct place_round *round)
{
	r->full_at = t->began;
	if (t->made) {
		r->slots = r->map.slots;
		r->seats = r->map.seats;
	}
	r->nearly_full = NEARLY_FULL(r->map.slots, r->slots, MAP_SLOTS) ||
	                 NEARLY_FULL(r->map.seats, r->seats, MAP_SEATS);
	r->unknown = round->unknown;
}

enum err
place_refresh_all(struct place_refresh *r, struct db *db, int64_t now,
    uint64_t snapshot, struct place_round *round)
{
	struct round t = {.made = false};
	enum err e;

	*round = (struct place_round){.slots = 0};
	e = round_begin(r, &t);
	if (e != OK)
		return e;
	round->made = t.made;
	e = read_round(r, db, now, &t, round);
	if (e == OK)
		e = publish(r, &t, snapshot);
	if (e == OK && round->unknown > r->unknown) {
		log_warn("place", "why=no-room slots=%d", round->unknown);
		r->unknown = round->unknown;
	}
	if (e == OK && round->full)
		round_settle(r, &t, round);
	if (e != OK)
		r->full_at = 0;
	if (e != OK && t.made) {
		map_close(&r->map);
		unlink(r->new_path);
	}
	return e;
}

enum err
place_refresh_look(struct place_refresh *r, struct db *db, bool *changed)
{
	enum err e = news_look(r, db);

	if (e == OK)
		*changed = r->changes > 0;
	return e;
}

bool
place_refresh_due(struct place_refresh *r)
{
	return !map_sound(&r->map) ||
	       atomic_load(&r->map.data->refreshed_at) == 0 ||
	       atomic_load(&r->map.data->dirty) != r->marks;
}

enum err
place_refresh_marked(struct place_refresh *r, struct db *db, int64_t now)
{
	struct map_data *d = r->map.data;
	enum err e = OK;

	if (!map_sound(&r->map) || atomic_load(&d->refreshed_at) == 0)
		return ERR_MISSING;
	r->marks = atomic_load(&d->dirty);
	for (uint32_t i = 0; e == OK && i < r->map.slots; i++) {
		struct map_slot *s = &d->slot[i];

		if (atomic_exchange(&s->dirty, 0) == 0)
			continue;
		arena_reset(&r->arena);
		e = reread(&r->map, db, &r->arena, atomic_load(&s->id), now,
		    r->next_free);
	}
	return e;
}
