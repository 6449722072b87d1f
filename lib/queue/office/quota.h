/* quota.h - the week template of an office: how many people it can see in each
 * period of a week.
 *
 * Only opening_make reads the template.  A change of the template changes no
 * existing place.
 */
#ifndef QUEUE_OFFICE_QUOTA_H
#define QUEUE_OFFICE_QUOTA_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

#define QUOTA_PLACES_MAX 1000 /* in one period; opening.c cannot make more */

struct quota {
	int weekday; /* 1 (Monday) to 7 (Sunday) */
	int start;   /* minutes after local midnight */
	int end;
	int places;
};

extern const struct db_query quota_queries[];
extern const size_t quota_query_count;

/* The template of an office, sorted by weekday and start.  ERR_MISSING: the
 * office does not exist for BY. */
MUST_USE enum err quota_list(struct db *db, struct arena *a,
    const struct actor *by, int64_t office_id, struct quota **out, int *count);

/* Checks a template without a query.  ERR_INPUT: row *AT (from 0) is out of
 * bounds (places 1..QUOTA_PLACES_MAX, start < end <= 1440) or overlaps an
 * earlier row of its weekday. */
MUST_USE enum err quota_judge(const struct quota *list, int count, int *at);

/* The new template of an office. */
struct quota_week {
	int64_t office_id;
	const struct quota *list;
	int count;
};

/* Replaces, in one transaction, the template of each office in the WEEKS
 * elements at WEEK.  ERR_INPUT: quota_judge refuses a template; ERR_MISSING: an
 * office does not exist for BY, or a template with periods is for an office
 * that does not exist at all.  After an error nothing is changed. */
MUST_USE enum err quota_import(struct db *db, const struct actor *by,
    const struct quota_week *week, int weeks);

#endif
