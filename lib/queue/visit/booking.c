/* booking.c - makes bookings, each in one transaction. */
#include "queue/visit/booking.h"

#include <assert.h>
#include <string.h>

#include "base/crypt.h"
#include "base/log.h"
#include "db/transact.h"
#include "queue/audit/audit.h"
#include "queue/seat/place.h"
#include "queue/visit/booking_private.h"

#define TRIES 60    /* most collisions of seats in one order */
#define LIVE_MAX 20 /* highest live_per_account */

/* The outcome of one run of the transaction. */
enum outcome {
	MADE,
	SEAT_GONE, /* another booking took one of the seats: choose again */
	SLOT_SHUT, /* the slot cannot be booked */
	NIK_HELD,  /* another live applicant has the NIK of one of the party */
	LIVE_HELD, /* another live applicant of the account has one of the
	            * numbers */
	ONCE_USED, /* a booking with the same one-time token exists */
	CODE_USED, /* a booking with the same code exists */
	FAILED,    /* `err` has the reason */
};

struct attempt {
	struct db *db;
	struct arena *arena;
	struct booking *b;
	const struct booking_order *order;
	const struct actor *by;
	unsigned char digest[CRYPT_HASH_SIZE];
	int seat[PARTY_MAX];
	int live[PARTY_MAX];
	int at;
	bool asked; /* the slot was read from the database after the map said
	               that it is full */
	enum err err;
};

/* Sets OUT to a hash of the form that the person agreed to: the slot and, for
 * each applicant, NIK, kind of application and old passport.  The booking
 * stores it, to tell whether an order with the same token has the same form. */
static void
digest(const struct booking *b, unsigned char out[CRYPT_HASH_SIZE])
{
	struct crypt_part part[2 + 4 * PARTY_MAX];
	size_t n = 0;

	part[n++] = (struct crypt_part){&b->slot_id, sizeof(b->slot_id)};
	for (int i = 0; i < b->party; i++) {
		const struct applicant *p = &b->applicant[i];

		part[n++] =
		    (struct crypt_part){p->person.nik_hash, CRYPT_HASH_SIZE};
		part[n++] =
		    (struct crypt_part){&p->service_id, sizeof(p->service_id)};
		part[n++] =
		    (struct crypt_part){&p->old_year, sizeof(p->old_year)};
		part[n++] =
		    (struct crypt_part){&p->old_abroad, sizeof(p->old_abroad)};
	}
	crypt_hash(part, n, out);
}

/* Finds which unique key refused a row, and returns the outcome that belongs to
 * that key.  An unknown key gives FAILED, and t->err is ERR_FAULT. */
static enum outcome
collision(struct attempt *t)
{
	if (db_duplicate(t->db, "seat"))
		return SEAT_GONE;
	if (db_duplicate(t->db, "nik_live"))
		return NIK_HELD;
	if (db_duplicate(t->db, "account_live"))
		return LIVE_HELD;
	if (db_duplicate(t->db, "once"))
		return ONCE_USED;
	if (db_duplicate(t->db, "code"))
		return CODE_USED;
	log_fault(
	    "booking", "why=unknown-key slot=%lld", (long long)t->b->slot_id);
	t->err = ERR_FAULT;
	return FAILED;
}

static enum outcome
failure(struct attempt *t, enum err e)
{
	if (e == ERR_TWICE)
		return collision(t);
	/* the office removed the place after it was chosen */
	if (e == ERR_MISSING && db_duplicate(t->db, "applicant_place"))
		return SEAT_GONE;
	if (e == ERR_MISSING && db_duplicate(t->db, "booking_slot"))
		return SLOT_SHUT;
	t->err = e;
	return FAILED;
}

/* Writes the line of the audit.  A failure does not stop the booking: db_run
 * has logged it.  If it broke the transaction, the commit reports that. */
