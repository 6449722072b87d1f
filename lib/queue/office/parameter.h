/* parameter.h - rules with a national default that an office may change
 * within a range.
 *
 * sql/0005-reference.sql has their units, and the range that the database
 * holds each value to.  The widest range is compiled in as well: a value
 * outside it is logged and counts as the nearer bound, so that no row of the
 * database can make a limit of nothing or an hour before midnight.
 */
#ifndef QUEUE_OFFICE_PARAMETER_H
#define QUEUE_OFFICE_PARAMETER_H

#include "db/db.h"

enum parameter {
	PARAMETER_ARRIVE_BEFORE,
	PARAMETER_GRACE,
	PARAMETER_LIVE_PER_ACCOUNT,
	PARAMETER_PARTY,
	PARAMETER_SIGNIN_TRIES,
	PARAMETER_SIGNIN_ADDRESS,
	PARAMETER_REGISTER_ADDRESS,
	PARAMETER_TAKEN_ADDRESS,
	PARAMETER_LOOKUP_TRIES,
	PARAMETER_COUNT
};

/* The name, the least and the most value of a rule. */
struct parameter_rule {
	const char *name;
	int low, high;
};

extern const struct parameter_rule parameter_rules[PARAMETER_COUNT];
extern const struct db_query parameter_queries[];
extern const size_t parameter_query_count;

/* VALUE, or the bound of P that it is beyond, which is logged. */
int parameter_bound(enum parameter p, int64_t value);

/* The value of P at an office, or of the country if OFFICE_ID is 0.  A rule
 * without a row is a fault: every installation has them all. */
MUST_USE enum err parameter_get(struct db *db, struct arena *a,
    int64_t office_id, enum parameter p, int *value);

#endif
