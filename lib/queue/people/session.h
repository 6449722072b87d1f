/* session.h - signed-in browsers of applicants and of staff.
 *
 * The key of a row (parameter ID below) is the hash of the secret in the
 * cookie, so a copy of the table lets nobody sign in.  session_end marks the
 * row as ended; no function here deletes rows.
 *
 * Staff sessions have their own table, which the database users of applicants'
 * programs can neither read nor write (sql/grants.sql): an attacker who
 * controls such a program cannot make an officer's session.  A function with a
 * parameter BY uses the table for the kind of the actor BY, account or staff.
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
#define STAFF_SESSION_NOTE 60         /* seconds between writes of seen_at */

struct session {
	int64_t account_id;
	int64_t created_at;
	int64_t seen_at;
};

struct staff_session {
	int64_t staff_id;
	int64_t office_id; /* the office of the member of staff; 0 if none */
	enum staff_role role;
	const char *name;
	int64_t created_at;
	int64_t seen_at;
};

extern const struct db_query session_queries[];
extern const size_t session_query_count;

/* Adds a session with the key ID for BY, with its line in the audit. */
MUST_USE enum err session_begin(
    struct db *db, const struct actor *by, const unsigned char id[32]);

/* Finds an applicant's session that has not ended.  ERR_MISSING if there is
 * none.  The caller compares the age of the session with SESSION_AGE. */
MUST_USE enum err session_find(struct db *db, struct arena *a,
    const unsigned char id[32], struct session *s);

/* Finds a session of staff that has not ended; ERR_MISSING if there is none or
 * the member of staff is disabled.  The caller compares the age of the session
 * with STAFF_SESSION_AGE and STAFF_SESSION_IDLE. */
MUST_USE enum err session_find_staff(struct db *db, struct arena *a,
    const unsigned char id[32], struct staff_session *s);

/* Ends the session ID, which belongs to BY, with its line in the audit.
 * ERR_MISSING: there is no such session, or it has ended already. */
MUST_USE enum err session_end(
    struct db *db, const struct actor *by, const unsigned char id[32]);

/* Sets seen_at of the session ID, which belongs to BY, to by->now.  The audit
 * gets no line, because a visit is not an act of the person. */
MUST_USE enum err session_note(
    struct db *db, const struct actor *by, const unsigned char id[32]);

#endif
