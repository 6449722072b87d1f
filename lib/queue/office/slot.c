/* slot.c - reading periods of days and what is left of them. */
#include "queue/office/slot.h"

#include <string.h>

#include "base/day.h"
#include "queue/office/columns.h"

/* The plans are told: while places open the server's statistics are of before,
 * and it believes the tables empty.  Places are counted slot by slot: each
 * count walks the places of one slot by the primary key and looks each up in
 * the unique key of applicants, so the cost is that of the places shown,
 * however many applicants there are. */
#define LEFT                                                                   \
	"CASE WHEN o.opens_at <= ? AND o.closes_at > ? AND s.closed_id"        \
	" IS NULL THEN (SELECT COUNT(*) FROM place p FORCE INDEX (PRIMARY)"    \
	" LEFT JOIN applicant a FORCE INDEX (seat)"                            \
	" ON a.slot_id = p.slot_id AND a.seat_no = p.seat_no"                  \
	" WHERE p.slot_id = s.id AND p.pool = 'public' AND p.held_for IS NULL" \
	" AND (p.free_from IS NULL OR p.free_from <= ?) AND a.id IS NULL)"     \
	" ELSE 0 END"
#define SELECT_SLOT "SELECT " SLOT_COLUMNS ", " LEFT
#define BY_OFFICE " FORCE INDEX (office_day)"
#define ITS_OPENING " STRAIGHT_JOIN opening o ON o.id = s.opening_id"
#define SLOT_OUT SLOT_TYPES "i"
#define LEFT_AT (sizeof(SLOT_TYPES) - 1)

enum {
	BY_ID,
	OF_OFFICE,
	OF_PROVINCE,
	OF_ALL,
};

const struct db_query slot_queries[] = {
    [BY_ID] = {.name = "slot_by_id",
	.sql = SELECT_SLOT " FROM slot s" ITS_OPENING
			   " WHERE s.id = ? AND " SLOT_ONLINE,
	.in = "ttti",
	.out = SLOT_OUT},
    [OF_OFFICE] = {.name = "slot_of_office",
	.sql = SELECT_SLOT " FROM slot s" BY_OFFICE ITS_OPENING
			   " WHERE " SLOT_ONLINE
			   " AND s.office_id = ? AND s.day BETWEEN ? AND ?"
			   " ORDER BY s.day, s.start_minute",
	.in = "tttidd",
	.out = SLOT_OUT},
    [OF_PROVINCE] = {.name = "slot_of_province",
	.sql = SELECT_SLOT " FROM office f STRAIGHT_JOIN slot s" BY_OFFICE
			   " ON s.office_id = f.id" ITS_OPENING
			   " WHERE " SLOT_ONLINE
			   " AND f.province_code = ? AND s.day >= ?"
			   " ORDER BY s.office_id, s.day, s.start_minute",
	.in = "tttsd",
	.out = SLOT_OUT},
    /* days to come are few and days past many, which the statistics of
     * a young database do not know */
    [OF_ALL] = {.name = "slot_of_all",
	.sql = SELECT_SLOT " FROM slot s FORCE INDEX (day)" ITS_OPENING
			   " WHERE " SLOT_ONLINE " AND s.day >= ?"
			   " ORDER BY s.office_id, s.day, s.start_minute",
	.in = "tttd",
	.out = SLOT_OUT},
};
const size_t slot_query_count = sizeof(slot_queries) / sizeof(slot_queries[0]);

void
slot_read(const struct db_value *row, struct slot *s)
{
	*s = (struct slot){
	    .id = row[0].i,
	    .office_id = row[1].i,
	    .day = (int32_t)row[2].i,
	    .start = (int)row[3].i,
	    .end = (int)row[4].i,
	    .opens_at = row[5].i,
	    .closes_at = row[6].i,
	    .closed_id = row[7].s,
	    .closed_en = row[8].s,
	};
}

