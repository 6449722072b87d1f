/* rules.h - rules that several statements ask, each stated once; for
 * lib/queue only. */
#ifndef QUEUE_OFFICE_RULES_H
#define QUEUE_OFFICE_RULES_H

/* A row p of `place` that the public may take at an instant (bound once),
 * unless an applicant has it.  No row is held for anybody: who must keep a
 * place is an applicant in it. */
#define PLACE_PUBLIC                                                           \
	"p.pool = 'public' AND (p.free_from IS NULL OR p.free_from <= ?)"

/* How many of the slot SLOT are free to the public at an instant.  The plan is
 * told: while places open the server's statistics are of before, and it would
 * read both tables whole. */
#define PLACES_OF                                                              \
	" FROM place p FORCE INDEX (PRIMARY)"                                  \
	" LEFT JOIN applicant a FORCE INDEX (seat)"                            \
	" ON a.slot_id = p.slot_id AND a.seat_no = p.seat_no"                  \
	" WHERE p.slot_id = "
#define PLACES_FREE(slot)                                                      \
	PLACES_OF slot " AND " PLACE_PUBLIC " AND a.id IS NULL"

/* A slot s that the public may book once it is open: other lanes are given by
 * staff. */
#define SLOT_ONLINE "s.lane = 'online'"

/* A slot s that can be booked at an instant (bound twice).  What makes it so is
 * said once in SQL, by the procedure slot_bookable of sql/, and once in C, by
 * slot_judge; tests/db/bookable.t holds them together. */
#define SLOT_BOOKABLE "s.bookable_from <= ? AND s.bookable_until > ?"

/* The minutes an office o waits for people after a period: GRACE, with the
 * tables it needs joined by GRACE_JOIN. */
#define GRACE "COALESCE(go.value, gn.value)"
#define GRACE_JOIN                                                             \
	" JOIN parameter gn ON gn.name = 'grace'"                              \
	" LEFT JOIN office_parameter go"                                       \
	" ON go.office_id = o.id AND go.name = gn.name"

/* The instant at which a slot s of an office o is over, and with it what was
 * booked there. */
#define SLOT_OVER_AT                                                           \
	"TIMESTAMPADD(MINUTE, s.end_minute - o.utc_offset + " GRACE ", s.day)"

/* An applicant a or a booking b that is more than an offer. */
#define APPLICANT_FIRM "a.state <> 'offered'"
#define BOOKING_FIRM "b.state <> 'offered'"

#endif
