/* booking.h - making and finding bookings.
 *
 * booking_make is the one transaction that everything hangs on:
 *   - a place for each applicant, or none for anybody (unique key `seat`);
 *   - one live booking a NIK in the whole country (`nik_live`), where a
 *     holder whose slot is over is released first, so no rule waits for a job;
 *   - at most live_per_account live applicants an account (`account_live`);
 *   - one booking a press of the button (`once`);
 *   - only while the slot can be booked, as one and the same statement sees it
 *     that makes the booking: whoever closes slot, day, office or opening waits
 *     for bookings under way, and none comes after.
 * It is repeated whole on a collision of seats or a deadlock, with bounds.
 * Seats claimed in the map are given back on every way out but success. Its
 * line in the audit is in the same transaction, but is not worth a booking: one
 * that cannot be written is logged and left out.
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

/* Where an applicant is.  The first three have a place; only BOOKED and ARRIVED
 * hold the lock of their NIK and a number of the owner; the last three have no
 * place. */
enum applicant_state {
	APPLICANT_NONE, /* no such word */
	APPLICANT_OFFERED,
	APPLICANT_BOOKED,
	APPLICANT_ARRIVED,
	APPLICANT_SERVED,     /* outcome */
	APPLICANT_INCOMPLETE, /* papers are missing */
	APPLICANT_MISMATCH,   /* the data do not agree */
	APPLICANT_REFUSED,
	APPLICANT_LEFT,
	APPLICANT_NO_SHOW,
	APPLICANT_EXCUSED, /* by the office */
	APPLICANT_LAPSED,
	APPLICANT_CANCELLED,
	APPLICANT_REVOKED,  /* by the office */
	APPLICANT_DECLINED, /* an offer */
	APPLICANT_STATES
};

enum booking_state {
	BOOKING_NONE, /* no such word */
	BOOKING_OFFERED,
	BOOKING_BOOKED,
	BOOKING_CANCELLED, /* by its owner */
	BOOKING_REVOKED,   /* by the office */
	BOOKING_DECLINED,  /* an offer */
	BOOKING_STATES
};

/* How a booking came, which says who owns it: an account, a sender of text
 * messages, or with the staff who made it an account or nobody. */
enum booking_channel {
	CHANNEL_NONE, /* no such word */
	CHANNEL_WEB,
	CHANNEL_LAW,
	CHANNEL_ASSIST, /* staff for somebody */
	CHANNEL_DESK,   /* staff, for today */
	CHANNELS
};

struct applicant {
	int64_t id;
	int no;               /* 1.. within the booking */
	struct person person; /* id and member_no unused once stored */
	const char *service;  /* code: baru, habis, penuh */
	int service_id;
	int old_year;    /* of issue of the old passport, 0 if none */
	bool old_abroad; /* issued abroad */
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
	int64_t cancelled_at; /* 0 if it has not ended */
	struct applicant applicant[PARTY_MAX];
	struct slot slot;     /* found bookings only */
	struct office office; /* found bookings only */
	int64_t over_at;      /* end of its period and the office's grace; found
	                         bookings only */
};

/* The words of the database; reading another word gives the value 0. */
const char *applicant_state_name(enum applicant_state state);
enum applicant_state applicant_state_read(const char *name);
const char *booking_state_name(enum booking_state state);
const char *booking_channel_name(enum booking_channel channel);

struct place_map;

extern const struct db_query booking_queries[];
extern const size_t booking_query_count;

/* What is asked for: account, slot, party, lang and the applicants of B, the
 * token of the review page, the edition of the declaration, the limit, and the
 * host's seat map (NULL: the database says what is free).  The owner is the
 * account; the database refuses a channel that has another one (CHECK
 * booking_owner). */
struct booking_order {
	enum booking_channel channel;
	struct place_map *places;
	unsigned char once[BOOKING_ONCE_SIZE];
	const char *declared;
	int live_per_account;
	int64_t office_id; /* of the slot */
};

/* Makes booking B (sets id and code).
 *   OK          made now, or by the same order before: B says which
 *   ERR_MISSING the office is not for BY
 *   ERR_FULL    too few places are left
 *   ERR_CLOSED  the slot cannot be booked: slot_find says why; or it is not of
 *               the order's office
 *   ERR_TWICE   the NIK of applicant *AT (0-based) has a live booking
 *   ERR_LIMIT   the account has too many live applicants
 *   ERR_INPUT   the token was used for another form: B is that booking
 *   ERR_FORBIDDEN  the token is another account's
 *   ERR_BUSY    not decided; the same order may be sent again */
MUST_USE enum err booking_make(struct db *db, struct arena *a,
    const struct actor *by, const struct booking_order *order,
    struct booking *b, int *at);

/* What the order came to if it was sent before: OK, ERR_INPUT or ERR_FORBIDDEN
 * as above, ERR_MISSING if it never came. */
MUST_USE enum err booking_again(struct db *db, struct arena *a,
    struct booking *b, const struct booking_order *order);

/* The number of a booking by its code and the birth date of one applicant.
 * ERR_MISSING: the pair is wrong, the code unknown, or the office not for BY.
 */
MUST_USE enum err booking_by_code(struct db *db, struct arena *a,
    const struct actor *by, const char *code, int32_t birth, int64_t *id);

/* Booking ID for BY to see as a ticket, or to print as a proof: the audit has
 * its line before these return.  ERR_MISSING: there is none, or its office is
 * not for BY; ERR_LAPSED: it is void (booking_void) and has no proof. */
MUST_USE enum err booking_for_ticket(struct db *db, struct arena *a,
    const struct actor *by, int64_t id, struct booking *b);
MUST_USE enum err booking_for_proof(struct db *db, struct arena *a,
    const struct actor *by, int64_t id, struct booking *b);

/* The account's bookings without their applicants, latest visit first, at most
 * MAX. */
MUST_USE enum err booking_of_account(struct db *db, struct arena *a,
    int64_t account_id, int max, struct booking **out, int *count);

/* Lapses applicants who did not come: those still booked for a day FIRST..LAST
 * whose period, and the grace of their office, are over at by->now.  Each gets
 * its line in the audit, and its NIK and the account's number are free.  At
 * most BOOKING_LAPSE_MAX a call; *COUNT is how many were found, so a caller
 * goes on while it is that many.  ERR_FORBIDDEN: BY is of one office.  No rule
 * waits for this: a booking lapses those in its way by itself. */
#define BOOKING_LAPSE_MAX 200
MUST_USE enum err booking_lapse(struct db *db, struct arena *a,
    const struct actor *by, int32_t first, int32_t last, int *count);

/* True if a found booking is void at NOW: cancelled, or its period is over and
 * its office's grace too. */
bool booking_void(const struct booking *b, int64_t now);

#endif
