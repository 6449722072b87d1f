/* rules.h - conditions that several statements share, as parts of SQL; private
 * to lib/queue. */
#ifndef QUEUE_OFFICE_RULES_H
#define QUEUE_OFFICE_RULES_H

/* Each condition names the aliases that its statement must use, such as "a
 * place p", and its parameters (`?`).
 *
 * PLACE_PUBLIC: a place p that the public can take at an instant (one
 * parameter), unless an applicant has that place.  Places cannot be reserved: a
 * place is taken only by a row of `applicant`. */
#define PLACE_PUBLIC                                                           \
	"p.pool = 'public' AND (p.free_from IS NULL OR p.free_from <= ?)"

/* PLACES_FREE: the places of the slot SLOT (an SQL expression) that are free to
 * the public at an instant (one parameter).  FORCE INDEX fixes the plan: right
 * after an opening the server's statistics are still those of nearly empty
 * tables, and the server would scan both of them. */
#define PLACES_OF                                                              \
	" FROM place p FORCE INDEX (PRIMARY)"                                  \
	" LEFT JOIN applicant a FORCE INDEX (seat)"                            \
	" ON a.slot_id = p.slot_id AND a.seat_no = p.seat_no"                  \
	" WHERE p.slot_id = "
#define PLACES_FREE(slot)                                                      \
	PLACES_OF slot " AND " PLACE_PUBLIC " AND a.id IS NULL"

/* A slot s that the public is permitted to book as soon as its opening has
 * begun; staff fill the other lanes. */
#define SLOT_ONLINE "s.lane = 'online'"

/* A slot s that can be booked at an instant (two parameters).  The SQL
 * procedure slot_bookable (sql/) computes both columns.  slot_judge decides the
 * same in C, and tests/db/bookable.t compares the two. */
#define SLOT_BOOKABLE "s.bookable_from <= ? AND s.bookable_until > ?"

/* GRACE: how many minutes after the end of a period an office o still accepts
 * late visitors.  GRACE_JOIN joins the tables that GRACE names. */
#define GRACE "COALESCE(go.value, gn.value)"
#define GRACE_JOIN                                                             \
	" JOIN parameter gn ON gn.name = 'grace'"                              \
	" LEFT JOIN office_parameter go"                                       \
	" ON go.office_id = o.id AND go.name = gn.name"

/* The instant at which a slot s of an office o is over, together with the
 * visits that are booked in the slot: the end of the period and of GRACE. */
#define SLOT_OVER_AT                                                           \
	"TIMESTAMPADD(MINUTE, s.end_minute - o.utc_offset + " GRACE ", s.day)"

/* An applicant a, or a booking b, that is more than an offer. */
#define APPLICANT_FIRM "a.state <> 'offered'"
#define BOOKING_FIRM "b.state <> 'offered'"

#endif
