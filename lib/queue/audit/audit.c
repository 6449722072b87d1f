/* audit.c - who did what. */
#include "queue/audit/audit.h"

enum {
	WRITE,
};

const struct db_query audit_queries[] = {
    [WRITE] = {.name = "audit_write",
	.sql = "INSERT INTO audit (at, actor, actor_id, act, object,"
	       " object_id, office_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
	.in = "tsissii"},
};
const size_t audit_query_count =
    sizeof(audit_queries) / sizeof(audit_queries[0]);

static struct db_value
number(int64_t id)
{
	return id == 0 ? db_null() : db_int(id);
}

enum err
audit_write(struct db *db, const struct actor *by, const struct audit *audit)
{
	return db_run(db, &audit_queries[WRITE],
	    DB_IN(db_int(by->now), db_text(actor_name(by->kind)),
		number(by->id), db_text(audit->act), db_text(audit->object),
		number(audit->object_id), number(audit->office_id)),
	    NULL);
}
