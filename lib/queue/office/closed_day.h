/* closed_day.h - holidays, joint leave and closures: days without service.
 *
 * A day belongs to all offices or to one, and is local there.  How sure its
 * date is: `resmi` (named by the joint decree), `tetap` (the same each year),
 * `hitungan` (computed from Easter), `prediksi` (computed by us, a day more
 * or less: Islamic dates are final the evening before).
 */
#ifndef QUEUE_OFFICE_CLOSED_DAY_H
#define QUEUE_OFFICE_CLOSED_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

struct closed_day {
	int32_t day;
	int64_t office_id;   /* 0 for all */
	const char *kind;    /* holiday, leave or closure */
	const char *name_id; /* name or reason, Indonesian and English */
	const char *name_en;
	const char *status; /* resmi, tetap, hitungan or prediksi */
};

extern const struct db_query closed_day_queries[];
extern const size_t closed_day_query_count;

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