static void
audit_booking(struct attempt *t)
{
	const struct audit line = {.act = AUDIT_BOOKING_MAKE,
	    .object_id = t->b->id,
	    .office_id = t->order->office_id};
	enum err e = audit_write(t->db, t->by, &line);

	(void)e;
}

static enum err
insert_body(struct db *db, void *own)
{
	struct attempt *t = own;
	enum err e = booking_insert(db, t->b, t->order, t->digest, t->by->now);

	if (e == OK)
		e = applicant_insert(db, t->b, t->seat, t->live);
	if (e == OK)
		audit_booking(t);
	return e;
}

/* Claims seats and runs the transaction that books them.  After a deadlock the
 * transaction runs again with the same claim.  If the connection breaks during
 * the commit, the outcome is unknown; the same order, sent again, finds its
 * booking by `once`. */
static enum outcome
try_once(struct attempt *t)
{
	struct place_map *places = t->order->places;
	const struct booking *b = t->b;
	const struct place_wish wish = {b->slot_id, b->party, t->by->now};
	enum outcome o;
	enum err e;

	e = place_take(places, t->db, t->arena, &wish, t->seat);
	if (e != OK)
		return failure(t, e);
	place_once_note(places, t->order->once);
	e = db_transact(t->db, insert_body, t);
	if (e == OK)
		return MADE;
	o = failure(t, e);
	place_give_back(places, b->slot_id, b->party, t->seat);
	if (o != SEAT_GONE)
		return o;
	e = place_reread(places, t->db, t->arena, b->slot_id, t->by->now);
	return e == OK ? o : failure(t, e);
}

/* Chooses for each applicant a number that no live applicant of the account
 * has.  Sets *ENOUGH to whether so many numbers are free. */
static enum err
choose_live(struct attempt *t, bool *enough)
{
	bool taken[LIVE_MAX + 1] = {false};
	int limit = t->order->live_per_account, found = 0;
	enum err e =
	    applicant_live(t->db, t->arena, t->b->account_id, LIVE_MAX, taken);

	if (e != OK)
		return e;
	if (limit > LIVE_MAX)
		limit = LIVE_MAX;
	for (int no = 1; no <= limit && found < t->b->party; no++)
		if (!taken[no])
			t->live[found++] = no;
	*enough = found == t->b->party;
	return OK;
}

/* Sets *HELD if a NIK of the party has a live booking, and t->at to that
 * applicant. */
static enum err
find_held(struct attempt *t, bool *held)
{
	*held = false;
	for (int i = 0; i < t->b->party && !*held; i++) {
		enum err e = applicant_nik_held(
		    t->db, t->arena, t->b->applicant[i].person.nik_hash, held);

		if (e != OK)
			return e;
		t->at = i;
	}
	return OK;
}

/* Lapses the applicants with a NIK of the party, and those of the account,
 * whose period is over; does so once per order.  The actor is the system,
 * because a rule ends these visits, not the person who books. */
static enum err
lapse_over(struct attempt *t, bool *lapsed)
{
	const struct actor by = {.kind = ACTOR_SYSTEM, .now = t->by->now};
	enum err e = OK;

	if (*lapsed)
		return ERR_LIMIT;
	*lapsed = true;
	for (int i = 0; e == OK && i < t->b->party; i++)
		e = applicant_lapse_nik(
		    t->db, t->arena, &by, t->b->applicant[i].person.nik_hash);
	if (e == OK)
		e = applicant_lapse_account(
		    t->db, t->arena, &by, t->b->account_id);
	return e;
}

/* After LIVE_HELD, or if the first numbers can exceed the limit: chooses other
 * numbers. */
static enum err
renumber(struct attempt *t, bool *lapsed)
{
	bool enough;
	enum err e = choose_live(t, &enough);

	if (e != OK || enough)
		return e;
	e = lapse_over(t, lapsed);
	if (e == OK)
		e = choose_live(t, &enough);
	if (e == OK && !enough)
		e = ERR_LIMIT;
	return e;
}