/* The first of N closed days that closes DAY at OFFICE_ID, NULL if none. */
static const struct closed_day *
closed_find(
    const struct closed_day *list, int n, int32_t day, int64_t office_id)
{
	for (int i = 0; i < n; i++)
		if (list[i].day == day &&
		    (list[i].office_id == 0 || list[i].office_id == office_id))
			return &list[i];
	return NULL;
}

void
slot_close(const struct closed_day *list, int n, struct slot *s)
{
	const struct closed_day *c = closed_find(list, n, s->day, s->office_id);

	if (c == NULL)
		return;
	s->closure = strcmp(c->kind, "closure") == 0;
	s->holiday_id = c->name_id;
	s->holiday_en = c->name_en;
}

/* Reads the slots of LIST, whose closed days are there. */
static void
list_read(struct arena *a, const struct db_rows *rows, struct slot_list *list)
{
	list->count = (int)rows->count;
	list->slot = ARENA_ARRAY(a, struct slot, rows->count);
	for (size_t i = 0; i < rows->count; i++) {
		slot_read(db_cell(rows, i, 0), &list->slot[i]);
		list->slot[i].left = (int)db_cell(rows, i, LEFT_AT)->i;
		slot_close(list->closed, list->closed_count, &list->slot[i]);
	}
}

enum err
slot_find(struct db *db, struct arena *a, int64_t id, int party, int64_t now,
    struct slot *slot, struct office *office)
{
	const struct db_value *row;
	struct closed_day *closed;
	struct office f;
	struct slot s;
	int n;
	enum err e = db_one(db, a, &slot_queries[BY_ID],
	    DB_IN(db_int(now), db_int(now), db_int(now), db_int(id)), &row);

	if (e != OK)
		return e;
	slot_read(row, &s);
	s.left = (int)row[LEFT_AT].i;
	e = office_by_id(db, a, s.office_id, &f);
	if (e == OK)
		e = closed_day_list(
		    db, a, s.office_id, s.day, s.day, &closed, &n);
	if (e != OK)
		return e;
	slot_close(closed, n, &s);
	slot_judge(&s, &f, party, now);
	*slot = s;
	*office = f;
	return OK;
}

enum err
slot_of_office(struct db *db, struct arena *a, const struct office *office,
    int64_t now, struct slot_list *list)
{
	int32_t first = day_local(now, office->offset);
	int32_t last = first + SLOT_AHEAD;
	struct slot_list l;
	struct db_rows rows;
	enum err e = db_rows(db, a, &slot_queries[OF_OFFICE],
	    DB_IN(db_int(now), db_int(now), db_int(now), db_int(office->id),
		db_int(first), db_int(last)),
	    &rows);

	if (e == OK)
		e = closed_day_list(
		    db, a, office->id, first, last, &l.closed, &l.closed_count);
	if (e != OK)
		return e;
	list_read(a, &rows, &l);
	*list = l;
	return OK;
}

enum err
slot_upcoming(struct db *db, struct arena *a, const char *province_code,
    int64_t now, struct slot_list *list)
{
	/* WIB is the last to begin a day; what is over elsewhere is judged */
	int32_t today = day_local(now, 420), last = today;
	const struct db_value n = db_int(now), d = db_int(today);
	struct slot_list l;
	struct db_rows rows;
	enum err e =
	    *province_code == '\0'
		? db_rows(
		      db, a, &slot_queries[OF_ALL], DB_IN(n, n, n, d), &rows)
		: db_rows(db, a, &slot_queries[OF_PROVINCE],
		      DB_IN(n, n, n, db_text(province_code), d), &rows);

	if (e != OK)
		return e;
	for (size_t i = 0; i < rows.count; i++)
		if (db_cell(&rows, i, 2)->i > last)
			last = (int32_t)db_cell(&rows, i, 2)->i;
	e = closed_day_all(db, a, today, last, &l.closed, &l.closed_count);
	if (e != OK)
		return e;
	list_read(a, &rows, &l);
	*list = l;
	return OK;
}
