/* slot.c - reads slots and counts the places left in them. */
#include "queue/office/slot.h"

#include <string.h>

#include "base/day.h"
#include "base/names.h"
#include "queue/office/columns.h"

/* STRAIGHT_JOIN and FORCE INDEX fix the plans: right after an opening the
 * server's statistics still say that the tables are empty.  A subquery counts
 * the places of each slot by itself: it reads them by the primary key and looks
 * each up in the unique key of applicants.  So the cost depends on the places
 * of the slots that are read, not on the number of applicants. */
#define LEFT                                                                   \
	"CASE WHEN " SLOT_BOOKABLE                                             \
	" THEN (SELECT COUNT(*)" PLACES_FREE("s.id") ") ELSE 0 END"
#define SELECT_SLOT "SELECT " SLOT_COLUMNS ", " LEFT
#define ITS_OPENING " STRAIGHT_JOIN opening o ON o.id = s.opening_id"
#define SLOT_OUT SLOT_TYPES "i"
#define LEFT_AT (sizeof(SLOT_TYPES) - 1)

enum {
	BY_ID,
};

const struct db_query slot_queries[] = {
    [BY_ID] = {.name = "slot_by_id",
	.sql = SELECT_SLOT " FROM slot s" ITS_OPENING
			   " WHERE s.id = ? AND " SLOT_ONLINE,
	.in = "ttti",
	.out = SLOT_OUT},
};
const size_t slot_query_count = sizeof(slot_queries) / sizeof(slot_queries[0]);

static const char *const lanes[LANE_COUNT] = {
    [LANE_NONE] = "",
    [LANE_ONLINE] = "online",
    [LANE_PRIORITY] = "priority",
    [LANE_BAP] = "bap",
    [LANE_WALKIN] = "walkin",
};

const char *
slot_lane_name(enum slot_lane lane)
{
	return names_of(lanes, LANE_COUNT, (int)lane);
}

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

void
slot_close(const struct closed_day *list, int n, struct slot *s)
{
	const struct closed_day *c =
	    closed_day_at(list, n, s->office_id, s->day);

	if (c == NULL)
		return;
	s->closure = c->kind == CLOSED_DAY_CLOSURE;
	s->holiday_id = c->name_id;
	s->holiday_en = c->name_en;
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
