/* roster.c - whom an office expects on a day. */
#include "queue/roster.h"

#include "base/day.h"
#include "queue/papers.h"

enum {
	FIND,
	PERIODS,
};

const struct db_query roster_queries[] = {
    [FIND] = {.name = "roster_find",
	.sql = "SELECT s.start_minute, s.end_minute, b.code, b.party, a.no,"
	       " a.name, a.nik_mask, a.nik_flags, v.code, a.birth"
	       " FROM slot s"
	       " JOIN booking b ON b.slot_id = s.id"
	       " JOIN applicant f ON f.booking_id = b.id AND f.no = 1"
	       " JOIN applicant a ON a.booking_id = b.id"
	       " JOIN service v ON v.id = a.service_id"
	       " WHERE s.office_id = ? AND s.day = ?"
	       " AND s.start_minute BETWEEN ? AND ?"
	       " AND b.cancelled_at IS NULL AND a.seat_no IS NOT NULL"
	       " ORDER BY s.start_minute, f.name, b.id, a.no",
	.in = "idii",
	.out = "iisiissisd"},
    [PERIODS] = {.name = "roster_periods",
	.sql = "SELECT day, start_minute, end_minute FROM slot"
	       " WHERE office_id = ? AND day BETWEEN ? AND ?"
	       " ORDER BY day, start_minute",
	.in = "idd",
	.out = "dii"},
};
const size_t roster_query_count =
    sizeof(roster_queries) / sizeof(roster_queries[0]);

enum err
roster_find(struct db *db, struct arena *a, int64_t office_id, int32_t day,
    int start, struct roster_entry **out, int *count)
{
	int from = start == ROSTER_ALL ? 0 : start;
	int to = start == ROSTER_ALL ? 1439 : start;
	struct db_rows rows;
	enum err e = db_rows(db, a, &roster_queries[FIND],
	    DB_IN(db_int(office_id), db_int(day), db_int(from), db_int(to)),
	    &rows);

	if (e != OK)
		return e;
	*out = ARENA_ARRAY(a, struct roster_entry, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		const struct db_value *row = db_cell(&rows, i, 0);

		(*out)[i] = (struct roster_entry){
		    .start = (int)row[0].i,
		    .end = (int)row[1].i,
		    .code = row[2].s,
		    .party = (int)row[3].i,
		    .no = (int)row[4].i,
		    .name = row[5].s,
		    .nik_mask = row[6].s,
		    .nik_flags = (unsigned)row[7].i,
		    .service = row[8].s,
		    .child = day_age((int32_t)row[9].i, day) < PAPERS_ADULT,
		};
	}
	*count = (int)rows.count;
	return OK;
}

enum err
roster_periods(struct db *db, struct arena *a, int64_t office_id, int32_t first,
    int32_t last, struct roster_period **out, int *count)
{
	struct db_rows rows;
	enum err e = db_rows(db, a, &roster_queries[PERIODS],
	    DB_IN(db_int(office_id), db_int(first), db_int(last)), &rows);

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
