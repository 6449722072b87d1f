/* auth.h - who sent the request: session cookies.
 *
 * A session cookie is 48 bytes in base64url: a secret of 16 bytes, the id of
 * the account or member of staff, the instant of issue, and a MAC.  auth_read
 * checks MAC and age in memory.  auth_confirm reads the session's row (its key
 * is the hash of the secret); the gate calls it for every program whose role is
 * not ROLE_PUBLIC.  Applicants stay signed in for at least 30 days after their
 * last visit; staff for 12 hours, or until 30 minutes without a request.
 */
#ifndef APP_WHO_AUTH_H
#define APP_WHO_AUTH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum role {
	ROLE_PUBLIC,    /* everybody gets the same page, which browsers can
	                 * cache for seconds: the program does not read the
	                 * cookie and has no form that posts */
	ROLE_ANYONE,    /* signed in or not; a session is confirmed as for the
	                 * roles below */
	ROLE_APPLICANT, /* an account */
	ROLE_OFFICER,   /* any staff */
	ROLE_ADMIN,     /* staff who administer an office, or national */
	ROLE_NATIONAL,  /* staff of the directorate */
};

struct who {
	enum role role;     /* ROLE_ANYONE if nobody is signed in */
	int64_t account_id; /* of an applicant; else 0 */
	int64_t staff_id;   /* of staff; else 0 */
	int64_t office_id;  /* of staff of one office; else 0; set when
	                     * confirmed */
	const char *name;   /* of staff; set when confirmed */
	unsigned char secret[16];
	int64_t issued;
	bool confirmed; /* this request has read or made the session's row */
};

struct cx;
struct person;
struct staff;

/* Sets cx->who from the session cookie, without a query: from the cookie of
 * staff if STAFF is true, else from the cookie of applicants. */
void auth_read(struct cx *cx, bool staff);

/* Reads the session's row, at most once a request, and sets cx->who.confirmed.
 * ERR_LOGIN: nobody is signed in, or the session has ended.  If the session has
 * ended, cx->who becomes nobody, and the answer deletes the cookie. */
MUST_USE enum err auth_confirm(struct cx *cx);

/* As auth_confirm, for an applicant; the same statement also reads the people
 * of the account into OUT (PERSON_MAX elements) and their number into
 * *COUNT. */
MUST_USE enum err auth_confirm_people(
    struct cx *cx, struct person *out, int *count);

/* Signs in STAFF, or the account ACCOUNT_ID if STAFF is NULL: adds the session,
 * and sets the cookie and cx->who. */
MUST_USE enum err auth_begin(
    struct cx *cx, int64_t account_id, const struct staff *staff);

/* Ends the session of cx->who and deletes the cookie. */
MUST_USE enum err auth_end(struct cx *cx);

#endif
