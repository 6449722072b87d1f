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

/* The acts: the constant AUDIT_..., the name, the kind of the object.  The
 * object is the thing that was made, removed or read, except for
 *
 *	*_IMPORT	a file; it has no number
 *	APPLICANT_LAPSE	the applicant who did not come
 *	OPENING_MAKE	the office
 *	ROSTER_*	a day of the office, by its date as a number (20261214);
 *			the last word of the act tells the format
 *	SESSION_*	a session; it has no number, the actor is its owner
 *	SESSION_REFUSED	somebody gave a wrong password on the staff's sign-in
 *			page; the actor's id is 0 if no staff has the login
 *
 * A new act also needs its name in the CHECK audit_act (sql/README.md). */
#define AUDIT_ACT_LIST(ACT)                                                    \
	ACT(ACCOUNT_MAKE, "account.make", ACCOUNT)                             \
	ACT(APPLICANT_LAPSE, "applicant.lapse", APPLICANT)                     \
	ACT(BOOKING_MAKE, "booking.make", BOOKING)                             \
	ACT(HOLIDAY_IMPORT, "holiday.import", FILE)                            \
	ACT(OFFICE_IMPORT, "office.import", FILE)                              \
	ACT(OPENING_MAKE, "opening.make", OFFICE)                              \
	ACT(PERSON_ADD, "person.add", PERSON)                                  \
	ACT(PERSON_REMOVE, "person.remove", PERSON)                            \
	ACT(PROOF_READ, "proof.read", BOOKING)                                 \
	ACT(QUOTA_IMPORT, "quota.import", FILE)                                \
	ACT(REGION_IMPORT, "region.import", FILE)                              \
	ACT(ROSTER_CSV, "roster.csv", DAY)                                     \
	ACT(ROSTER_PDF, "roster.pdf", DAY)                                     \
	ACT(ROSTER_READ, "roster.read", DAY)                                   \
	ACT(SESSION_BEGIN, "session.begin", SESSION)                           \
	ACT(SESSION_END, "session.end", SESSION)                               \
	ACT(SESSION_REFUSED, "session.refused", SESSION)                       \
	ACT(STAFF_ADD, "staff.add", STAFF)                                     \
	ACT(STAFF_DISABLE, "staff.disable", STAFF)                             \
	ACT(TICKET_READ, "ticket.read", BOOKING)

/* The kinds of objects.  A new one also needs its name in the CHECK
 * audit_object. */
#define AUDIT_OBJECT_LIST(OBJECT)                                              \
	OBJECT(ACCOUNT, "account")                                             \
	OBJECT(APPLICANT, "applicant")                                         \
	OBJECT(BOOKING, "booking")                                             \
	OBJECT(DAY, "day")                                                     \
	OBJECT(FILE, "file")                                                   \
	OBJECT(OFFICE, "office")                                               \
	OBJECT(PERSON, "person")                                               \
	OBJECT(SESSION, "session")                                             \
	OBJECT(STAFF, "staff")

#define AUDIT_CONSTANT(constant, ...) AUDIT_##constant,
enum audit_act {
	AUDIT_NO_ACT, /* no such word */
	AUDIT_ACT_LIST(AUDIT_CONSTANT) AUDIT_ACTS
};
enum audit_object {
	AUDIT_NO_OBJECT, /* no such word */
	AUDIT_OBJECT_LIST(AUDIT_CONSTANT) AUDIT_OBJECTS
};
#undef AUDIT_CONSTANT

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
