/* parameter.h - rules with a national default that an office may change
 * within a range.  sql/0005-reference.sql has their names and units. */
#ifndef QUEUE_OFFICE_PARAMETER_H
#define QUEUE_OFFICE_PARAMETER_H

#include "db/db.h"

extern const struct db_query parameter_queries[];
extern const size_t parameter_query_count;

/* The value of rule NAME at an office, or of the country if OFFICE_ID is 0.
 * A rule without a row is a fault: every installation has them all. */
MUST_USE enum err parameter_get(struct db *db, struct arena *a,
    int64_t office_id, const char *name, int *value);

#endif
