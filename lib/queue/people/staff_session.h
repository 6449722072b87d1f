/* staff_session.h - rows of signed-in browsers of staff.
 *
 * As queue/people/session.h, in a table of its own: the logins of applicants'
 * programs can neither read it nor write it (sql/grants.sql), so that such a
 * program, taken over, makes nobody an officer.
 */
#ifndef QUEUE_PEOPLE_STAFF_SESSION_H
#define QUEUE_PEOPLE_STAFF_SESSION_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"
#include "queue/people/staff.h"

#define STAFF_SESSION_AGE (12 * 3600) /* seconds since signing in */
#define STAFF_SESSION_IDLE (30 * 60)  /* seconds since the last visit */
#define STAFF_SESSION_NOTE 60         /* seconds between notes of a visit */

struct staff_session {
	int64_t staff_id;
	int64_t office_id; /* of staff bound to one, else 0 */
	enum staff_role role;
	const char *name;
	int64_t created_at;
	int64_t seen_at;
};

extern const struct db_query staff_session_queries[];
extern const size_t staff_session_query_count;

/* Makes the session ID of the member of staff BY. */
MUST_USE enum err staff_session_begin(
    struct db *db, const struct actor *by, const unsigned char id[32]);

/* Finds one that has not ended and whose staff member is not disabled; else
 * ERR_MISSING.  Age is the caller's to judge. */
MUST_USE enum err staff_session_find(struct db *db, struct arena *a,
    const unsigned char id[32], struct staff_session *s);

/* Ends the session ID of BY; ERR_MISSING if it has ended. */
MUST_USE enum err staff_session_end(
    struct db *db, const struct actor *by, const unsigned char id[32]);

/* Notes a visit, which is no act: it has no line in the audit. */
MUST_USE enum err staff_session_note(
    struct db *db, const unsigned char id[32], int64_t now);

#endif
