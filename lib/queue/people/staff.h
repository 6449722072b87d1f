/* staff.h - people who work here.
 *
 * An officer and an office's admin belong to an office; national staff to
 * none.  Nobody is removed: a disabled one can no longer sign in, and what
 * they did keeps its name.
 */
#ifndef QUEUE_PEOPLE_STAFF_H
#define QUEUE_PEOPLE_STAFF_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

enum staff_role {
	STAFF_NONE, /* no such word */
	STAFF_OFFICER,
	STAFF_ADMIN, /* of an office */
	STAFF_NATIONAL,
	STAFF_AUDITOR, /* reads everything, changes nothing */
	STAFF_ROLES
};

struct staff {
	int64_t id;
	const char *login; /* a-z 0-9 . - _, at most 60 */
	const char *name;
	enum staff_role role;
	int64_t office_id;    /* 0 for national */
	const char *password; /* argon2id string */
	int64_t disabled_at;  /* instant, 0 if not */
};

/* The word of the database, and back: STAFF_NONE for another word. */
const char *staff_role_name(enum staff_role role);
enum staff_role staff_role_read(const char *name);

extern const struct db_query staff_queries[];
extern const size_t staff_query_count;

/* Adds S and sets its number.  ERR_TWICE: the login is taken; ERR_INPUT: login
 * or role is none, or the role and the office do not go together; ERR_MISSING:
 * there is no such office, or not for BY. */
MUST_USE enum err staff_add(
    struct db *db, const struct actor *by, struct staff *s);

/* By login, disabled ones too; ERR_MISSING if there is none. */
MUST_USE enum err staff_by_login(
    struct db *db, struct arena *a, const char *login, struct staff *out);

/* Disables the one of LOGIN from now on; ERR_MISSING if there is none, it is
 * disabled already, or it is of another office than BY. */
MUST_USE enum err staff_disable(
    struct db *db, struct arena *a, const struct actor *by, const char *login);

/* Writes in the audit that a wrong password was given for S; its id is 0 when
 * nobody has the login. */
MUST_USE enum err staff_refused(
    struct db *db, const struct staff *s, int64_t now);

#endif
