/* queries.h - the table of all statements, for -t and the tests. */
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
