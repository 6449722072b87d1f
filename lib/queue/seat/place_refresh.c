/* place_refresh.c - keeping a host's seat map true. */
#include "queue/seat/place_refresh.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/day.h"
#include "base/log.h"
#include "queue/office/rules.h"
#include "queue/seat/place.h"
#include "queue/seat/place_map.h"

#define ARENA_SIZE 65536
/* Nearly full, and not so when it was made: with what has gone since. */
#define WORN(used, first, all)                                                 \
	((used) > (all) / 4 * 3 && (used) - (first) > (all) / 8)
#define MAKE_EVERY 10 /* seconds after a map could not be made */

/* Bookings whose tokens are noted: those of some minutes of a rush.  Their
 * numbers are given out before they are committed, hence the overlap. */
#define ONCE_BACK 50000
#define ONCE_OVERLAP 2000
#define ONCE_ROWS 5000

enum {
	OF_SLOT,
	OF_OFFICE,
	OFFICES,
	ONCE_LAST,
	ONCE,
};

/* Lists of numbers, since a row a seat would be a hundred times the rows.
 * While places open the server's statistics are of before: it believes the
 * tables empty and would read them whole. */
#define SEATS                                                                  \
	"SELECT s.id, (SELECT GROUP_CONCAT(p.seat_no)"                         \
	" FROM place p FORCE INDEX (PRIMARY)"                                  \
	" WHERE p.slot_id = s.id AND " PLACE_PUBLIC "),"                       \
	" (SELECT GROUP_CONCAT(a.seat_no) FROM applicant a FORCE INDEX (seat)" \
	" WHERE a.slot_id = s.id AND a.seat_no IS NOT NULL) FROM slot s"

const struct db_query place_refresh_queries[] = {
    [OF_SLOT] = {.name = "place_of_slot",
	.sql = SEATS " WHERE s.id = ?",
	.in = "ti",
	.out = "iss"},
    [OF_OFFICE] = {.name = "place_of_office",
	.sql = SEATS " FORCE INDEX (office_day)"
		     " STRAIGHT_JOIN opening o ON o.id = s.opening_id"
		     " WHERE s.office_id = ? AND s.day >= ?"
		     " AND " SLOT_ONLINE " AND o.closes_at > ?",
	.in = "tidt",
	.out = "iss"},
    [OFFICES] = {.name = "place_offices",
	.sql = "SELECT id FROM office ORDER BY id",
	.in = "",
	.out = "i",
	.scan = true},
    [ONCE_LAST] = {.name = "place_once_last",
	.sql = "SELECT COALESCE(MAX(id), 0) FROM booking",
	.in = "",
	.out = "i"},
    [ONCE] = {.name = "place_once",
	.sql = "SELECT id, once FROM booking WHERE id > ? ORDER BY id LIMIT ?",
	.in = "ii",
	.out = "ib"},
};
const size_t place_refresh_query_count =
    sizeof(place_refresh_queries) / sizeof(place_refresh_queries[0]);

struct place_refresh {
	struct place_map map;
	struct arena arena; /* of one answer */
	const char *path;
	const char *new_path; /* a map that is not whole yet */
	int64_t once;         /* last booking whose token was noted */
	uint32_t marks;       /* marks seen */
	bool worn;            /* was too full at the last round */
	size_t slots, seats;  /* of the map when it was made; 0: not by us */
	int unknown;          /* slots without room that were told of */
	int64_t refused_at;   /* day_due: no map could be made; 0: it could */
};

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
	r->map.judge = r->map.writes = true;
	arena_init(&r->arena, ARENA_SIZE);
	arena_defer(a, close_at_reset, r);
	return r;
}

static int
by_number(const void *a, const void *b)
{
	return *(const uint16_t *)a - *(const uint16_t *)b;
}

/* The numbers of "3,1,2" in order; NULL is none. */
static uint16_t *
numbers(struct arena *a, const char *list, size_t *count)
{
	size_t n = list != NULL, k = 0;
	uint16_t *out;

	for (const char *p = list; p != NULL && *p != '\0'; p++)
		n += *p == ',';
	out = ARENA_ARRAY(a, uint16_t, n);
	for (char *end; k < n; k++, list = end + (*end == ','))
		out[k] = (uint16_t)strtoul(list, &end, 10);
	qsort(out, n, sizeof(*out), by_number);
	*count = n;
	return out;
}

/* Writes an answer of SEATS, asked at BEGAN, into M, and counts what became of
 * its slots; none after one that must wait. */
static void
write_rows(struct place_map *m, struct arena *a, const struct db_rows *rows,
    int64_t began, int fate[MAP_FATES])
{
	for (size_t i = 0; i < rows->count && fate[MAP_LATER] == 0; i++) {
		const struct db_value *row = db_cell(rows, i, 0);
		struct map_news news = {.slot_id = row[0].i, .began = began};

		news.place = numbers(a, row[1].s, &news.places);
		news.taken = numbers(a, row[2].s, &news.takens);
		fate[map_slot_write(m, &news)]++;
	}
}

