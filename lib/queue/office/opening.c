/* opening.c - makes slots and places from the week template. */
#include "queue/office/opening.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "db/transact.h"
#include "queue/audit/audit.h"
#include "queue/office/closed_day.h"
#include "queue/office/quota.h"

enum {
	LOCK,
	ADD,
	SLOTS,
	PLACES,
};

/* A derived table of the digits 0 to 9.  A join of three such tables has
 * QUOTA_PLACES_MAX rows, one for each place.  STRAIGHT_JOIN fixes the join
 * order: with the order that the server chooses, the statement takes 80 ms
 * instead of 1 ms. */
#define DIGITS                                                                 \
	"(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL"       \
	" SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL"            \
	" SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)"

const struct db_query opening_queries[] = {
    [LOCK] = {.name = "opening_lock",
	.sql = "SELECT id FROM office WHERE id = ? FOR UPDATE",
	.in = "i",
	.out = "i"},
    [ADD] = {.name = "opening_add",
	.sql = "INSERT INTO opening (office_id, first_day, last_day,"
	       " opens_at, closes_at) VALUES (?, ?, ?, ?, ?)",
	.in = "iddtt"},
    [SLOTS] = {.name = "opening_slots",
	.sql = "INSERT INTO slot (office_id, opening_id, day, start_minute,"
	       " end_minute, lane) SELECT q.office_id, ?, ?, q.start_minute,"
	       " q.end_minute, q.lane FROM quota q WHERE q.office_id = ?"
	       " AND q.weekday = ? AND NOT EXISTS (SELECT 1 FROM slot s"
	       " WHERE s.office_id = q.office_id AND s.day = ?"
	       " AND s.start_minute < q.end_minute"
	       " AND s.end_minute > q.start_minute AND s.lane = q.lane)",
	.in = "idiid"},
    [PLACES] = {.name = "opening_places",
	.sql = "INSERT INTO place (slot_id, seat_no)"
	       " SELECT STRAIGHT_JOIN s.id, 1 + u.d + 10 * t.d + 100 * h.d"
	       " FROM slot s"
	       " JOIN quota q ON q.office_id = s.office_id"
	       " AND q.weekday = WEEKDAY(s.day) + 1"
	       " AND q.start_minute = s.start_minute AND q.lane = s.lane"
	       " JOIN " DIGITS " h ON 100 * h.d < q.places"
	       " JOIN " DIGITS " t ON 10 * t.d + 100 * h.d < q.places"
	       " JOIN " DIGITS " u ON u.d + 10 * t.d + 100 * h.d < q.places"
	       " WHERE s.opening_id = ?",
	.in = "i"},
};
const size_t opening_query_count =
    sizeof(opening_queries) / sizeof(opening_queries[0]);

/* An opening to make.  opening_make reads the template and the closed days
 * before the transaction; `made` is the result. */
struct plan {
	const struct actor *by;
	struct arena *arena;
	const struct opening *o;
	struct opening_made made;
	struct quota *quota;
	int quotas;
	struct closed_day *closed;
	int closed_days;
};

enum opening_state
opening_state(int64_t opens_at, int64_t closes_at, int64_t now)
{
	if (closes_at <= now)
		return OPENING_OVER;
	return opens_at > now ? OPENING_EARLY : OPENING_NOW;
}

static enum err
opening_judge(struct db *db, struct arena *a, const struct opening *o)
{
	int first = day_date(o->first).year, last = day_date(o->last).year;

	if (o->last < o->first || o->last - o->first >= OPENING_DAYS_MAX ||
	    o->closes_at <= o->opens_at ||
	    o->closes_at - o->opens_at > OPENING_LONGEST)
		return ERR_INPUT;
	for (int year = first; year <= last && !o->unconfirmed; year++) {
		bool decreed;
		enum err e = closed_day_decreed(db, a, year, &decreed);

		if (e != OK)
			return e;
		if (!decreed)
			return ERR_EARLY;
	}
	return OK;
}

