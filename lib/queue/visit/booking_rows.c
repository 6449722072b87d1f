/* booking_rows.c - the statements that make and lapse bookings. */
#include "queue/visit/booking_private.h"

#include <string.h>

#include "db/transact.h"
#include "queue/audit/audit.h"
#include "queue/office/rules.h"
#include "queue/people/keys.h"

enum {
	INSERT,
	INSERT_1, /* applicants, one to five rows per statement */
	INSERT_2,
	INSERT_3,
	INSERT_4,
	INSERT_5,
	BY_ONCE,
	LIVE,
	NIK_HELD,
	OVER_NIK,
	OVER_ACCOUNT,
	OVER_DAYS,
	LAPSE,
};

/* The id of a slot if the slot can be booked at an instant; else NULL.  Takes
 * four parameters: slot, office, and the instant twice.  With NULL the INSERT
 * stores slot 0, which does not exist, so the foreign key refuses the row.
 * INSERT ... SELECT could do the same, but would hold the AUTO-INC lock of the
 * table while it waits for other locks.  The slot is read in share mode.  A
 * transaction that closes a slot, day, office or opening changes the slot's row
 * (sql/0006-bookable.sql).  So that transaction waits for bookings under way,
 * and no booking of the slot is made after it. */
#define OPEN_SLOT                                                              \
	"(SELECT s.id FROM slot s WHERE s.id = ? AND s.office_id = ?"          \
	" AND " SLOT_BOOKABLE " LOCK IN SHARE MODE)"

#define APPLICANT_INTO                                                         \
	"INSERT INTO applicant (booking_id, no, slot_id, seat_no,"             \
	" account_id, live_no, nik_live, nik_hash, nik_key, nik_sealed,"       \
	" nik_mask, nik_flags, name, birth, sex, service_id, old_year,"        \
	" old_abroad, state) VALUES "
#define APPLICANT_ROW                                                          \
	"(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define APPLICANT_IN "iiiiiibbibsisdsiiis"
#define APPLICANT_VALUES 19

/* Selects applicants who did not come: they are still BOOKED although their
 * period, and the grace of the office of their slot, are over at an instant
 * (last parameter). */
#define OVER(tables, what)                                                     \
	"SELECT a.id, a.slot_id, s.office_id FROM " tables GRACE_JOIN          \
	" WHERE " what " AND a.state = 'booked'"                               \
	" AND " SLOT_OVER_AT " <= ? ORDER BY a.id"
/* FORCE INDEX and STRAIGHT_JOIN for the same reason as in PLACES_OF. */
#define OVER_APPLICANT(key)                                                    \
	"applicant a FORCE INDEX (" key ") JOIN slot s ON s.id = a.slot_id"    \
	" JOIN office o ON o.id = s.office_id"
#define OVER_SLOT                                                              \
	"slot s FORCE INDEX (day)"                                             \
	" STRAIGHT_JOIN applicant a FORCE INDEX (seat) ON a.slot_id = s.id"    \
	" STRAIGHT_JOIN office o FORCE INDEX (PRIMARY) ON o.id = s.office_id"

