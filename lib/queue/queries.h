/* queries.h - the table of all SQL statements of lib/queue, which the option -t
 * of every program and the tests check. */
#ifndef QUEUE_QUERIES_H
#define QUEUE_QUERIES_H

#include "db/db.h"

struct query_table {
	const char *noun;
	const struct db_query *query;
	const size_t *count;
};

extern const struct query_table queries[];
extern const size_t queries_count;

#endif
