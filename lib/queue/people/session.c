/* session.c - rows of applicants' signed-in browsers. */
#include "queue/people/session.h"

#include "db/transact.h"
#include "queue/audit/audit.h"

enum {
	BEGIN,
	FIND,
	NOTE,
	END,
};

const struct db_query session_queries[] = {
    [BEGIN] = {.name = "session_begin",
	.sql = "INSERT INTO session (id, account_id, created_at, seen_at)"
	       " VALUES (?, ?, ?, ?)",
	.in = "bitt"},
    [FIND] = {.name = "session_find",
	.sql = "SELECT account_id, created_at, seen_at FROM session"
	       " WHERE id = ? AND ended_at IS NULL",
	.in = "b",
	.out = "itt"},
    [NOTE] = {.name = "session_note",
	.sql = "UPDATE session SET seen_at = ? WHERE id = ?",
	.in = "tb"},
    [END] = {.name = "session_end",
	.sql = "UPDATE session SET ended_at = ? WHERE id = ?"
	       " AND ended_at IS NULL",
	.in = "tb"},
};
const size_t session_query_count =
    sizeof(session_queries) / sizeof(session_queries[0]);

struct change {
	const struct actor *by;
	const unsigned char *id;
};

static enum err
note(struct db *db, const struct actor *by, enum audit_act act)
{
	const struct audit line = {.act = act, .office_id = by->office_id};

	return audit_write(db, by, &line);
}

static enum err
begin_body(struct db *db, void *own)
{
	const struct change *c = own;
	enum err e = db_run(db, &session_queries[BEGIN],
	    DB_IN(db_bytes(c->id, 32), db_int(c->by->id), db_int(c->by->now),
		db_int(c->by->now)),
	    NULL);

	return e == OK ? note(db, c->by, AUDIT_SESSION_BEGIN) : e;
}

enum err
session_begin(struct db *db, const struct actor *by, const unsigned char id[32])
{
	return db_transact(db, begin_body, &(struct change){by, id});
}

enum err
session_find(struct db *db, struct arena *a, const unsigned char id[32],
    struct session *s)
{
	const struct db_value *row;
	enum err e = db_one(
	    db, a, &session_queries[FIND], DB_IN(db_bytes(id, 32)), &row);

	if (e != OK)
		return e;
	*s = (struct session){
	    .account_id = row[0].i,
	    .created_at = row[1].i,
	    .seen_at = row[2].i,
	};
	return OK;
}

enum err
session_note(struct db *db, const unsigned char id[32], int64_t now)
{
	return db_run(db, &session_queries[NOTE],
	    DB_IN(db_int(now), db_bytes(id, 32)), NULL);
}

static enum err
end_body(struct db *db, void *own)
{
	const struct change *c = own;
	uint64_t changed;
	enum err e = db_run(db, &session_queries[END],
	    DB_IN(db_int(c->by->now), db_bytes(c->id, 32)), &changed);

	if (e == OK && changed == 0)
		e = ERR_MISSING;
	return e == OK ? note(db, c->by, AUDIT_SESSION_END) : e;
}

enum err
session_end(struct db *db, const struct actor *by, const unsigned char id[32])
{
	return db_transact(db, end_body, &(struct change){by, id});
}
