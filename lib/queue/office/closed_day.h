/* closed_day.h - holidays, joint leave and closures: days without service.
 *
 * A day belongs to all offices or to one, and is local there.
 */
#ifndef QUEUE_OFFICE_CLOSED_DAY_H
#define QUEUE_OFFICE_CLOSED_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

enum closed_day_kind {
	CLOSED_DAY_NONE, /* no such word */
	CLOSED_DAY_HOLIDAY,
	CLOSED_DAY_LEAVE, /* joint leave */
	CLOSED_DAY_CLOSURE,
	CLOSED_DAY_KINDS
};

/* How sure a date is. */
enum closed_day_status {
	CLOSED_DAY_UNKNOWN,   /* no such word */
	CLOSED_DAY_DECREED,   /* `resmi`: named by the joint decree */
	CLOSED_DAY_FIXED,     /* `tetap`: the same each year */
	CLOSED_DAY_COMPUTED,  /* `hitungan`: computed from Easter */
	CLOSED_DAY_PREDICTED, /* `prediksi`: computed by us, a day more or less:
	                         Islamic dates are final the evening before */
	CLOSED_DAY_STATUSES
};

struct closed_day {
	int32_t day;
	int64_t office_id; /* 0 for all */
	enum closed_day_kind kind;
	const char *name_id; /* name or reason, Indonesian and English */
	const char *name_en;
	enum closed_day_status status;
};

extern const struct db_query closed_day_queries[];
extern const size_t closed_day_query_count;

/* The words of the database; reading another word gives the value 0. */
const char *closed_day_kind_name(enum closed_day_kind kind);
const char *closed_day_status_name(enum closed_day_status status);
enum closed_day_kind closed_day_kind_read(const char *name);
enum closed_day_status closed_day_status_read(const char *name);

/* The first of the COUNT days at LIST that closes office OFFICE_ID on DAY; NULL
 * if none does. */
const struct closed_day *closed_day_at(
    const struct closed_day *list, int count, int64_t office_id, int32_t day);

/* Those of FIRST..LAST that close an office, by day; a day may have several,
 * holidays first. */
MUST_USE enum err closed_day_list(struct db *db, struct arena *a,
    int64_t office_id, int32_t first, int32_t last, struct closed_day **out,
    int *count);

/* True if the decree for YEAR is in: some holiday of it is `resmi`. */
MUST_USE enum err closed_day_decreed(
    struct db *db, struct arena *a, int year, bool *decreed);

/* Adds the COUNT days at LIST, after it removed the holidays and leave of all
 * offices in each year that LIST has a day of; closures stay.  ERR_TWICE: day
 * *AT of LIST, from 0, is there already; ERR_MISSING: its office is not;
 * ERR_FORBIDDEN: BY is of one office. */
MUST_USE enum err closed_day_import(struct db *db, const struct actor *by,
    const struct closed_day *list, int count, int *at);

#endif
