/* session.c - rows of signed-in browsers. */
#include "queue/people/session.h"

#include "db/transact.h"
#include "queue/audit/audit.h"

enum {
	BEGIN,
	NOTE,
	END,
	FIND,
	STAFF, /* first statement for staff; same order */
	COUNT = 2 * STAFF
};

const struct db_query session_queries[COUNT] = {
    [BEGIN] = {.name = "session_begin",
	.sql = "INSERT INTO session (id, account_id, created_at, seen_at)"
	       " VALUES (?, ?, ?, ?)",
	.in = "bitt"},
    [NOTE] = {.name = "session_note",
	.sql = "UPDATE session SET seen_at = ? WHERE id = ?",
	.in = "tb"},
    [END] = {.name = "session_end",
	.sql = "UPDATE session SET ended_at = ? WHERE id = ?"
	       " AND ended_at IS NULL",
	.in = "tb"},
    [FIND] = {.name = "session_find",
	.sql = "SELECT account_id, created_at, seen_at FROM session"
	       " WHERE id = ? AND ended_at IS NULL",
	.in = "b",
	.out = "itt"},
    [STAFF + BEGIN] = {.name = "staff_session_begin",
	.sql = "INSERT INTO staff_session (id, staff_id, created_at, seen_at)"
	       " VALUES (?, ?, ?, ?)",
	.in = "bitt"},
    [STAFF + NOTE] = {.name = "staff_session_note",
	.sql = "UPDATE staff_session SET seen_at = ? WHERE id = ?",
	.in = "tb"},
    [STAFF + END] = {.name = "staff_session_end",
	.sql = "UPDATE staff_session SET ended_at = ? WHERE id = ?"
	       " AND ended_at IS NULL",
	.in = "tb"},
    [STAFF + FIND] = {.name = "staff_session_find",
	.sql = "SELECT s.staff_id, t.office_id, t.role, t.name, s.created_at,"
	       " s.seen_at FROM staff_session s JOIN staff t"
	       " ON t.id = s.staff_id WHERE s.id = ?"
	       " AND s.ended_at IS NULL AND t.disabled_at IS NULL",
	.in = "b",
	.out = "iisstt"},
};
const size_t session_query_count = COUNT;

struct change {
	const struct actor *by;
	const unsigned char *id;
};

/* The statement WHICH for the table that has the sessions of BY's kind. */
static const struct db_query *
query(const struct actor *by, int which)
{
	return &session_queries[by->kind == ACTOR_STAFF ? STAFF + which
							: which];
}

static enum err
audit_session(struct db *db, const struct actor *by, enum audit_act act)
{
	const struct audit line = {.act = act, .office_id = by->office_id};

	return audit_write(db, by, &line);
}

static enum err
begin_body(struct db *db, void *own)
{
	const struct change *c = own;
	enum err e = db_run(db, query(c->by, BEGIN),
	    DB_IN(db_bytes(c->id, 32), db_int(c->by->id), db_int(c->by->now),
		db_int(c->by->now)),
	    NULL);

	return e == OK ? audit_session(db, c->by, AUDIT_SESSION_BEGIN) : e;
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
session_find_staff(struct db *db, struct arena *a, const unsigned char id[32],
    struct staff_session *s)
{
	const struct db_value *row;
	enum err e = db_one(db, a, &session_queries[STAFF + FIND],
	    DB_IN(db_bytes(id, 32)), &row);

	if (e != OK)
		return e;
	*s = (struct staff_session){
	    .staff_id = row[0].i,
	    .office_id = row[1].i,
	    .role = staff_role_read(row[2].s),
	    .name = row[3].s,
	    .created_at = row[4].i,
	    .seen_at = row[5].i,
	};
	return OK;
}

enum err
session_note(struct db *db, const struct actor *by, const unsigned char id[32])
{
	return db_run(db, query(by, NOTE),
	    DB_IN(db_int(by->now), db_bytes(id, 32)), NULL);
}

static enum err
end_body(struct db *db, void *own)
{
	const struct change *c = own;
	uint64_t changed;
	enum err e = db_run(db, query(c->by, END),
	    DB_IN(db_int(c->by->now), db_bytes(c->id, 32)), &changed);

	if (e == OK && changed == 0)
		e = ERR_MISSING;
	return e == OK ? audit_session(db, c->by, AUDIT_SESSION_END) : e;
}

enum err
session_end(struct db *db, const struct actor *by, const unsigned char id[32])
{
	return db_transact(db, end_body, &(struct change){by, id});
}
