/* auth.h - who is at the browser.
 *
 * The session cookie is 48 bytes in base64url: a secret of 16, the number of
 * the account or staff member, the instant of issue and a MAC.  MAC and age
 * are checked in memory; the session's row (by the hash of the secret) is read
 * only by auth_confirm, which the gate calls for every program that looks who
 * it is.  Applicants stay signed in for 30 days after their last visit; staff
 * for 12 hours, and 30 minutes without a request.
 */
#ifndef APP_WHO_AUTH_H
#define APP_WHO_AUTH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum role {
	ROLE_PUBLIC,    /* pages the same for all, kept by anybody for seconds:
	                   the program never looks who it is, has no form
	                   that posts */
	ROLE_ANYONE,    /* it looks, and nobody is fine too; whoever is signed
	                   in has been confirmed, as for the roles below */
	ROLE_APPLICANT, /* an account */
	ROLE_OFFICER,   /* any staff */
	ROLE_ADMIN,     /* staff who administer an office, and above */
	ROLE_NATIONAL,  /* staff of the directorate */
};

struct who {
	enum role role;     /* ROLE_ANYONE when nobody is signed in */
	int64_t account_id; /* of an applicant, else 0 */
	int64_t staff_id;   /* of staff, else 0 */
	int64_t office_id;  /* of staff bound to one, else 0; confirmed only */
	const char *name;   /* of staff; confirmed only */
	unsigned char secret[16];
	int64_t issued;
	bool confirmed; /* the row was read or made in this request */
};

struct cx;
struct person;
struct staff;

/* Reads the cookie: the applicant's, or for staff programs the staff's. */
void auth_read(struct cx *cx, bool staff);

/* Reads the session's row, once a request.  ERR_LOGIN if it has ended;
 * cx->who is then nobody, and the cookie goes. */
MUST_USE enum err auth_confirm(struct cx *cx);

/* The same for an applicant with the people of the account (PERSON_MAX of
 * queue/people/person.h at most), read together. */
MUST_USE enum err auth_confirm_people(
    struct cx *cx, struct person *out, int *count);

/* Signs in the account, or STAFF if not NULL: makes the session, with its line
 * in the audit, and sets the cookie.  cx->who is that one from then on. */
MUST_USE enum err auth_begin(
    struct cx *cx, int64_t account_id, const struct staff *staff);

/* Signs out who is signed in, which is in the audit too. */
MUST_USE enum err auth_end(struct cx *cx);

#endif
