/* quota.c - the week template of an office. */
#include "queue/office/quota.h"

#include <stdbool.h>

#include "db/transact.h"
#include "queue/audit/audit.h"

enum {
	LIST,
	CLEAR,
	ADD,
};

const struct db_query quota_queries[] = {
    [LIST] = {.name = "quota_list",
	.sql = "SELECT weekday, start_minute, end_minute, places FROM quota"
	       " WHERE office_id = ? ORDER BY weekday, start_minute",
	.in = "i",
	.out = "iiii"},
    [CLEAR] = {.name = "quota_clear",
	.sql = "DELETE FROM quota WHERE office_id = ?",
	.in = "i"},
    [ADD] = {.name = "quota_add",
	.sql = "INSERT INTO quota (office_id, weekday, start_minute,"
	       " end_minute, places) VALUES (?, ?, ?, ?, ?)",
	.in = "iiiii"},
};
const size_t quota_query_count =
    sizeof(quota_queries) / sizeof(quota_queries[0]);

enum err
quota_list(struct db *db, struct arena *a, const struct actor *by,
    int64_t office_id, struct quota **out, int *count)
{
	struct db_rows rows;
	enum err e = actor_knows(by, office_id) ? OK : ERR_MISSING;

	if (e == OK)
		e = db_rows(db, a, &quota_queries[LIST],
		    DB_IN(db_int(office_id)), &rows);
	if (e != OK)
		return e;
	*out = ARENA_ARRAY(a, struct quota, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		const struct db_value *row = db_cell(&rows, i, 0);

		(*out)[i].weekday = (int)row[0].i;
		(*out)[i].start = (int)row[1].i;
		(*out)[i].end = (int)row[2].i;
		(*out)[i].places = (int)row[3].i;
	}
	*count = (int)rows.count;
	return OK;
}

static bool
quota_ok(const struct quota *q)
{
	return q->weekday >= 1 && q->weekday <= 7 && q->start >= 0 &&
	       q->start < q->end && q->end <= 1440 && q->places >= 1 &&
	       q->places <= QUOTA_PLACES_MAX;
}

static bool
overlap(const struct quota *a, const struct quota *b)
{
	return a->weekday == b->weekday && a->start < b->end &&
	       b->start < a->end;
}

enum err
quota_judge(const struct quota *list, int count, int *at)
{
	for (int i = 0; i < count; i++) {
		bool good = quota_ok(&list[i]);

		for (int k = 0; k < i; k++)
			good = good && !overlap(&list[i], &list[k]);
		if (!good) {
			*at = i;
			return ERR_INPUT;
		}
	}
	return OK;
}

static enum err
week_replace(struct db *db, const struct quota_week *w)
{
	enum err e = db_run(
	    db, &quota_queries[CLEAR], DB_IN(db_int(w->office_id)), NULL);

	for (int i = 0; e == OK && i < w->count; i++)
		e = db_run(db, &quota_queries[ADD],
		    DB_IN(db_int(w->office_id), db_int(w->list[i].weekday),
			db_int(w->list[i].start), db_int(w->list[i].end),
			db_int(w->list[i].places)),
		    NULL);
	return e;
}

struct import {
	const struct actor *by;
	const struct quota_week *week;
	int weeks;
};

static enum err
import_body(struct db *db, void *own)
{
	const struct audit line = {.act = AUDIT_QUOTA_IMPORT};
	const struct import *im = own;
	enum err e = OK;

	for (int i = 0; e == OK && i < im->weeks; i++)
		e = week_replace(db, &im->week[i]);
	return e == OK ? audit_write(db, im->by, &line) : e;
}

enum err
quota_import(struct db *db, const struct actor *by,
    const struct quota_week *week, int weeks)
{
	int at;

	for (int i = 0; i < weeks; i++) {
		if (!actor_knows(by, week[i].office_id))
			return ERR_MISSING;
		if (quota_judge(week[i].list, week[i].count, &at) != OK)
			return ERR_INPUT;
	}
	return db_transact(db, import_body, &(struct import){by, week, weeks});
}