/* After NIK_HELD: OK if the holders were lapsed, so that the order can be tried
 * again; ERR_TWICE if a holder is still live. */
static enum err
free_niks(struct attempt *t, bool *lapsed)
{
	bool held;
	enum err e;

	if (!*lapsed && (e = lapse_over(t, lapsed)) != OK)
		return e;
	e = find_held(t, &held);
	return e == OK && held ? ERR_TWICE : e;
}

/* After FAILED: OK if the order can be tried again.  Seats claimed by a process
 * that died stay claimed in the map for some seconds.  So a person who tries
 * again could be refused because of the seats of their own failed attempt.  To
 * prevent this, the slot is read from the database once before the answer is
 * "full". */
static enum err
retry(struct attempt *t)
{
	if (t->err != ERR_FULL || t->asked)
		return t->err;
	t->asked = true;
	return place_reread(
	    t->order->places, t->db, t->arena, t->b->slot_id, t->by->now);
}

enum err
booking_again(struct db *db, struct arena *a, struct booking *b,
    const struct booking_order *order)
{
	unsigned char mine[CRYPT_HASH_SIZE];
	struct booking_first first;
	enum err e = booking_by_once(db, a, order->once, &first);

	if (e != OK)
		return e;
	if (first.account_id != b->account_id)
		return ERR_FORBIDDEN;
	b->id = first.id;
	memcpy(b->code, first.code, sizeof(b->code));
	digest(b, mine);
	return memcmp(first.digest, mine, sizeof(mine)) == 0 ? OK : ERR_INPUT;
}

static bool
two_alike(const struct booking *b, int *at)
{
	for (int i = 1; i < b->party; i++)
		for (int k = 0; k < i; k++)
			if (memcmp(b->applicant[i].person.nik_hash,
				b->applicant[k].person.nik_hash,
				CRYPT_HASH_SIZE) == 0) {
				*at = i;
				return true;
			}
	return false;
}

enum err
booking_make(struct db *db, struct arena *a, const struct actor *by,
    const struct booking_order *order, struct booking *b, int *at)
{
	struct attempt t = {
	    .db = db, .arena = a, .b = b, .order = order, .by = by};
	bool lapsed = false;
	enum err e;

	assert(b->party >= 1 && b->party <= PARTY_MAX);
	assert(by->kind != ACTOR_ACCOUNT || by->id == b->account_id);
	if (!actor_knows(by, order->office_id))
		return ERR_MISSING;
	if (two_alike(b, at))
		return ERR_TWICE;
	digest(b, t.digest);
	/* most accounts have no live applicant, so the first numbers are tried
	 * without a query; LIVE_HELD tells if one is in use */
	for (int i = 0; i < b->party; i++)
		t.live[i] = i + 1;
	e = b->party > order->live_per_account ? renumber(&t, &lapsed) : OK;
	for (int i = 0; e == OK && i < TRIES; i++) {
		code_new(b->code);
		switch (try_once(&t)) {
		case MADE:
			return OK;
		case SEAT_GONE:
		case CODE_USED:
			break;
		case NIK_HELD:
			e = free_niks(&t, &lapsed);
			break;
		case LIVE_HELD:
			e = renumber(&t, &lapsed);
			break;
		case SLOT_SHUT:
			e = ERR_CLOSED;
			break;
		case ONCE_USED:
			return booking_again(db, a, b, order);
		case FAILED:
			e = retry(&t);
			break;
		}
	}
	if (e == OK) {
		log_warn(
		    "booking", "why=tries slot=%lld", (long long)b->slot_id);
		e = ERR_BUSY;
	}
	*at = t.at;
	/* an order that was booked before finds its booking, even if nothing is
	 * left for a second one */
	if (e == ERR_FULL || e == ERR_CLOSED || e == ERR_TWICE ||
	    e == ERR_LIMIT) {
		enum err again = booking_again(db, a, b, order);

		if (again != ERR_MISSING)
			return again;
	}
	return e;
}
