/* region.h - Kemendagri codes at the head of a NIK.
 *
 * A NIK never changes, so codes retired since stay valid; and lists older than
 * ours are lost, so a code we lack is odd and never wrong.
 */
#ifndef QUEUE_OFFICE_REGION_H
#define QUEUE_OFFICE_REGION_H

#include <stdbool.h>

#include "db/db.h"

extern const struct db_query region_queries[];
extern const size_t region_query_count;

/* True if CODE (2, 4 or 6 digits) was ever a province, regency or district. */
MUST_USE enum err region_known(
    struct db *db, struct arena *a, const char *code, bool *known);

/* Adds or changes one. */
MUST_USE enum err region_save(
    struct db *db, const char *code, const char *name, bool current);

#endif
