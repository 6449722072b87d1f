/* staff.h - the people who work at offices and at the directorate.
 *
 * Officers and admins belong to one office; the other roles belong to none.
 * Rows are never deleted: a member of staff is disabled instead.  Then that
 * person cannot sign in, and the audit can still show the name.
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
	int64_t office_id;    /* 0 if the role is national */
	const char *password; /* argon2id string */
	int64_t disabled_at;  /* instant; 0 if not disabled */
};

/* The word of the database for a role, and back; STAFF_NONE for any other
 * word. */
const char *staff_role_name(enum staff_role role);
enum staff_role staff_role_read(const char *name);

extern const struct db_query staff_queries[];
extern const size_t staff_query_count;

/* Adds S and sets its id.  ERR_TWICE: the login is taken; ERR_INPUT: the login
 * or the role is not valid, or the role does not fit the office; ERR_MISSING:
 * the office does not exist for BY. */
MUST_USE enum err staff_add(
    struct db *db, const struct actor *by, struct staff *s);

/* Finds a member of staff by login, also one who is disabled; the texts of OUT
 * are in A.  ERR_MISSING if there is none. */
MUST_USE enum err staff_by_login(
    struct db *db, struct arena *a, const char *login, struct staff *out);

/* Disables the member of staff with LOGIN from now on.  ERR_MISSING: there is
 * no such member of staff, they are disabled already, or their office does not
 * exist for BY. */
MUST_USE enum err staff_disable(
    struct db *db, struct arena *a, const struct actor *by, const char *login);

/* Writes in the audit that somebody gave a wrong password for S at NOW.  The id
 * of S is 0 if no member of staff has the login. */
MUST_USE enum err staff_refused(
    struct db *db, const struct staff *s, int64_t now);

#endif
