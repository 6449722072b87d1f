/* place.c - the claim of places, from the seat map or the database. */
#include "queue/seat/place.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"
#include "queue/office/rules.h"
#include "queue/seat/place_map.h"

#define OPEN_EVERY 1 /* seconds between tries to open the map */
#define LOG_EVERY 60 /* seconds between log lines about a missing map */

enum {
	LEFT,
	FREE,
};

const struct db_query place_queries[] = {
    [LEFT] = {.name = "place_left",
	.sql = "SELECT COUNT(*)" PLACES_FREE("?"),
	.in = "it",
	.out = "i"},
    [FREE] = {.name = "place_free",
	.sql = "SELECT p.seat_no" PLACES_FREE("?") " ORDER BY p.seat_no",
	.in = "it",
	.out = "i"},
};
const size_t place_query_count =
    sizeof(place_queries) / sizeof(place_queries[0]);

static void
close_at_reset(void *map)
{
	map_close(map);
}

struct place_map *
place_map_open(struct arena *a, const char *run_dir)
{
	struct place_map *m = ARENA_NEW(a, struct place_map);

	m->path = arena_printf(a, "%s/map/seats.map", run_dir);
	arena_defer(a, close_at_reset, m);
	return m;
}

/* The reason why M cannot be trusted, for the log; NULL if M can be trusted.
 * Opens the map if it is not open. */
static const char *
distrust_reason(struct place_map *m)
{
	int64_t age;
	enum err e;

	if (m->data != NULL && !map_sound(m))
		map_close(m);
	if (m->data == NULL) {
		if (!day_due(&m->tried_at, OPEN_EVERY))
			return "missing";
		e = map_open(m);
		if (e != OK)
			return e == ERR_MISSING ? "missing" : "damaged";
	}
	age = map_age(atomic_load(&m->data->refreshed_at));
	return age < 0 || age > MAP_TRUST_AGE ? "stale" : NULL;
}

bool
place_map_trusted(struct place_map *m)
{
	const char *why;

	if (m == NULL)
		return false;
	why = distrust_reason(m);
	m->trusted = why == NULL;
	if (m->trusted && m->logged_at != 0) {
		log_info("place", "map=trusted");
		m->logged_at = 0;
	} else if (!m->trusted && day_due(&m->logged_at, LOG_EVERY)) {
		/* before the worker has made the first map this is normal */
		(m->was_trusted ? log_warn : log_info)(
		    "place", "map=distrusted why=%s", why);
	}
	m->was_trusted = m->was_trusted || m->trusted;
	return m->trusted;
}

uint64_t
place_map_snapshot(const struct place_map *m)
{
	return atomic_load(&m->data->snapshot);
}

bool
map_writes(struct place_map *m)
{
	if (m == NULL || m->data == NULL || m->writes)
		return m != NULL && m->data != NULL;
	m->writes = true;
	map_close(m);
	m->tried_at = 0;
	(void)place_map_trusted(m);
	return m->data != NULL;
}

/* The slot in the map, if the map is trusted; else NULL. */
static struct map_slot *
trusted_slot(const struct place_map *m, int64_t slot_id)
{
	return m != NULL && m->trusted ? map_slot_find(m, slot_id) : NULL;
}

int
place_known(const struct place_map *m, int64_t slot_id)
{
	struct map_slot *s = trusted_slot(m, slot_id);

	return s == NULL ? MAP_UNKNOWN : map_slot_left(s);
}

enum err
place_left(struct place_map *map, struct db *db, struct arena *a,
    int64_t slot_id, int64_t now, int *left)
{
	const struct db_value *row;
	int n = place_map_trusted(map) ? place_known(map, slot_id) : -1;
	enum err e;

	if (n >= 0) {
		*left = n;
		return OK;
	}
	e = db_one(db, a, &place_queries[LEFT],
	    DB_IN(db_int(slot_id), db_int(now)), &row);
	if (e == OK)
		*left = (int)row[0].i;
	return e;
}

/* The slot in the map, mapped for writing, if the map is trusted; else NULL. */
static struct map_slot *
writable_slot(struct place_map *m, int64_t slot_id)
{
	return m != NULL && m->trusted && map_writes(m)
	           ? trusted_slot(m, slot_id)
	           : NULL;
}

/* Claims N seats of a locked slot, beginning at this host's start seat, so that
 * hosts choose different seats.  The numbers are sorted: two bookings that
 * insert seats in the same order cannot deadlock. */
