/* region.c - Kemendagri codes of regions. */
#include "queue/office/region.h"

#include "db/transact.h"
#include "queue/audit/audit.h"

enum {
	KNOWN,
	SAVE,
};

const struct db_query region_queries[] = {
    [KNOWN] = {.name = "region_known",
	.sql = "SELECT COUNT(*) FROM region WHERE code = ?",
	.in = "s",
	.out = "i"},
    [SAVE] = {.name = "region_save",
	.sql = "INSERT INTO region (code, name, current) VALUES (?, ?, ?)"
	       " ON DUPLICATE KEY UPDATE name = VALUES(name),"
	       " current = VALUES(current)",
	.in = "ssi"},
};
const size_t region_query_count =
    sizeof(region_queries) / sizeof(region_queries[0]);

enum err
region_known(struct db *db, struct arena *a, const char *code, bool *known)
{
	const struct db_value *row;
	enum err e =
	    db_one(db, a, &region_queries[KNOWN], DB_IN(db_text(code)), &row);

	if (e == OK)
		*known = row[0].i > 0;
	return e;
}

struct import {
	const struct actor *by;
	const struct region *list;
	int count;
};

static enum err
import_body(struct db *db, void *own)
{
	const struct audit line = {.act = AUDIT_REGION_IMPORT};
	const struct import *im = own;
	enum err e = OK;

	for (int i = 0; e == OK && i < im->count; i++) {
		const struct region *r = &im->list[i];

		e = db_run(db, &region_queries[SAVE],
		    DB_IN(
			db_text(r->code), db_text(r->name), db_int(r->current)),
		    NULL);
	}
	return e == OK ? audit_write(db, im->by, &line) : e;
}

enum err
region_import(
    struct db *db, const struct actor *by, const struct region *list, int count)
{
	if (by->office_id != 0)
		return ERR_FORBIDDEN;
	return db_transact(db, import_body, &(struct import){by, list, count});
}
