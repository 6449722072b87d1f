/* audit.h - records who did what, reads of personal data included (UU 27/2022
 * art. 31).
 *
 * A line has numbers only, never personal data, and costs one INSERT.  An act
 * and its line are in one transaction, so there is neither without the other.
 * The one exception is booking.make: a booking is committed even if its line
 * could not be written.  A program that shows personal data writes the line
 * before it shows anything.
 *
 * The name of an act is noun.verb.  The kind of its object depends on the act
 * only.
 */
#ifndef QUEUE_AUDIT_AUDIT_H
#define QUEUE_AUDIT_AUDIT_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

/* What was done.  The object of an act is the thing that was made, removed or
 * read, except for
 *
 *	*_IMPORT	a file; it has no number
 *	APPLICANT_LAPSE	the applicant who did not come
 *	OPENING_MAKE	the office
 *	ROSTER_*	a day of the office, by its date as a number (20261214);
 *			the last word of the act tells the format
 *	SESSION_*	a session; it has no number, the actor is its owner
 *	SESSION_REFUSED	somebody gave a wrong password on the staff's sign-in
 *			page; the actor's id is 0 if no staff has the login
 */
enum audit_act {
	AUDIT_NO_ACT, /* no such word */
	AUDIT_ACCOUNT_MAKE,
	AUDIT_APPLICANT_LAPSE,
	AUDIT_BOOKING_MAKE,
	AUDIT_HOLIDAY_IMPORT,
	AUDIT_OFFICE_IMPORT,
	AUDIT_OPENING_MAKE,
	AUDIT_PERSON_ADD,
	AUDIT_PERSON_REMOVE,
	AUDIT_PROOF_READ,
	AUDIT_QUOTA_IMPORT,
	AUDIT_REGION_IMPORT,
	AUDIT_ROSTER_CSV,
	AUDIT_ROSTER_PDF,
	AUDIT_ROSTER_READ,
	AUDIT_SESSION_BEGIN,
	AUDIT_SESSION_END,
	AUDIT_SESSION_REFUSED,
	AUDIT_STAFF_ADD,
	AUDIT_STAFF_DISABLE,
	AUDIT_TICKET_READ,
	AUDIT_ACTS
};

enum audit_object {
	AUDIT_NO_OBJECT, /* no such word */
	AUDIT_ACCOUNT,
	AUDIT_APPLICANT,
	AUDIT_BOOKING,
	AUDIT_DAY,
	AUDIT_FILE,
	AUDIT_OFFICE,
	AUDIT_PERSON,
	AUDIT_SESSION,
	AUDIT_STAFF,
	AUDIT_OBJECTS
};

/* The words of the database for an act and for a kind of object. */
const char *audit_act_name(enum audit_act act);
const char *audit_object_name(enum audit_object object);

struct audit {
	enum audit_act act;
	int64_t object_id; /* 0 if none */
	int64_t office_id; /* 0 if none */
};

extern const struct db_query audit_queries[];
extern const size_t audit_query_count;

/* Writes one line: the actor BY did AUDIT.  The caller must be in the
 * transaction that changes the object, if there is one. */
MUST_USE enum err audit_write(
    struct db *db, const struct actor *by, const struct audit *audit);

#endif
