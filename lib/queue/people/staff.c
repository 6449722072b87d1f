/* staff.c - people who work here. */
#include "queue/people/staff.h"

#include <stdbool.h>
#include <string.h>

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

static bool
staff_ok(const struct staff *s)
{
	size_t n = strlen(s->login);
	bool national = strcmp(s->role, "national") == 0;

	if (n == 0 || n > LOGIN_MAX ||
	    strspn(s->login, "abcdefghijklmnopqrstuvwxyz0123456789.-_") != n)
		return false;
	if (!national && strcmp(s->role, "officer") != 0 &&
	    strcmp(s->role, "admin") != 0)
		return false;
	return national == (s->office_id == 0) && s->name[0] != '\0';
}

enum err
staff_add(struct db *db, struct staff *s, int64_t now)
{
	enum err e;

	if (!staff_ok(s))
		return ERR_INPUT;
	e = db_run(db, &staff_queries[ADD],
	    DB_IN(db_text(s->login), db_text(s->name), db_text(s->role),
		s->office_id == 0 ? db_null() : db_int(s->office_id),
		db_text(s->password), db_int(now)),
	    NULL);
	if (e == OK)
		s->id = db_last_id(db);
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
		    .role = row[3].s,
		    .office_id = row[4].i,
		    .password = row[5].s,
		    .disabled_at = row[6].i,
		};
	return e;
}

enum err
staff_disable(struct db *db, const char *login, int64_t now)
{
	uint64_t changed;
	enum err e = db_run(db, &staff_queries[DISABLE],
	    DB_IN(db_int(now), db_text(login)), &changed);

	if (e == OK && changed == 0)
		return ERR_MISSING;
	return e;
}
