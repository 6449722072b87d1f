/* session.h - rows of signed-in browsers.
 *
 * The row's key is the hash of the secret in the cookie, so the table gives
 * nobody a session.  Signing out ends the row; nothing is deleted here.
 */
#ifndef QUEUE_SESSION_H
#define QUEUE_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"

#define SESSION_APPLICANT_AGE (30 * 86400) /* seconds since the last visit */
#define SESSION_STAFF_AGE (12 * 3600)      /* seconds since signing in */
#define SESSION_STAFF_IDLE (30 * 60)       /* seconds since the last visit */
#define SESSION_NOTE 60 /* seconds between notes of a visit of staff */

struct session {
	int64_t account_id; /* 0 for staff */
	int64_t staff_id;   /* 0 for applicants */
	int64_t office_id;  /* of staff bound to one, else 0 */
	const char *role;   /* of staff: officer, admin, national */
	const char *name;   /* of staff */
	int64_t created_at;
	int64_t seen_at;
};

extern const struct db_query session_queries[];
extern const size_t session_query_count;

/* Makes a session of one of the two, the other being 0. */
MUST_USE enum err session_begin(struct db *db, const unsigned char id[32],
    int64_t account_id, int64_t staff_id, int64_t now);

/* Finds one that has not ended and whose staff member, if it is of one, is not
 * disabled; else ERR_MISSING.  Age is the caller's to judge. */
MUST_USE enum err session_find(struct db *db, struct arena *a,
    const unsigned char id[32], struct session *s);

/* Notes a visit; ends the session, ERR_MISSING if it has ended. */
MUST_USE enum err session_note(
    struct db *db, const unsigned char id[32], int64_t now);
MUST_USE enum err session_end(
    struct db *db, const unsigned char id[32], int64_t now);

#endif
