/* closed_day.c - days without service. */
#include "queue/office/closed_day.h"

#include <stddef.h>

#include "base/day.h"
#include "base/names.h"
#include "db/transact.h"
#include "queue/audit/audit.h"
#include "queue/office/columns.h"

enum {
	LIST,
	DECREED,
	CLEAR,
	ADD,
};

const struct db_query closed_day_queries[] = {
    [LIST] = {.name = "closed_day_list",
	.sql = "SELECT " CLOSED_DAY_COLUMNS " FROM closed_day"
	       " WHERE day BETWEEN ? AND ? AND scope IN (0, ?)"
	       " ORDER BY day, kind DESC, name_id",
	.in = "ddi",
	.out = CLOSED_DAY_TYPES,
	.scan = true},
    [DECREED] = {.name = "closed_day_decreed",
	.sql = "SELECT COUNT(*) FROM closed_day WHERE day BETWEEN ? AND ?"
	       " AND scope = 0 AND status = 'resmi'",
	.in = "dd",
	.out = "i",
	.scan = true},
    [CLEAR] = {.name = "closed_day_clear",
	.sql = "DELETE FROM closed_day WHERE day BETWEEN ? AND ?"
	       " AND office_id IS NULL AND kind IN ('holiday', 'leave')",
	.in = "dd",
	.scan = true},
    [ADD] = {.name = "closed_day_add",
	.sql = "INSERT INTO closed_day (day, office_id, kind, name_id,"
	       " name_en, status) VALUES (?, ?, ?, ?, ?, ?)",
	.in = "dissss"},
};
const size_t closed_day_query_count =
    sizeof(closed_day_queries) / sizeof(closed_day_queries[0]);

static const char *const kinds[CLOSED_DAY_KINDS] = {
    [CLOSED_DAY_NONE] = "",
    [CLOSED_DAY_HOLIDAY] = "holiday",
    [CLOSED_DAY_LEAVE] = "leave",
    [CLOSED_DAY_CLOSURE] = "closure",
};

static const char *const statuses[CLOSED_DAY_STATUSES] = {
    [CLOSED_DAY_UNKNOWN] = "",
    [CLOSED_DAY_DECREED] = "resmi",
    [CLOSED_DAY_FIXED] = "tetap",
    [CLOSED_DAY_COMPUTED] = "hitungan",
    [CLOSED_DAY_PREDICTED] = "prediksi",
};

const char *
closed_day_kind_name(enum closed_day_kind kind)
{
	return names_of(kinds, CLOSED_DAY_KINDS, (int)kind);
}

const char *
closed_day_status_name(enum closed_day_status status)
{
	return names_of(statuses, CLOSED_DAY_STATUSES, (int)status);
}

static enum closed_day_kind
closed_day_kind_read(const char *name)
{
	return (enum closed_day_kind)names_find(kinds, CLOSED_DAY_KINDS, name);
}

enum closed_day_status
closed_day_status_read(const char *name)
{
	return (enum closed_day_status)names_find(
	    statuses, CLOSED_DAY_STATUSES, name);
}

const struct closed_day *
closed_day_at(
    const struct closed_day *list, int count, int64_t office_id, int32_t day)
{
	for (int i = 0; i < count; i++)
		if (list[i].day == day &&
		    (list[i].office_id == 0 || list[i].office_id == office_id))
			return &list[i];
	return NULL;
}

void
closed_day_read(const struct db_value *row, struct closed_day *d)
{
	*d = (struct closed_day){
	    .day = (int32_t)row[0].i,
	    .office_id = row[1].i,
	    .kind = closed_day_kind_read(row[2].s),
	    .name_id = row[3].s,
	    .name_en = row[4].s,
	    .status = closed_day_status_read(row[5].s),
	};
}

enum err
closed_day_list(struct db *db, struct arena *a, int64_t office_id,
    int32_t first, int32_t last, struct closed_day **out, int *count)
{
	struct db_rows rows;
	enum err e = db_rows(db, a, &closed_day_queries[LIST],
	    DB_IN(db_int(first), db_int(last), db_int(office_id)), &rows);

	if (e != OK)
		return e;
	*out = ARENA_ARRAY(a, struct closed_day, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		closed_day_read(db_cell(&rows, i, 0), &(*out)[i]);
	*count = (int)rows.count;
	return OK;
}

enum err
closed_day_decreed(struct db *db, struct arena *a, int year, bool *decreed)
{
	const struct db_value *row;
	enum err e = db_one(db, a, &closed_day_queries[DECREED],
	    DB_IN(db_int(day_of(year, 1, 1)), db_int(day_of(year, 12, 31))),
	    &row);

	if (e == OK)
		*decreed = row[0].i > 0;
	return e;
}

static enum err
year_clear(struct db *db, int year)
{
	return db_run(db, &closed_day_queries[CLEAR],
	    DB_IN(db_int(day_of(year, 1, 1)), db_int(day_of(year, 12, 31))),
	    NULL);
}

static enum err
day_add(struct db *db, const struct closed_day *d)
{
	return db_run(db, &closed_day_queries[ADD],
	    DB_IN(db_int(d->day),
		d->office_id == 0 ? db_null() : db_int(d->office_id),
		db_text(closed_day_kind_name(d->kind)), db_text(d->name_id),
		db_text(d->name_en),
		db_text(closed_day_status_name(d->status))),
	    NULL);
}

struct import {
	const struct actor *by;
	const struct closed_day *list;
	int count;
	int at;
};

/* True if no day of LIST before the index AT is of the same year as
 * LIST[AT]. */
static bool
year_first(const struct closed_day *list, int at)
{
	int year = day_date(list[at].day).year;

	for (int i = 0; i < at; i++)
		if (day_date(list[i].day).year == year)
			return false;
	return true;
}

static enum err
import_body(struct db *db, void *own)
{
	const struct audit line = {.act = AUDIT_HOLIDAY_IMPORT};
	struct import *im = own;
	enum err e = OK;

	for (int i = 0; e == OK && i < im->count; i++) {
		im->at = i;
		if (year_first(im->list, i))
			e = year_clear(db, day_date(im->list[i].day).year);
		if (e == OK)
			e = day_add(db, &im->list[i]);
	}
	return e == OK ? audit_write(db, im->by, &line) : e;
}

enum err
closed_day_import(struct db *db, const struct actor *by,
    const struct closed_day *list, int count, int *at)
{
	struct import im = {by, list, count, 0};
	enum err e = by->office_id == 0 ? OK : ERR_FORBIDDEN;

	if (e == OK)
		e = db_transact(db, import_body, &im);
	if (e == ERR_TWICE)
		*at = im.at;
	return e;
}
