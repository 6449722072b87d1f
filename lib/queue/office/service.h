/* service.h - kinds of application: bookable ones, and those that need an
 * examination (BAP) first. */
#ifndef QUEUE_OFFICE_SERVICE_H
#define QUEUE_OFFICE_SERVICE_H

#include <stdbool.h>

#include "db/db.h"

#define SERVICE_MAX 16

struct service {
	int id;
	const char *code; /* its words are the catalogue's service.CODE */
	bool bookable;
	bool replaces; /* there is an old passport to ask about */
};

extern const struct db_query service_queries[];
extern const size_t service_query_count;

/* All kinds in the order of pages; *COUNT <= SERVICE_MAX. */
MUST_USE enum err service_list(struct db *db, struct arena *a,
    struct service out[SERVICE_MAX], int *count);

/* The kind CODE among COUNT; NULL if there is none. */
const struct service *service_find(
    const struct service *list, int count, const char *code);

#endif
