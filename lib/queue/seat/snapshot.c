/* snapshot.c - makes the bytes of a snapshot from the database. */
#include "queue/seat/snapshot.h"

#include "base/day.h"
#include "queue/seat/snapshot_private.h"

/* Each ORDER BY is total, so that the same data always gives the same bytes. */
const struct db_query snapshot_queries[SNAPSHOT_TABLES] = {
    [SNAPSHOT_OFFICES] = {.name = "snapshot_office",
	.sql = "SELECT " OFFICE_COLUMNS " FROM office o"
	       " ORDER BY o.province_code, o.short_name, o.id",
	.in = "",
	.out = OFFICE_TYPES,
	.scan = true},
    [SNAPSHOT_SERVICES] = {.name = "snapshot_service",
	.sql = "SELECT " SERVICE_COLUMNS " FROM service ORDER BY sort, id",
	.in = "",
	.out = SERVICE_TYPES,
	.scan = true},
    [SNAPSHOT_RULES] = {.name = "snapshot_rule",
	.sql = "SELECT name, 0 AS office_id, value FROM parameter"
	       " UNION ALL SELECT name, office_id, value FROM office_parameter"
	       " ORDER BY name, office_id",
	.in = "",
	.out = SNAPSHOT_RULE_TYPES,
	.scan = true},
    [SNAPSHOT_CLOSED] = {.name = "snapshot_closed_day",
	.sql = "SELECT " CLOSED_DAY_COLUMNS " FROM closed_day WHERE day >= ?"
	       " ORDER BY day, kind DESC, name_id, scope",
	.in = "d",
	.out = CLOSED_DAY_TYPES,
	.scan = true},
    [SNAPSHOT_OPENINGS] = {.name = "snapshot_opening",
	.sql = "SELECT office_id, first_day, last_day, opens_at, closes_at"
	       " FROM opening FORCE INDEX (opens_at)"
	       " WHERE opens_at >= ? AND closes_at > ?"
	       " ORDER BY office_id, opens_at, id",
	.in = "tt",
	.out = SNAPSHOT_OPENING_TYPES},
    /* days to come are few and past days many; the statistics of a new database
     * do not show that yet, so the index is forced */
    [SNAPSHOT_SLOTS] = {.name = "snapshot_slot",
	.sql = "SELECT " SLOT_COLUMNS " FROM slot s FORCE INDEX (day)"
	       " STRAIGHT_JOIN opening o ON o.id = s.opening_id"
	       " WHERE " SLOT_ONLINE " AND s.day >= ?"
	       " ORDER BY s.office_id, s.day, s.start_minute, s.id",
	.in = "d",
	.out = SLOT_TYPES},
    /* the same slots as in a seat map (place_refresh.c) */
    [SNAPSHOT_LEFT] = {.name = "snapshot_left",
	.sql = "SELECT s.id, (SELECT COUNT(*)" PLACES_FREE(
	    "s.id") ")"
		    " FROM slot s FORCE INDEX (day)"
		    " STRAIGHT_JOIN opening o ON o.id = s.opening_id"
		    " WHERE " SLOT_ONLINE " AND s.day >= ? AND o.closes_at > ?"
		    " ORDER BY s.id",
	.in = "tdt",
	.out = SNAPSHOT_LEFT_TYPES},
};
const size_t snapshot_query_count = SNAPSHOT_TABLES;

/* The rows of TABLE as of NOW. */
static enum err
table_rows(struct db *db, struct arena *a, int table, int64_t now,
    struct db_rows *rows)
{
	const struct db_query *q = &snapshot_queries[table];
	struct db_value today = db_int(day_national(now));

	switch (table) {
	case SNAPSHOT_CLOSED:
	case SNAPSHOT_SLOTS:
		return db_rows(db, a, q, &today, 1, rows);
	case SNAPSHOT_LEFT:
		return db_rows(
		    db, a, q, DB_IN(db_int(now), today, db_int(now)), rows);
	case SNAPSHOT_OPENINGS:
		return db_rows(db, a, q,
		    DB_IN(db_int(now - OPENING_LONGEST), db_int(now)), rows);
	default:
		return db_rows(db, a, q, DB_NONE, rows);
	}
}

enum err
snapshot_make(struct db *db, struct arena *a, int64_t now,
    enum snapshot_extent extent, struct snapshot_bytes *out)
{
	struct buf buf;

	buf_init(&buf, a, 65536, SNAPSHOT_MAX);
	snapshot_bytes_begin(&buf);
	for (int t = 0; t < SNAPSHOT_TABLES; t++) {
		struct db_rows rows = {.count = 0};
		enum err e = OK;

		if ((t != SNAPSHOT_SLOTS || extent >= SNAPSHOT_WITH_SLOTS) &&
		    (t != SNAPSHOT_LEFT || extent >= SNAPSHOT_WITH_LEFT))
			e = table_rows(db, a, t, now, &rows);
		if (e != OK)
			return e;
		rowcodec_table(&buf, snapshot_queries[t].out, &rows);
	}
	return snapshot_bytes_end(&buf, out);
}