const struct db_query booking_queries[] = {
    [INSERT] = {.name = "booking_insert",
	.sql = "INSERT INTO booking (code, once, digest, account_id, slot_id,"
	       " party, lang, state, channel, declared, created_at)"
	       " VALUES (?, ?, ?, ?, COALESCE(" OPEN_SLOT ", 0),"
	       " ?, ?, ?, ?, ?, ?)",
	.in = "sbbiiittisssst"},
    [INSERT_1] = {.name = "applicant_insert_1",
	.sql = APPLICANT_INTO APPLICANT_ROW,
	.in = APPLICANT_IN},
    [INSERT_2] = {.name = "applicant_insert_2",
	.sql = APPLICANT_INTO APPLICANT_ROW "," APPLICANT_ROW,
	.in = APPLICANT_IN APPLICANT_IN},
    [INSERT_3] = {.name = "applicant_insert_3",
	.sql = APPLICANT_INTO APPLICANT_ROW "," APPLICANT_ROW "," APPLICANT_ROW,
	.in = APPLICANT_IN APPLICANT_IN APPLICANT_IN},
    [INSERT_4] = {.name = "applicant_insert_4",
	.sql = APPLICANT_INTO APPLICANT_ROW "," APPLICANT_ROW "," APPLICANT_ROW
					    "," APPLICANT_ROW,
	.in = APPLICANT_IN APPLICANT_IN APPLICANT_IN APPLICANT_IN},
    [INSERT_5] = {.name = "applicant_insert_5",
	.sql = APPLICANT_INTO APPLICANT_ROW "," APPLICANT_ROW "," APPLICANT_ROW
					    "," APPLICANT_ROW "," APPLICANT_ROW,
	.in = APPLICANT_IN APPLICANT_IN APPLICANT_IN APPLICANT_IN APPLICANT_IN},
    [BY_ONCE] = {.name = "booking_by_once",
	.sql = "SELECT id, account_id, code, digest FROM booking"
	       " WHERE once = ?",
	.in = "b",
	.out = "iisb"},
    [LIVE] = {.name = "applicant_live",
	.sql = "SELECT live_no FROM applicant WHERE account_id = ?"
	       " AND live_no IS NOT NULL",
	.in = "i",
	.out = "i"},
    [NIK_HELD] = {.name = "applicant_nik_held",
	.sql = "SELECT COUNT(*) FROM applicant WHERE nik_live = ?",
	.in = "b",
	.out = "i"},
    [OVER_NIK] = {.name = "applicant_over_nik",
	.sql = OVER(OVER_APPLICANT("nik_live"), "a.nik_live = ?"),
	.in = "bt",
	.out = "iii"},
    [OVER_ACCOUNT] = {.name = "applicant_over_account",
	.sql = OVER(OVER_APPLICANT("account_live"),
	    "a.account_id = ? AND a.live_no IS NOT NULL"),
	.in = "it",
	.out = "iii"},
    [OVER_DAYS] = {.name = "applicant_over_days",
	.sql = OVER(OVER_SLOT, "s.day BETWEEN ? AND ?") " LIMIT 200",
	.in = "ddt",
	.out = "iii"},
    [LAPSE] = {.name = "applicant_lapse",
	.sql = "UPDATE applicant SET nik_live = NULL, live_no = NULL,"
	       " state = 'lapsed'"
	       " WHERE id = ? AND slot_id = ? AND state = 'booked'",
	.in = "ii"},
};
const size_t booking_query_count =
    sizeof(booking_queries) / sizeof(booking_queries[0]);

_Static_assert(INSERT_1 + PARTY_MAX - 1 == INSERT_5, "one for each party");

enum err
booking_insert(struct db *db, struct booking *b,
    const struct booking_order *order, const unsigned char *digest, int64_t now)
{
	enum err e = db_run(db, &booking_queries[INSERT],
	    DB_IN(db_text(b->code), db_bytes(order->once, sizeof(order->once)),
		db_bytes(digest, CRYPT_HASH_SIZE), db_int(b->account_id),
		db_int(b->slot_id), db_int(order->office_id), db_int(now),
		db_int(now), db_int(b->party), db_text(b->lang),
		db_text(booking_state_name(BOOKING_BOOKED)),
		db_text(booking_channel_name(order->channel)),
		db_text(order->declared), db_int(now)),
	    NULL);

	if (e == OK)
		b->id = db_last_id(db);
	return e;
}

enum err
applicant_insert(
    struct db *db, const struct booking *b, const int *seat, const int *live)
{
	struct db_value in[PARTY_MAX * APPLICANT_VALUES];
	size_t n = 0;

	for (int i = 0; i < b->party; i++) {
		const struct applicant *p = &b->applicant[i];
		const struct person *q = &p->person;

		in[n++] = db_int(b->id);
		in[n++] = db_int(i + 1);
		in[n++] = db_int(b->slot_id);
		in[n++] = db_int(seat[i]);
		in[n++] = db_int(b->account_id);
		in[n++] = db_int(live[i]);
		in[n++] = db_bytes(q->nik_hash, CRYPT_HASH_SIZE);
		in[n++] = db_bytes(q->nik_hash, CRYPT_HASH_SIZE);
		in[n++] = db_int(q->nik_key);
		in[n++] = db_bytes(q->nik_sealed, NIK_SEALED_SIZE);
		in[n++] = db_text(q->nik_mask);
		in[n++] = db_int(q->nik_flags);
		in[n++] = db_text(q->name);
		in[n++] = db_int(q->birth);
		in[n++] = db_text(q->sex == 'p' ? "p" : "l");
		in[n++] = db_int(p->service_id);
		in[n++] = p->old_year == 0 ? db_null() : db_int(p->old_year);
		in[n++] = p->old_year == 0 ? db_null() : db_int(p->old_abroad);
		in[n++] = db_text(applicant_state_name(APPLICANT_BOOKED));
	}
	return db_run(
	    db, &booking_queries[INSERT_1 + b->party - 1], in, n, NULL);
}

