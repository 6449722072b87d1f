/* session.h - rows of signed-in browsers.
 *
 * A row's key is the hash of the secret in the cookie, so the table gives
 * nobody a session.  Signing out ends the row; nothing is deleted here.
 *
 * Sessions of staff are a table of their own, which the logins of applicants'
 * programs can neither read nor write (sql/grants.sql): somebody who has taken
 * over such a program makes nobody an officer.  An act is on the table of its
 * actor, an account or a member of staff.
 */
#ifndef QUEUE_PEOPLE_SESSION_H
#define QUEUE_PEOPLE_SESSION_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"
#include "queue/people/staff.h"

#define SESSION_AGE (30 * 86400)      /* seconds since the last visit */
#define STAFF_SESSION_AGE (12 * 3600) /* seconds since signing in */
#define STAFF_SESSION_IDLE (30 * 60)  /* seconds since the last visit */
#define STAFF_SESSION_NOTE 60         /* seconds between notes of a visit */

struct session {
	int64_t account_id;
	int64_t created_at;
	int64_t seen_at;
};

struct staff_session {
	int64_t staff_id;
	int64_t office_id; /* of staff bound to one, else 0 */
	enum staff_role role;
	const char *name;
	int64_t created_at;
	int64_t seen_at;
};

extern const struct db_query session_queries[];
extern const size_t session_query_count;

/* Makes the session ID of BY. */
MUST_USE enum err session_begin(
    struct db *db, const struct actor *by, const unsigned char id[32]);

/* Finds an applicant's that has not ended; else ERR_MISSING.  Age is the
 * caller's to judge. */
MUST_USE enum err session_find(struct db *db, struct arena *a,
    const unsigned char id[32], struct session *s);

/* The same of staff; ERR_MISSING too if the member of staff is disabled. */
MUST_USE enum err session_find_staff(struct db *db, struct arena *a,
    const unsigned char id[32], struct staff_session *s);

/* Ends the session ID of BY; ERR_MISSING if it has ended. */
MUST_USE enum err session_end(
    struct db *db, const struct actor *by, const unsigned char id[32]);

/* Notes a visit of BY, which is no act: it has no line in the audit. */
MUST_USE enum err session_note(
    struct db *db, const struct actor *by, const unsigned char id[32]);

#endif
