/* region.h - the codes of regions; a NIK begins with such a code.
 *
 * The ministry of home affairs (Kemendagri) gives out the codes.
 *
 * A NIK never changes, so the list keeps codes that are no longer given out.
 * The oldest lists are lost.  So a NIK with a code that is not in the list is
 * flagged and never refused.
 */
#ifndef QUEUE_OFFICE_REGION_H
#define QUEUE_OFFICE_REGION_H

#include <stdbool.h>

#include "db/db.h"
#include "queue/audit/actor.h"

struct region {
	const char *code; /* 2, 4 or 6 digits */
	const char *name;
	bool current; /* still given out to new NIKs */
};

extern const struct db_query region_queries[];
extern const size_t region_query_count;

/* Sets *KNOWN to whether CODE (2, 4 or 6 digits) is or was the code of a
 * province, regency or district. */
MUST_USE enum err region_known(
    struct db *db, struct arena *a, const char *code, bool *known);

/* Adds the COUNT regions at LIST in one transaction, and changes those that
 * exist.  ERR_FORBIDDEN: the actor BY belongs to one office. */
MUST_USE enum err region_import(struct db *db, const struct actor *by,
    const struct region *list, int count);

#endif
