/* parameter.h - rules that have a national value, which an office can replace
 * by its own within a range.
 *
 * sql/0005-reference.sql has the units of the values and the range that the
 * database allows.  The widest range is also compiled in (parameter_rules).  A
 * value outside of the compiled range is logged and replaced by the nearer
 * bound, so that a bad row cannot turn a limit off.
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

/* The name of a rule, and its least and greatest value. */
struct parameter_rule {
	const char *name;
	int low, high;
};

extern const struct parameter_rule parameter_rules[PARAMETER_COUNT];
extern const struct db_query parameter_queries[];
extern const size_t parameter_query_count;

/* Returns VALUE if VALUE is within the bounds of P.  Otherwise logs a warning
 * and returns the nearer bound. */
int parameter_bound(enum parameter p, int64_t value);

/* Sets *VALUE to the value of P at office OFFICE_ID, or to the national value
 * if OFFICE_ID is 0.  ERR_FAULT: the rule has no row, which sql/ adds for every
 * rule. */
MUST_USE enum err parameter_get(struct db *db, struct arena *a,
    int64_t office_id, enum parameter p, int *value);

#endif
