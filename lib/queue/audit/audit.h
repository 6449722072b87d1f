/* audit.h - who did what, reads of personal data included (UU 27/2022 art. 31).
 *
 * Plain inserts of numbers, never personal data; no request waits for more.
 * What is done and the line about it are one transaction; booking.make alone
 * goes through without its line: it must not undo a booking.  A reading is
 * noted before anything is shown.
 *
 *	account.make, person.add, person.remove, booking.make ...
 *			the object is what was made or removed
 *	applicant.lapse	the applicant, whom the system lapsed
 *	session.begin, session.end
 *			without an object: the actor is whose session it is
 *	session.refused	staff gave a wrong password; the actor, if there is
 *			such a login
 *	ticket.read, proof.read
 *			the booking
 *	roster.read, roster.pdf, roster.csv
 *			a page or a file; the object is the day, whose number
 *			is its date as 20261214, of the office
 */
#ifndef QUEUE_AUDIT_AUDIT_H
#define QUEUE_AUDIT_AUDIT_H

#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

struct audit {
	const char *act;    /* noun.verb: booking.make, roster.read ... */
	const char *object; /* booking, slot, account, office, day ... */
	int64_t object_id;  /* 0 if none */
	int64_t office_id;  /* 0 if none */
};

extern const struct db_query audit_queries[];
extern const size_t audit_query_count;

/* Writes that BY did it; within the transaction of the act, if it is one. */
MUST_USE enum err audit_write(
    struct db *db, const struct actor *by, const struct audit *audit);

#endif
