/* quota.h - the week template of an office: how many people it can see in
 * which period.  It is read when an opening is made; changing it changes no
 * place that exists.
 */
#ifndef QUEUE_OFFICE_QUOTA_H
#define QUEUE_OFFICE_QUOTA_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

#define QUOTA_PLACES_MAX 1000 /* in one period; opening.c counts no further */

struct quota {
	int weekday; /* 1 Monday .. 7 Sunday */
	int start;   /* minutes after local midnight */
	int end;
	int places;
};

extern const struct db_query quota_queries[];
extern const size_t quota_query_count;

/* The template of an office by weekday and start.  ERR_MISSING: the office is
 * not for BY. */
MUST_USE enum err quota_list(struct db *db, struct arena *a,
    const struct actor *by, int64_t office_id, struct quota **out, int *count);

/* ERR_INPUT if a row of a template is out of bounds (places
 * 1..QUOTA_PLACES_MAX, start < end <= 1440) or two of a day overlap; *AT is
 * then the row, from 0. */
MUST_USE enum err quota_judge(const struct quota *list, int count, int *at);

/* The new template of an office. */
struct quota_week {
	int64_t office_id;
	const struct quota *list;
	int count;
};

/* Replaces the templates of the offices of the WEEKS weeks at WEEK.  ERR_INPUT:
 * quota_judge refuses one; ERR_MISSING: there is no such office, or not for
 * BY. */
MUST_USE enum err quota_import(struct db *db, const struct actor *by,
    const struct quota_week *week, int weeks);

#endif