static int
plan_periods(const struct plan *p, int32_t day)
{
	int weekday = day_weekday(day), n = 0;

	for (int i = 0; i < p->quotas; i++)
		n += p->quota[i].weekday == weekday;
	return n;
}

static bool
plan_closed(const struct plan *p, int32_t day)
{
	return closed_day_at(p->closed, p->closed_days, p->o->office_id, day) !=
	       NULL;
}

static bool
plan_unsure(const struct plan *p, int32_t day)
{
	for (int i = 0; i < p->closed_days; i++)
		if (abs(p->closed[i].day - day) <= 1 &&
		    p->closed[i].status == CLOSED_DAY_PREDICTED)
			return true;
	return false;
}

static enum err
plan_day(struct db *db, const struct plan *p, int64_t opening_id, int32_t day,
    struct opening_made *made)
{
	int periods = plan_periods(p, day);
	uint64_t slots;
	enum err e;

	if (periods == 0)
		return OK;
	made->unsure += plan_unsure(p, day);
	if (plan_closed(p, day)) {
		made->closed++;
		return OK;
	}
	e = db_run(db, &opening_queries[SLOTS],
	    DB_IN(db_int(opening_id), db_int(day), db_int(p->o->office_id),
		db_int(day_weekday(day)), db_int(day)),
	    &slots);
	if (e != OK)
		return e;
	made->days += slots > 0;
	made->slots += (int)slots;
	made->kept += periods - (int)slots;
	return OK;
}

static enum err
plan_fill(struct db *db, const struct plan *p, struct opening_made *made)
{
	uint64_t places;
	int64_t id;
	enum err e = db_run(db, &opening_queries[ADD],
	    DB_IN(db_int(p->o->office_id), db_int(p->o->first),
		db_int(p->o->last), db_int(p->o->opens_at),
		db_int(p->o->closes_at)),
	    NULL);

	if (e != OK)
		return e;
	id = db_last_id(db);
	for (int32_t day = p->o->first; e == OK && day <= p->o->last; day++)
		e = plan_day(db, p, id, day, made);
	if (e != OK || made->slots == 0)
		return e;
	e = db_run(db, &opening_queries[PLACES], DB_IN(db_int(id)), &places);
	if (e == OK)
		made->places = (int64_t)places;
	return e;
}

/* The transaction of opening_make.  Locks the office's row first: otherwise two
 * openings of the same days would wait for each other's slots, and one of them
 * would meanwhile hold the AUTO_INCREMENT lock of `slot`.  If no slot is made,
 * returns ERR_FULL, so that everything is rolled back; opening_make then
 * returns OK. */
static enum err
plan_body(struct db *db, void *own)
{
	struct plan *p = own;
	const struct audit line = {.act = AUDIT_OPENING_MAKE,
	    .object_id = p->o->office_id,
	    .office_id = p->o->office_id};
	const struct db_value *row;
	enum err e = db_one(db, p->arena, &opening_queries[LOCK],
	    DB_IN(db_int(p->o->office_id)), &row);

	p->made = (struct opening_made){0};
	if (e == OK)
		e = plan_fill(db, p, &p->made);
	if (e == OK && p->made.slots == 0)
		e = ERR_FULL;
	return e == OK ? audit_write(db, p->by, &line) : e;
}

enum err
opening_make(struct db *db, struct arena *a, const struct actor *by,
    const struct opening *o, struct opening_made *made)
{
	struct plan p = {.by = by, .arena = a, .o = o};
	enum err e = actor_knows(by, o->office_id) ? OK : ERR_MISSING;

	if (e == OK)
		e = opening_judge(db, a, o);
	if (e == OK)
		e = quota_list(db, a, by, o->office_id, &p.quota, &p.quotas);
	if (e == OK) /* one day more at each end, because predicted holidays can
	              * move */
		e = closed_day_list(db, a, o->office_id, o->first - 1,
		    o->last + 1, &p.closed, &p.closed_days);
	if (e != OK)
		return e;
	e = db_transact(db, plan_body, &p);
	if (e == ERR_FULL)
		e = OK;
	if (e == OK)
		*made = p.made;
	return e;
}
