/* parameter.c - rules with a national default. */
#include "queue/office/parameter.h"

#include "base/log.h"

enum {
	GET,
};

const struct db_query parameter_queries[] = {
    [GET] = {.name = "parameter_get",
	.sql = "SELECT COALESCE(o.value, p.value) FROM parameter p"
	       " LEFT JOIN office_parameter o ON o.name = p.name"
	       " AND o.office_id = ? WHERE p.name = ?",
	.in = "is",
	.out = "i"},
};
const size_t parameter_query_count =
    sizeof(parameter_queries) / sizeof(parameter_queries[0]);

enum err
parameter_get(struct db *db, struct arena *a, int64_t office_id,
    const char *name, int *value)
{
	const struct db_value *row;
	enum err e = db_one(db, a, &parameter_queries[GET],
	    DB_IN(db_int(office_id), db_text(name)), &row);

	if (e == ERR_MISSING) {
		log_fault("parameter", "name=%s why=missing", name);
		return ERR_FAULT;
	}
	if (e == OK)
		*value = (int)row[0].i;
	return e;
}
