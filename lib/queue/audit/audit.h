/* audit.h - who did what, reads of personal data included (UU 27/2022 art. 31).
 *
 * Plain inserts of numbers, never personal data; no request waits for more.
 * What is done and the line about it are one transaction; booking.make alone
 * goes through without its line: it must not undo a booking.  A reading is
 * noted before anything is shown.
 *
 * An act has a name, noun.verb, and always the same kind of object.
 */
#ifndef QUEUE_AUDIT_AUDIT_H
#define QUEUE_AUDIT_AUDIT_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

/* What was done.  The object is what was made, removed or read, but
 *
 *	*_IMPORT	is a file, which has no number
 *	APPLICANT_LAPSE	is the applicant, who did not come
 *	OPENING_MAKE	is the office
 *	ROSTER_*	is the day of the office, whose number is its date as
 *			20261214; the line says how the roster was taken
 *	SESSION_*	has no number: the actor is whose session it is
 *	SESSION_REFUSED	staff gave a wrong password; the actor has a number if
 *			somebody has the login
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

/* The words of the database. */
const char *audit_act_name(enum audit_act act);
const char *audit_object_name(enum audit_object object);

struct audit {
	enum audit_act act;
	int64_t object_id; /* 0 if none */
	int64_t office_id; /* 0 if none */
};

extern const struct db_query audit_queries[];
extern const size_t audit_query_count;

/* Writes that BY did it; within the transaction of the act, if it is one. */
MUST_USE enum err audit_write(
    struct db *db, const struct actor *by, const struct audit *audit);

#endif
