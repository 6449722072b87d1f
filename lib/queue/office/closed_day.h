/* closed_day.h - days without service: holidays, joint leave and closures.
 *
 * A closed day applies to all offices or to one; its date is the local date of
 * the office.
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

/* How certain the date of a holiday is. */
enum closed_day_status {
	CLOSED_DAY_UNKNOWN,   /* no such word */
	CLOSED_DAY_DECREED,   /* `resmi`: named by the joint decree */
	CLOSED_DAY_FIXED,     /* `tetap`: the same each year */
	CLOSED_DAY_COMPUTED,  /* `hitungan`: computed from Easter */
	CLOSED_DAY_PREDICTED, /* `prediksi`: computed by us.  Islamic dates
	                       * become final the evening before and can still
	                       * move by one day */
	CLOSED_DAY_STATUSES
};

struct closed_day {
	int32_t day;
	int64_t office_id; /* 0: all offices */
	enum closed_day_kind kind;
	const char *name_id; /* name or reason, in Indonesian and English */
	const char *name_en;
	enum closed_day_status status;
};

extern const struct db_query closed_day_queries[];
extern const size_t closed_day_query_count;

/* The words of the database for a kind and a status, and back.  The _read
 * functions return CLOSED_DAY_NONE or CLOSED_DAY_UNKNOWN for a word that is not
 * in the list. */
const char *closed_day_kind_name(enum closed_day_kind kind);
const char *closed_day_status_name(enum closed_day_status status);
enum closed_day_status closed_day_status_read(const char *name);

/* The first of the COUNT days at LIST that closes office OFFICE_ID on DAY; NULL
 * if none does. */
const struct closed_day *closed_day_at(
    const struct closed_day *list, int count, int64_t office_id, int32_t day);

/* The closed days from FIRST to LAST (inclusive) of an office and of all
 * offices, sorted by day.  A day that is closed for several reasons is in the
 * list several times, holidays first. */
MUST_USE enum err closed_day_list(struct db *db, struct arena *a,
    int64_t office_id, int32_t first, int32_t last, struct closed_day **out,
    int *count);

/* Sets *DECREED to whether the joint decree for YEAR is imported: at least one
 * holiday of that year has the status CLOSED_DAY_DECREED. */
MUST_USE enum err closed_day_decreed(
    struct db *db, struct arena *a, int year, bool *decreed);

/* Replaces years, in one transaction: in each year that LIST has a day of,
 * removes the holidays and joint leave of all offices; then adds the COUNT days
 * at LIST.  Closures remain.  ERR_TWICE: day *AT of LIST (from 0) exists
 * already; ERR_MISSING: a day names an office that does not exist;
 * ERR_FORBIDDEN: the actor BY belongs to one office. */
MUST_USE enum err closed_day_import(struct db *db, const struct actor *by,
    const struct closed_day *list, int count, int *at);

#endif
