/* service.h - kinds of application.  Applicants can book some of them online;
 * the others need an examination (BAP) first. */
#ifndef QUEUE_OFFICE_SERVICE_H
#define QUEUE_OFFICE_SERVICE_H

#include <stdbool.h>

#include "db/db.h"

#define SERVICE_MAX 16

struct service {
	int id;
	const char *code; /* catalogue keys service.CODE name it */
	bool bookable;
	bool replaces; /* the form asks about the old passport */
};

extern const struct db_query service_queries[];
extern const size_t service_query_count;

/* Reads all kinds, in the order in which pages show them; sets *COUNT to their
 * number, at most SERVICE_MAX. */
MUST_USE enum err service_list(struct db *db, struct arena *a,
    struct service out[SERVICE_MAX], int *count);

/* The kind with the code CODE among the COUNT at LIST; NULL if there is
 * none. */
const struct service *service_find(
    const struct service *list, int count, const char *code);

#endif
