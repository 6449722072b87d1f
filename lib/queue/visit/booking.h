/* booking.h - makes and finds bookings.
 *
 * booking_make makes a booking in one transaction, in which unique keys of the
 * database (named in parentheses) guarantee:
 *
 *   - a place for each applicant, or no booking (`seat`);
 *   - one live booking per NIK in the whole country (`nik_live`); if the
 *     applicant of that booking did not come, booking_make first lapses that
 *     applicant, so that nobody waits for the job that does so
 *     (booking_lapse);
 *   - at most live_per_account live applicants per account (`account_live`):
 *     each has a number from 1 to live_per_account, different from the
 *     numbers of the other live applicants of the account;
 *   - one booking per press of the button (`once`).
 *
 * The statement that inserts the booking also checks that the slot can be
 * booked.  A transaction that closes a slot, day, office or opening waits for
 * bookings under way, and no booking of that slot is made after it.
 *
 * The transaction is repeated after a collision of seats or a deadlock, a
 * limited number of times.  Unless it succeeds, the seats that it claimed in
 * the seat map are freed.  The line in the audit is in the same transaction; if
 * it cannot be written, that is logged, and the booking is committed without
 * it.
 */
#ifndef QUEUE_VISIT_BOOKING_H
#define QUEUE_VISIT_BOOKING_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/office/office.h"
#include "queue/office/slot.h"
#include "queue/people/person.h"
#include "queue/visit/code.h"

#define BOOKING_ONCE_SIZE 16

/* The state of an applicant.  OFFERED to ARRIVED: the visit is ahead or under
 * way and has a place.  SERVED to LAPSED: the outcome of the visit.  CANCELLED
 * to DECLINED: there is no visit and no place.  Only BOOKED and ARRIVED
 * applicants count as live: no other applicant can have their NIK, nor their
 * number if the owner is the same. */
enum applicant_state {
	APPLICANT_NONE, /* no such word */
	APPLICANT_OFFERED,
	APPLICANT_BOOKED,
	APPLICANT_ARRIVED,
	APPLICANT_SERVED,
	APPLICANT_INCOMPLETE, /* documents are missing */
	APPLICANT_MISMATCH,   /* the data do not match the documents */
	APPLICANT_REFUSED,
	APPLICANT_LEFT,
	APPLICANT_NO_SHOW,
	APPLICANT_EXCUSED, /* by the office */
	APPLICANT_LAPSED,
	APPLICANT_CANCELLED,
	APPLICANT_REVOKED,  /* cancelled by the office */
	APPLICANT_DECLINED, /* declined an offer */
	APPLICANT_STATES
};

enum booking_state {
	BOOKING_NONE, /* no such word */
	BOOKING_OFFERED,
	BOOKING_BOOKED,
	BOOKING_CANCELLED, /* by its owner */
	BOOKING_REVOKED,   /* by the office */
	BOOKING_DECLINED,  /* the offer was declined */
	BOOKING_STATES
};

/* How a booking was made, which decides who owns it: an account, a sender of
 * text messages, or, if staff made it, an account or nobody. */
enum booking_channel {
	CHANNEL_NONE, /* no such word */
	CHANNEL_WEB,
	CHANNEL_LAW,
	CHANNEL_ASSIST, /* by staff, for somebody */
	CHANNEL_DESK,   /* by staff, for today */
	CHANNELS
};

struct applicant {
	int64_t id;
	int no;               /* from 1 on, within the booking */
	struct person person; /* id and member_no are not stored */
	const char *service;  /* code: baru, habis, penuh, ... */
	int service_id;
	int old_year;    /* year of issue of the old passport; 0 if none */
	bool old_abroad; /* the old passport was issued abroad */
	enum applicant_state state;
};

struct booking {
	int64_t id;
	char code[CODE_SIZE];
	int64_t account_id;
	int64_t slot_id;
	int party;
	const char *lang;
	int64_t created_at;
	int64_t cancelled_at; /* 0 if not cancelled */
	struct applicant applicant[PARTY_MAX];
	struct slot slot;     /* set in found bookings only */
	struct office office; /* set in found bookings only */
	int64_t over_at;      /* in found bookings only: the end of the period
	                       * and of the office's grace */
};

/* The words of the database.  The _read functions return 0 (NONE) for a word
 * that is not in the list. */
