/* session.h - rows of applicants' signed-in browsers.
 *
 * The row's key is the hash of the secret in the cookie, so the table gives
 * nobody a session.  Signing out ends the row; nothing is deleted here.
 * Sessions of staff are a table that no applicant's program can read or write
 * (queue/people/staff_session.h).
 */
#ifndef QUEUE_PEOPLE_SESSION_H
#define QUEUE_PEOPLE_SESSION_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

#define SESSION_AGE (30 * 86400) /* seconds since the last visit */

struct session {
	int64_t account_id;
	int64_t created_at;
	int64_t seen_at;
};

extern const struct db_query session_queries[];
extern const size_t session_query_count;

/* Makes the session ID of the account BY. */
MUST_USE enum err session_begin(
    struct db *db, const struct actor *by, const unsigned char id[32]);

/* Finds one that has not ended; else ERR_MISSING.  Age is the caller's to
 * judge. */
MUST_USE enum err session_find(struct db *db, struct arena *a,
    const unsigned char id[32], struct session *s);

/* Ends the session ID of BY; ERR_MISSING if it has ended. */
MUST_USE enum err session_end(
    struct db *db, const struct actor *by, const unsigned char id[32]);

/* Notes a visit, which is no act: it has no line in the audit. */
MUST_USE enum err session_note(
    struct db *db, const unsigned char id[32], int64_t now);

#endif