static enum err
claim_in_map(
    const struct place_map *m, const struct map_hold *hold, int n, int *seat)
{
	struct seat is = {.state = SEAT_CLAIMED,
	    .owner = (int32_t)getpid(),
	    .at = day_ticks()};
	uint32_t begin = atomic_load(&m->data->start);
	uint32_t found[PARTY_MAX];
	int have = 0;

	for (uint32_t i = 0; i < hold->count && have < n; i++) {
		uint32_t at = (begin % hold->count + i) % hold->count;

		if (hold->seat[at].state == SEAT_FREE)
			found[have++] = at;
	}
	if (have < n)
		return ERR_FULL;
	for (int i = 0; i < n; i++) {
		int at = i;

		is.no = hold->seat[found[i]].no;
		hold->seat[found[i]] = is;
		for (; at > 0 && seat[at - 1] > is.no; at--)
			seat[at] = seat[at - 1];
		seat[at] = is.no;
	}
	atomic_fetch_sub(&hold->slot->left, n);
	return OK;
}

/* Chooses N of the free seats at random from the database, in rising order. */
static enum err
choose_in_database(
    struct db *db, struct arena *a, const struct place_wish *w, int *seat)
{
	struct db_rows free;
	size_t need = (size_t)w->n, taken = 0;
	uint32_t r;
	enum err e = db_rows(db, a, &place_queries[FREE],
	    DB_IN(db_int(w->slot_id), db_int(w->now)), &free);

	if (e != OK)
		return e;
	if (free.count < need)
		return ERR_FULL;
	for (size_t i = 0; i < free.count && taken < need; i++) {
		crypt_random(&r, sizeof(r));
		if (r % (free.count - i) < need - taken)
			seat[taken++] = (int)db_cell(&free, i, 0)->i;
	}
	return OK;
}

enum err
place_take(struct place_map *map, struct db *db, struct arena *a,
    const struct place_wish *w, int seat[PARTY_MAX])
{
	int left =
	    place_map_trusted(map) ? place_known(map, w->slot_id) : MAP_UNKNOWN;
	struct map_slot *s = NULL;
	struct map_hold hold;
	bool spoilt, unknown;
	enum err e;

	assert(w->n >= 1 && w->n <= PARTY_MAX);
	if (left != MAP_UNKNOWN && left < w->n)
		return ERR_FULL;
	if (left != MAP_UNKNOWN)
		s = writable_slot(map, w->slot_id);
	if (s == NULL || !map_slot_lock(map, s, &hold))
		return choose_in_database(db, a, w, seat);
	e = claim_in_map(map, &hold, w->n, seat);
	/* under the lock `left` equals the number of free seats, or the map is
	 * damaged */
	spoilt = e == ERR_FULL && map_slot_left(s) >= w->n;
	unknown = e == ERR_FULL && map_slot_left(s) == MAP_UNKNOWN;
	map_slot_unlock(map, &hold);
	if (spoilt)
		map_damage(map, "seats");
	return spoilt || unknown ? choose_in_database(db, a, w, seat) : e;
}

void
place_give_back(
    struct place_map *map, int64_t slot_id, int n, const int seat[PARTY_MAX])
{
	struct map_slot *s = writable_slot(map, slot_id);
	int32_t me = (int32_t)getpid();
	struct map_hold hold;

	if (s == NULL || !map_slot_lock(map, s, &hold))
		return;
	for (uint32_t i = 0, k = 0; i < hold.count && k < (uint32_t)n; i++) {
		struct seat *q = &hold.seat[i];

		if (q->no != seat[k])
			continue;
		k++;
		/* the claim possibly ended, and another process has the seat */
		if (q->state != SEAT_CLAIMED || q->owner != me)
			continue;
		q->state = SEAT_FREE;
		q->at = day_ticks();
		atomic_fetch_add(&s->left, 1);
	}
	map_slot_unlock(map, &hold);
}

/* Finds where the map stores the one-time token ONCE.  The map is a table of
 * MAP_ONCE_SETS sets of MAP_ONCE_WAYS numbers each.  Returns the set that ONCE
 * belongs to, and sets *KEY to the number that stands for ONCE: its first 8
 * bytes.  The caller then looks for *KEY in that set. */
static _Atomic uint64_t *
once_ways(const struct place_map *m, const unsigned char *once, uint64_t *key)
{
	memcpy(key, once, sizeof(*key));
	return m->data->once[*key % MAP_ONCE_SETS];
}

void
place_once_note(struct place_map *m, const unsigned char once[PLACE_ONCE_SIZE])
{
	_Atomic uint64_t *way;
	uint64_t key;
	uint32_t next;

	if (!map_writes(m) || place_once_known(m, once))
		return;
	way = once_ways(m, once, &key);
	next = atomic_fetch_add(&m->data->once_next[key % MAP_ONCE_SETS], 1);
	atomic_store(&way[next % MAP_ONCE_WAYS], key);
}

bool
place_once_known(
    const struct place_map *m, const unsigned char once[PLACE_ONCE_SIZE])
{
	_Atomic uint64_t *way;
	uint64_t key;

	if (m == NULL || m->data == NULL)
		return false;
	way = once_ways(m, once, &key);
	for (int i = 0; i < MAP_ONCE_WAYS; i++)
		if (atomic_load(&way[i]) == key)
			return true;
	return false;
}
