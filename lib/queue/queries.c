/* queries.c - every statement of the house, for -t and the tests. */
#include "queue/queries.h"

#include "queue/account.h"
#include "queue/audit.h"
#include "queue/person.h"
#include "queue/service.h"
#include "queue/session.h"

#define NOUN(noun)                                                             \
	{                                                                      \
#noun, noun##_queries, &noun##_query_count                     \
	}

const struct query_table queries[] = {
    NOUN(account),
    NOUN(audit),
    NOUN(person),
    NOUN(service),
    NOUN(session),
};
const size_t queries_count = sizeof(queries) / sizeof(queries[0]);
