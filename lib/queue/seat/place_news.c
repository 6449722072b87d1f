/* place_news.c - reads what changed since the last round. */
#include <string.h>

#include "base/day.h"
#include "queue/seat/place.h"
#include "queue/seat/place_refresh_private.h"

/* How many of the latest bookings have their tokens noted in a new map: those
 * of some minutes of a rush. */
#define ONCE_BACK 50000

#define PURGE_AFTER INT64_C(3600000000000) /* ns */
#define PURGE_ROWS 10000                   /* deleted by one statement */

enum {
	BOOKING_LAST,
	APPLICANT_LAST,
	CHANGE_LAST,
	BOOKINGS,
	APPLICANTS,
	CHANGES,
	CHANGED,
	PURGE,
};

const struct db_query place_news_queries[] = {
    [BOOKING_LAST] = {.name = "booking_last",
	.sql = "SELECT COALESCE(MAX(id), 0) FROM booking",
	.in = "",
	.out = "i"},
    [APPLICANT_LAST] = {.name = "applicant_last",
	.sql = "SELECT COALESCE(MAX(id), 0) FROM applicant",
	.in = "",
	.out = "i"},
    [CHANGE_LAST] = {.name = "place_change_last",
	.sql = "SELECT COALESCE(MAX(id), 0) FROM slot_change",
	.in = "",
	.out = "i"},
    [BOOKINGS] = {.name = "booking_news",
	.sql = "SELECT id, once FROM booking WHERE id > ? ORDER BY id LIMIT ?",
	.in = "ii",
	.out = "ib"},
    [APPLICANTS] = {.name = "applicant_news",
	.sql = "SELECT id, slot_id, seat_no FROM applicant WHERE id > ?"
	       " ORDER BY id LIMIT ?",
	.in = "ii",
	.out = "iii"},
    [CHANGES] = {.name = "place_change_news",
	.sql = "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM slot_change"
	       " WHERE id > ?",
	.in = "i",
	.out = "ii"},
    /* only slots that a full round would read too */
    [CHANGED] = {.name = "place_changed",
	.sql =
	    SEATS " FROM (SELECT DISTINCT slot_id FROM slot_change"
		  " WHERE id > ?) c"
		  " STRAIGHT_JOIN slot s FORCE INDEX (PRIMARY)"
		  " ON s.id = c.slot_id"
		  " STRAIGHT_JOIN opening o FORCE INDEX (PRIMARY)"
		  " ON o.id = s.opening_id"
		  " WHERE s.day >= ? AND " SLOT_ONLINE " AND o.closes_at > ?",
	.in = "ttidt",
	.out = SEATS_TYPES},
    [PURGE] = {.name = "place_change_purge",
	.sql = "DELETE FROM slot_change WHERE id <= ? ORDER BY id LIMIT ?",
	.in = "ii"},
};
const size_t place_news_query_count =
    sizeof(place_news_queries) / sizeof(place_news_queries[0]);

void
news_forget(struct place_refresh *r)
{
	memset(r->next_free, 0, sizeof(r->next_free));
	r->booking = r->applicant = (struct tail){.last = 0};
}

/* Starts T, unless it is started already, BACK rows before the end of the
 * table. */
static enum err
tail_begin(struct place_refresh *r, struct db *db, struct tail *t, int query,
    int64_t back)
{
	const struct db_value *row;
	enum err e;

	if (t->noted_at != 0)
		return OK;
	arena_reset(&r->arena);
	e = db_one(db, &r->arena, &place_news_queries[query], DB_NONE, &row);
	if (e == OK)
		tail_start(t, row[0].i, back);
	return e;
}

enum err
news_look(struct place_refresh *r, struct db *db)
{
	const struct db_value *row;
	enum err e = tail_begin(r, db, &r->change, CHANGE_LAST, TAIL_ROWS);

	if (e != OK)
		return e;
	r->looked_at = day_ticks();
	arena_reset(&r->arena);
	e = db_one(db, &r->arena, &place_news_queries[CHANGES],
	    DB_IN(db_int(tail_from(&r->change))), &row);
	if (e == OK) {
		r->changes = (int)row[0].i;
		r->change_last = row[1].i;
	}
	return e;
}

static enum err
see_booking(void *map, const struct db_value *row)
{
	place_once_note(map, (const unsigned char *)row[1].s);
	return OK;
}

static enum err
see_applicant(void *arg, const struct db_value *row)
{
	struct place_refresh *r = arg;

	/* the applicant has no place; slot_change reports a released place */
	if (row[2].null)
		return OK;
	return map_seat_take(&r->map, row[1].i, (uint16_t)row[2].i,
		   r->asked_at) == MAP_LATER
	           ? ERR_MISSING
	           : OK;
}

/* Reads the changed slots again. */
static enum err
read_changed(struct place_refresh *r, struct db *db, int64_t now,
    struct place_round *round)
{
	int64_t began = day_ticks();
	int fate[MAP_FATES] = {0};
	struct db_rows rows;
	enum err e;

	arena_reset(&r->arena);
	e = db_rows(db, &r->arena, &place_news_queries[CHANGED],
	    DB_IN(db_int(now), db_int(now), db_int(tail_from(&r->change)),
		db_int(day_national(now)), db_int(now)),
	    &rows);
	if (e != OK)
		return e;
	seats_write(&r->map, &r->arena, &rows, began, r->next_free, fate);
	round->unknown += fate[MAP_NO_ROOM];
	return fate[MAP_LATER] > 0 ? ERR_MISSING : OK;
}

/* Deletes rows of slot_change that are an hour old: the workers of all hosts
 * have read them. */
static enum err
purge(struct place_refresh *r, struct db *db)
{
	uint64_t gone;
	enum err e;

	if (r->purge_at == 0 || r->purge_id == 0) {
		r->purge_id = r->change.last;
		r->purge_at = day_ticks();
	}
	if (day_ticks() - r->purge_at < PURGE_AFTER)
		return OK;
	e = db_run(db, &place_news_queries[PURGE],
	    DB_IN(db_int(r->purge_id), db_int(PURGE_ROWS)), &gone);
	if (e == OK && gone < PURGE_ROWS)
		r->purge_id = 0;
	return e;
}

static void
mark_freed(struct place_refresh *r, int64_t now)
{
	for (uint32_t i = 0; i < r->map.slots; i++) {
		if (r->next_free[i] == 0 || r->next_free[i] > now)
			continue;
		r->next_free[i] = 0;
		map_slot_mark(&r->map, &r->map.data->slot[i]);
	}
}

enum err
news_read(struct place_refresh *r, struct db *db, int64_t now,
    struct place_round *round)
{
	enum err e =
	    tail_begin(r, db, &r->applicant, APPLICANT_LAST, TAIL_ROWS);

	r->asked_at = day_ticks();
	if (e == OK)
		e = tail_begin(r, db, &r->booking, BOOKING_LAST, ONCE_BACK);
	if (e == OK)
		e = tail_read(&r->applicant, db, &r->arena,
		    &place_news_queries[APPLICANTS], see_applicant, r);
	if (e == OK && r->changes > 0 && !round->full)
		e = read_changed(r, db, now, round);
	if (e == OK)
		e = tail_read(&r->booking, db, &r->arena,
		    &place_news_queries[BOOKINGS], see_booking, &r->map);
	if (e == OK)
		e = purge(r, db);
	if (e != OK)
		return e;
	tail_note(&r->change, r->change_last, r->looked_at);
	r->changes = -1;
	mark_freed(r, now);
	map_claims_check(&r->map);
	return OK;
}
