/* staff.c - the people who work at offices and at the directorate. */
#include "queue/people/staff.h"

#include <stdbool.h>
#include <string.h>

#include "base/names.h"
#include "db/transact.h"
#include "queue/audit/audit.h"

#define LOGIN_MAX 60

enum {
	ADD,
	BY_LOGIN,
	DISABLE,
};

const struct db_query staff_queries[] = {
    [ADD] = {.name = "staff_add",
	.sql = "INSERT INTO staff (login, name, role, office_id, password,"
	       " created_at) VALUES (?, ?, ?, ?, ?, ?)",
	.in = "sssist"},
    [BY_LOGIN] = {.name = "staff_by_login",
	.sql = "SELECT id, login, name, role, office_id, password,"
	       " disabled_at FROM staff WHERE login = ?",
	.in = "s",
	.out = "isssist"},
    [DISABLE] = {.name = "staff_disable",
	.sql = "UPDATE staff SET disabled_at = ? WHERE login = ?"
	       " AND disabled_at IS NULL",
	.in = "ts"},
};
const size_t staff_query_count =
    sizeof(staff_queries) / sizeof(staff_queries[0]);

static const char *const roles[STAFF_ROLES] = {
    [STAFF_NONE] = "",
    [STAFF_OFFICER] = "officer",
    [STAFF_ADMIN] = "admin",
    [STAFF_NATIONAL] = "national",
    [STAFF_AUDITOR] = "auditor",
};

const char *
staff_role_name(enum staff_role role)
{
	return names_of(roles, STAFF_ROLES, (int)role);
}

enum staff_role
staff_role_read(const char *name)
{
	return (enum staff_role)names_find(roles, STAFF_ROLES, name);
}

static bool
staff_ok(const struct staff *s)
{
	size_t n = strlen(s->login);
	bool national = s->role == STAFF_NATIONAL;

	if (n == 0 || n > LOGIN_MAX ||
	    strspn(s->login, "abcdefghijklmnopqrstuvwxyz0123456789.-_") != n)
		return false;
	if (!national && s->role != STAFF_OFFICER && s->role != STAFF_ADMIN)
		return false;
	return national == (s->office_id == 0) && s->name[0] != '\0';
}

static enum err
audit_staff(struct db *db, const struct actor *by, enum audit_act act,
    const struct staff *s)
{
	const struct audit line = {
	    .act = act, .object_id = s->id, .office_id = s->office_id};

	return audit_write(db, by, &line);
}

/* A member of staff to add or disable. */
struct change {
	const struct actor *by;
	struct arena *arena;
	struct staff staff;
};

static enum err
add_body(struct db *db, void *own)
{
	struct change *c = own;
	struct staff *s = &c->staff;
	enum err e = db_run(db, &staff_queries[ADD],
	    DB_IN(db_text(s->login), db_text(s->name),
		db_text(staff_role_name(s->role)),
		s->office_id == 0 ? db_null() : db_int(s->office_id),
		db_text(s->password), db_int(c->by->now)),
	    NULL);

	if (e != OK)
		return e;
	s->id = db_last_id(db);
	return audit_staff(db, c->by, AUDIT_STAFF_ADD, s);
}

enum err
staff_add(struct db *db, const struct actor *by, struct staff *s)
{
	struct change c = {.by = by, .staff = *s};
	enum err e;

	if (!staff_ok(s))
		return ERR_INPUT;
	if (!actor_knows(by, s->office_id))
		return ERR_MISSING;
	e = db_transact(db, add_body, &c);
	if (e == OK)
		s->id = c.staff.id;
	return e;
}

enum err
staff_by_login(
    struct db *db, struct arena *a, const char *login, struct staff *out)
{
	const struct db_value *row;
	enum err e = db_one(
	    db, a, &staff_queries[BY_LOGIN], DB_IN(db_text(login)), &row);

	if (e == OK)
		*out = (struct staff){
		    .id = row[0].i,
		    .login = row[1].s,
		    .name = row[2].s,
		    .role = staff_role_read(row[3].s),
		    .office_id = row[4].i,
		    .password = row[5].s,
		    .disabled_at = row[6].i,
		};
	return e;
}

static enum err
disable_body(struct db *db, void *own)
{
	struct change *c = own;
	uint64_t changed;
	enum err e = staff_by_login(db, c->arena, c->staff.login, &c->staff);

	if (e == OK && !actor_knows(c->by, c->staff.office_id))
		e = ERR_MISSING;
	if (e == OK)
		e = db_run(db, &staff_queries[DISABLE],
		    DB_IN(db_int(c->by->now), db_text(c->staff.login)),
		    &changed);
	if (e == OK && changed == 0)
		e = ERR_MISSING;
	return e == OK ? audit_staff(db, c->by, AUDIT_STAFF_DISABLE, &c->staff)
	               : e;
}

enum err
staff_disable(
    struct db *db, struct arena *a, const struct actor *by, const char *login)
{
	struct change c = {.by = by, .arena = a, .staff = {.login = login}};

	return db_transact(db, disable_body, &c);
}

enum err
staff_refused(struct db *db, const struct staff *s, int64_t now)
{
	const struct actor by = {.kind = ACTOR_STAFF, .id = s->id, .now = now};
	const struct audit line = {
	    .act = AUDIT_SESSION_REFUSED, .office_id = s->office_id};

	return audit_write(db, &by, &line);
}
