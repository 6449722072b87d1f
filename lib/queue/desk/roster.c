/* roster.c - whom an office expects on a day. */
#include "queue/desk/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "queue/audit/audit.h"
#include "queue/office/rules.h"
#include "queue/office/service.h"
#include "queue/visit/documents.h"

enum {
	FIND,
	PERIODS,
};

/* The columns of the result of the statement FIND. */
enum {
	START,
	END,
	BOOKING,
	CODE,
	PARTY,
	NO,
	NAME,
	WEIGHT,
	NIK,
	FLAGS,
	SERVICE,
	BIRTH
};

/* The statement FIND does not sort.  With a join to the first person of each
 * party and ORDER BY the server needed twice the time.  Instead put_in_order
 * sorts the rows by the sort keys that the collation of the column gives to
 * names (WEIGHT_STRING). */
const struct db_query roster_queries[] = {
    [FIND] = {.name = "roster_find",
	.sql = "SELECT s.start_minute, s.end_minute, b.id, b.code, b.party,"
	       " a.no, a.name, WEIGHT_STRING(a.name), COALESCE(a.nik_mask, ''),"
	       " a.nik_flags, a.service_id, a.birth"
	       " FROM slot s FORCE INDEX (office_day)"
	       " STRAIGHT_JOIN applicant a FORCE INDEX (seat)"
	       " ON a.slot_id = s.id"
	       " STRAIGHT_JOIN booking b ON b.id = a.booking_id"
	       " WHERE s.office_id = ? AND s.day = ?"
	       " AND s.lane = ? AND s.start_minute BETWEEN ? AND ?"
	       " AND b.cancelled_at IS NULL AND a.seat_no IS NOT NULL"
	       " AND " BOOKING_FIRM " AND " APPLICANT_FIRM,
	.in = "idsii",
	.out = "iiisiisbsiid"},
    [PERIODS] = {.name = "roster_periods",
	.sql = "SELECT day, start_minute, end_minute FROM slot"
	       " WHERE office_id = ? AND day BETWEEN ? AND ? AND lane = ?"
	       " ORDER BY day, start_minute",
	.in = "idds",
	.out = "dii"},
};
const size_t roster_query_count =
    sizeof(roster_queries) / sizeof(roster_queries[0]);

/* A row that is being sorted. */
struct line {
	const struct db_value *row;
	const struct db_value
	    *first; /* sort key of the name of the party's first person */
};

static int
by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int
by_weight(const struct db_value *a, const struct db_value *b)
{
	size_t n = a->len < b->len ? a->len : b->len;
	int order = memcmp(a->s, b->s, n);

	return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

static int
by_person(const void *x, const void *y)
{
	const struct db_value *a = ((const struct line *)x)->row;
	const struct db_value *b = ((const struct line *)y)->row;
	int order = by_number(a[BOOKING].i, b[BOOKING].i);

	return order != 0 ? order : by_number(a[NO].i, b[NO].i);
}

static int
by_name(const void *x, const void *y)
{
	const struct line *a = x, *b = y;
	int order = by_number(a->row[START].i, b->row[START].i);

	if (order == 0)
		order = by_weight(a->first, b->first);
	return order != 0 ? order : by_person(a, b);
}

/* Sorts the rows in the order that the header promises. */
static struct line *
put_in_order(struct arena *a, const struct db_rows *rows)
{
	struct line *line = ARENA_ARRAY(a, struct line, rows->count);

	for (size_t i = 0; i < rows->count; i++)
		line[i].row = db_cell(rows, i, 0);
	qsort(line, rows->count, sizeof(*line), by_person);
	for (size_t i = 0; i < rows->count; i++) {
		bool same = i > 0 && line[i].row[BOOKING].i ==
		                         line[i - 1].row[BOOKING].i;

		line[i].first = same ? line[i - 1].first : &line[i].row[WEIGHT];
	}
	qsort(line, rows->count, sizeof(*line), by_name);
	return line;
}

static const char *
code_of(const struct service *service, int count, int64_t id)
{
	for (int i = 0; i < count; i++)
		if (service[i].id == id)
			return service[i].code;
	return ""; /* cannot happen: there is a foreign key */
}

/* Writes in the audit that BY reads the roster WISH. */
static enum err
audit_reading(
    struct db *db, const struct actor *by, const struct roster_wish *wish)
{
	static const enum audit_act act[ROSTER_FORMS] = {
	    [ROSTER_PAGE] = AUDIT_ROSTER_READ,
	    [ROSTER_PDF] = AUDIT_ROSTER_PDF,
	    [ROSTER_CSV] = AUDIT_ROSTER_CSV,
	};
	const struct day_date day = day_date(wish->day);
	const struct audit line = {.act = act[wish->form],
	    .object_id = day.year * 10000 + day.month * 100 + day.mday,
	    .office_id = wish->office_id};

	return audit_write(db, by, &line);
}

enum err
roster_find(struct db *db, struct arena *a, const struct actor *by,
    const struct roster_wish *wish, struct roster_entry **out, int *count)
{
	int from = wish->start == ROSTER_ALL ? 0 : wish->start;
	int to = wish->start == ROSTER_ALL ? 1439 : wish->start;
	struct service service[SERVICE_MAX];
	struct line *line;
	struct db_rows rows;
	int services;
	enum err e = actor_knows(by, wish->office_id) ? OK : ERR_MISSING;

	if (e == OK)
		e = service_list(db, a, service, &services);
	if (e == OK)
		e = db_rows(db, a, &roster_queries[FIND],
		    DB_IN(db_int(wish->office_id), db_int(wish->day),
			db_text(slot_lane_name(wish->lane)), db_int(from),
			db_int(to)),
		    &rows);
	if (e == OK)
		e = audit_reading(db, by, wish);
	if (e != OK)
		return e;
	line = put_in_order(a, &rows);
	*out = ARENA_ARRAY(a, struct roster_entry, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		const struct db_value *row = line[i].row;

		(*out)[i] = (struct roster_entry){
		    .start = (int)row[START].i,
		    .end = (int)row[END].i,
		    .code = row[CODE].s,
		    .party = (int)row[PARTY].i,
		    .no = (int)row[NO].i,
		    .name = row[NAME].s,
		    .nik_mask = row[NIK].s,
		    .nik_flags = (unsigned)row[FLAGS].i,
		    .service = code_of(service, services, row[SERVICE].i),
		    .child = day_age((int32_t)row[BIRTH].i, wish->day) <
		             DOCUMENTS_ADULT,
		};
	}
	*count = (int)rows.count;
	return OK;
}

enum err
roster_periods(struct db *db, struct arena *a, const struct actor *by,
    const struct roster_range *range, struct roster_period **out, int *count)
{
	struct db_rows rows;
	enum err e = actor_knows(by, range->office_id) ? OK : ERR_MISSING;

	if (e == OK)
		e = db_rows(db, a, &roster_queries[PERIODS],
		    DB_IN(db_int(range->office_id), db_int(range->first),
			db_int(range->last),
			db_text(slot_lane_name(range->lane))),
		    &rows);
	if (e != OK)
		return e;
	*out = ARENA_ARRAY(a, struct roster_period, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		(*out)[i] = (struct roster_period){
		    .day = (int32_t)db_cell(&rows, i, 0)->i,
		    .start = (int)db_cell(&rows, i, 1)->i,
		    .end = (int)db_cell(&rows, i, 2)->i,
		};
	*count = (int)rows.count;
	return OK;
}