/* Rereads a slot into M, which writes. */
static enum err
reread(struct place_map *m, struct db *db, struct arena *a, int64_t slot_id,
    int64_t now)
{
	int64_t began = day_ticks();
	int fate[MAP_FATES] = {0};
	struct map_slot *s;
	struct db_rows rows;
	enum err e = db_rows(db, a, &place_refresh_queries[OF_SLOT],
	    DB_IN(db_int(now), db_int(slot_id)), &rows);

	if (e != OK)
		return e;
	write_rows(m, a, &rows, began, fate);
	if (m->judge)
		return fate[MAP_LATER] > 0 ? ERR_MISSING : OK;
	/* what a program cannot write is the worker's to mend */
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
	return reread(map, db, a, slot_id, now);
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
	    DB_IN(db_int(now), db_int(office_id), db_int(day_national(now)),
		db_int(now)),
	    &rows);
	if (e != OK)
		return e;
	round->slots += (int)rows.count;
	write_rows(&r->map, &r->arena, &rows, began, fate);
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

/* Notes the tokens of bookings that came since the last round. */
static enum err
read_once(struct place_refresh *r, struct db *db, bool made)
{
	const struct db_value *last;
	struct db_rows rows;
	int64_t from;
	enum err e;

	arena_reset(&r->arena);
	e = db_one(
	    db, &r->arena, &place_refresh_queries[ONCE_LAST], DB_NONE, &last);
	if (e != OK)
		return e;
	/* a worker that comes to a map of the one before knows no number */
	from = made || r->once == 0 ? last[0].i - ONCE_BACK
	                            : r->once - ONCE_OVERLAP;
	do {
		arena_reset(&r->arena);
		e = db_rows(db, &r->arena, &place_refresh_queries[ONCE],
		    DB_IN(db_int(from < 0 ? 0 : from), db_int(ONCE_ROWS)),
		    &rows);
		if (e != OK)
			return e;
		for (size_t i = 0; i < rows.count; i++) {
			const struct db_value *row = db_cell(&rows, i, 0);

			from = row[0].i;
			place_once_note(
			    &r->map, (const unsigned char *)row[1].s);
		}
	} while (rows.count == ONCE_ROWS);
	r->once = from;
	return OK;
}

/* False if M was never true, or was before the host started anew: its ticks
 * are then of another clock. */
static bool
usable(const struct place_map *m)
{
	return map_age(atomic_load(&m->data->refreshed_at)) >= 0;
}

/* A map that nobody sees yet.  Where there was no room for one, it is not tried
 * again, nor told, at every turn. */
static enum err
make(struct place_refresh *r, bool *made)
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

/* Opens the map that is there; false if it is not to be believed. */
static bool
take_up(struct place_refresh *r)
{
	r->map.path = r->path;
	if (map_open(&r->map) == OK && usable(&r->map))
		return true;
	map_close(&r->map);
	return false;
}

/* A map to write into: the one that is there if it is good, else a new one
 * that nobody sees yet. */
static enum err
ready(struct place_refresh *r, bool *made)
{
	bool damaged =
	    map_sound(&r->map) && atomic_load(&r->map.data->refreshed_at) == 0;
	enum err e;

	*made = false;
	if (map_sound(&r->map) && !damaged && !r->worn)
		return OK;
	/* perhaps before any program has looked, so nobody else would say it */
	if (r->map.data != NULL && !map_sound(&r->map))
		log_warn("place", "why=gone map=damaged");
	map_close(&r->map);
	if (!damaged && !r->worn && take_up(r))
		return OK; /* of a worker before us */
	e = make(r, made);
	/* no room for two: a worn one is better than none, and what nobody
	 * believes makes room for the next */
	if (e != OK && r->worn && take_up(r))
		return OK;
	if (e != OK)
		unlink(r->path);
	return e;
}

/* A round that began at the tick BEGAN, when the map said WAS. */
struct turn {
	int64_t began, was;
	bool made;
};

static enum err
begin(struct place_refresh *r, struct turn *t)
{
	enum err e = ready(r, &t->made);

	t->began = day_ticks();
	t->was = e == OK ? atomic_load(&r->map.data->refreshed_at) : 0;
	/* damaged since ready() has looked */
	if (e == OK && !t->made && t->was == 0)
		e = ERR_MISSING;
	return e;
}

/* Declares the map true, unless a program has found damage since. */
static enum err
publish(struct place_refresh *r, const struct turn *t, uint64_t snapshot)
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

enum err
place_refresh_all(struct place_refresh *r, struct db *db, int64_t now,
    uint64_t snapshot, struct place_round *round)
{
	struct turn t = {.made = false};
	enum err e;

	*round = (struct place_round){.slots = 0};
	e = begin(r, &t);
	if (e != OK)
		return e;
	round->made = t.made;
	r->map.trusted = true; /* for our own notes */
	r->marks = atomic_load(&r->map.data->dirty);
	e = read_offices(r, db, now, round);
	if (e == OK)
		e = read_once(r, db, t.made);
	if (e == OK)
		e = publish(r, &t, snapshot);
	if (e != OK) {
		if (t.made) {
			map_close(&r->map);
			unlink(r->new_path);
		}
		return e;
	}
	if (t.made) {
		r->slots = r->map.slots;
		r->seats = r->map.seats;
	}
	r->worn = WORN(r->map.slots, r->slots, MAP_SLOTS) ||
	          WORN(r->map.seats, r->seats, MAP_SEATS);
	if (round->unknown > r->unknown)
		log_warn("place", "why=no-room slots=%d", round->unknown);
	r->unknown = round->unknown;
	return OK;
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
		e = reread(&r->map, db, &r->arena, atomic_load(&s->id), now);
	}
	return e;
}