enum err
booking_by_once(struct db *db, struct arena *a, const unsigned char *once,
    struct booking_first *first)
{
	const struct db_value *row;
	enum err e = db_one(db, a, &booking_queries[BY_ONCE],
	    DB_IN(db_bytes(once, BOOKING_ONCE_SIZE)), &row);

	if (e != OK)
		return e;
	first->id = row[0].i;
	first->account_id = row[1].i;
	memcpy(first->code, row[2].s, CODE_SIZE);
	memcpy(first->digest, row[3].s, CRYPT_HASH_SIZE);
	return OK;
}

enum err
applicant_live(
    struct db *db, struct arena *a, int64_t account_id, int max, bool *taken)
{
	struct db_rows rows;
	enum err e = db_rows(
	    db, a, &booking_queries[LIVE], DB_IN(db_int(account_id)), &rows);

	for (size_t i = 0; e == OK && i < rows.count; i++) {
		int64_t no = db_cell(&rows, i, 0)->i;

		if (no >= 1 && no <= max)
			taken[no] = true;
	}
	return e;
}

enum err
applicant_nik_held(
    struct db *db, struct arena *a, const unsigned char *nik_hash, bool *held)
{
	const struct db_value *row;
	enum err e = db_one(db, a, &booking_queries[NIK_HELD],
	    DB_IN(db_bytes(nik_hash, CRYPT_HASH_SIZE)), &row);

	if (e == OK)
		*held = row[0].i > 0;
	return e;
}

struct lapse {
	const struct actor *by;
	struct db_rows over;
};

/* Lapses the applicants of l->over, each with its line in the audit.  If an
 * applicant has arrived or moved to another slot since the statement OVER read
 * these rows, the UPDATE changes nothing, and the audit gets no line. */
static enum err
lapse_body(struct db *db, void *own)
{
	const struct lapse *l = own;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < l->over.count; i++) {
		const struct db_value *row = db_cell(&l->over, i, 0);
		const struct audit line = {.act = AUDIT_APPLICANT_LAPSE,
		    .object_id = row[0].i,
		    .office_id = row[2].i};
		uint64_t changed;

		e = db_run(db, &booking_queries[LAPSE],
		    DB_IN(db_int(row[0].i), db_int(row[1].i)), &changed);
		if (e == OK && changed > 0)
			e = audit_write(db, l->by, &line);
	}
	return e;
}

/* Lapses the applicants that the statement OVER finds with the N parameters at
 * IN, and sets *COUNT to the number found. */
static enum err
lapse(struct db *db, struct arena *a, const struct actor *by,
    const struct db_query *over, const struct db_value *in, size_t n,
    int *count)
{
	struct lapse l = {.by = by};
	enum err e = db_rows(db, a, over, in, n, &l.over);

	if (e == OK && l.over.count > 0)
		e = db_transact(db, lapse_body, &l);
	if (e == OK)
		*count = (int)l.over.count;
	return e;
}

enum err
applicant_lapse_nik(struct db *db, struct arena *a, const struct actor *by,
    const unsigned char *nik_hash)
{
	int count;

	return lapse(db, a, by, &booking_queries[OVER_NIK],
	    DB_IN(db_bytes(nik_hash, CRYPT_HASH_SIZE), db_int(by->now)),
	    &count);
}

enum err
applicant_lapse_account(
    struct db *db, struct arena *a, const struct actor *by, int64_t account_id)
{
	int count;

	return lapse(db, a, by, &booking_queries[OVER_ACCOUNT],
	    DB_IN(db_int(account_id), db_int(by->now)), &count);
}

enum err
booking_lapse(struct db *db, struct arena *a, const struct actor *by,
    int32_t first, int32_t last, int *count)
{
	_Static_assert(BOOKING_LAPSE_MAX == 200, "the LIMIT of OVER_DAYS");

	if (by->office_id != 0)
		return ERR_FORBIDDEN;
	return lapse(db, a, by, &booking_queries[OVER_DAYS],
	    DB_IN(db_int(first), db_int(last), db_int(by->now)), count);
}
