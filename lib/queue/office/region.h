/* region.h - Kemendagri codes at the head of a NIK.
 *
 * A NIK never changes, so codes retired since stay valid; and lists older than
 * ours are lost, so a code we lack is odd and never wrong.
 */
#ifndef QUEUE_OFFICE_REGION_H
#define QUEUE_OFFICE_REGION_H

#include <stdbool.h>

#include "db/db.h"
#include "queue/audit/actor.h"

struct region {
	const char *code; /* 2, 4 or 6 digits */
	const char *name;
	bool current; /* still given out */
};

extern const struct db_query region_queries[];
extern const size_t region_query_count;

/* True if CODE (2, 4 or 6 digits) was ever a province, regency or district. */
MUST_USE enum err region_known(
    struct db *db, struct arena *a, const char *code, bool *known);

/* Adds or changes the COUNT regions at LIST.  ERR_FORBIDDEN: BY is of one
 * office. */
MUST_USE enum err region_import(struct db *db, const struct actor *by,
    const struct region *list, int count);

#endif