const char *applicant_state_name(enum applicant_state state);
enum applicant_state applicant_state_read(const char *name);
const char *booking_state_name(enum booking_state state);
const char *booking_channel_name(enum booking_channel channel);

struct place_map;

extern const struct db_query booking_queries[];
extern const size_t booking_query_count;
extern const struct db_query booking_find_queries[];
extern const size_t booking_find_query_count;

/* The order to make a booking: what struct booking, the other parameter, does
 * not have.  PLACES is the seat map of the host (NULL: query the database).
 * ONCE is the one-time token of the review page; a booking stores it, so that
 * an order that is sent twice makes one booking.  DECLARED is the edition of
 * the declaration that the applicant agreed to.  The account of the booking is
 * its owner: CHANNEL must be one whose bookings an account owns, or the
 * database refuses the booking (CHECK booking_owner). */
struct booking_order {
	enum booking_channel channel;
	struct place_map *places;
	unsigned char once[BOOKING_ONCE_SIZE];
	const char *declared;
	int live_per_account;
	int64_t office_id; /* the office of the slot */
};

/* Makes booking B, in which the caller has set account_id, slot_id, party, lang
 * and the applicants; sets its id and code.
 *
 *   OK          made now, or by the same order before: B is that booking
 *   ERR_MISSING the office does not exist for BY
 *   ERR_FULL    too few places are left
 *   ERR_CLOSED  the slot cannot be booked (slot_find tells why), or it belongs
 *               to another office than the order
 *   ERR_TWICE   the NIK of applicant *AT (from 0) has a live booking
 *   ERR_LIMIT   the account has too many live applicants
 *   ERR_INPUT   the token was used with another form: B is that booking
 *   ERR_FORBIDDEN  the token belongs to another account
 *   ERR_BUSY    the outcome is unknown; the same order can be sent again */
MUST_USE enum err booking_make(struct db *db, struct arena *a,
    const struct actor *by, const struct booking_order *order,
    struct booking *b, int *at);

/* Looks for the booking that was made with the token of ORDER, and returns OK,
 * ERR_INPUT or ERR_FORBIDDEN as booking_make does; ERR_MISSING if there is no
 * such booking.  Sets id and code of B with OK and ERR_INPUT only. */
MUST_USE enum err booking_again(struct db *db, struct arena *a,
    struct booking *b, const struct booking_order *order);

/* Finds the id of a booking by its code and the birth date of one of its
 * applicants; the audit gets no line.  ERR_MISSING: there is no such booking,
 * or its office does not exist for BY.
 */
MUST_USE enum err booking_by_code(struct db *db, struct arena *a,
    const struct actor *by, const char *code, int32_t birth, int64_t *id);

/* Finds booking ID to show it as a ticket or to print it as a proof, and writes
 * in the audit that BY reads it.  ERR_MISSING: there is no such booking, or its
 * office does not exist for BY; ERR_LAPSED (proof only): the booking is void
 * (booking_void). */
MUST_USE enum err booking_for_ticket(struct db *db, struct arena *a,
    const struct actor *by, int64_t id, struct booking *b);
MUST_USE enum err booking_for_proof(struct db *db, struct arena *a,
    const struct actor *by, int64_t id, struct booking *b);

/* The bookings of an account without their applicants, at most MAX, the latest
 * visit first. */
MUST_USE enum err booking_of_account(struct db *db, struct arena *a,
    int64_t account_id, int max, struct booking **out, int *count);

/* Lapses applicants who did not come: those with a visit on a day FIRST..LAST
 * (inclusive) that are still BOOKED although their period and the grace of
 * their office are over at by->now.  Each gets a line in the audit; their NIKs
 * and account numbers are free afterwards.  *COUNT becomes the number of
 * applicants found, at most BOOKING_LAPSE_MAX.  If *COUNT is BOOKING_LAPSE_MAX,
 * there are possibly more, and the caller calls again.  ERR_FORBIDDEN: BY
 * belongs to one office.  No rule depends on this function: booking_make itself
 * lapses the applicants that would block a booking. */
#define BOOKING_LAPSE_MAX 200
MUST_USE enum err booking_lapse(struct db *db, struct arena *a,
    const struct actor *by, int32_t first, int32_t last, int *count);

/* True if a found booking is void at NOW: the booking is cancelled, or its
 * period and its office's grace are over. */
bool booking_void(const struct booking *b, int64_t now);

#endif
