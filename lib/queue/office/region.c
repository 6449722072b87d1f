/* region.c - Kemendagri codes at the head of a NIK. */
#include "queue/office/region.h"

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

enum err
region_save(struct db *db, const char *code, const char *name, bool current)
{
	return db_run(db, &region_queries[SAVE],
	    DB_IN(db_text(code), db_text(name), db_int(current)), NULL);
}
