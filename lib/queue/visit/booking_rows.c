/* booking_rows.c - the statements of bookings. */
#include "queue/visit/booking_private.h"

#include <string.h>

#include "db/transact.h"
#include "queue/audit/audit.h"
#include "queue/office/office_columns.h"
#include "queue/office/rules.h"

enum {
	INSERT,
	INSERT_1, /* applicants: one to five rows in one statement */
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
	BY_ID,
	APPLICANTS,
	BY_CODE,
	OF_ACCOUNT,
};

/* The slot, if it is of the office and can be booked at an instant (twice);
 * NULL if not, for which
 * the INSERT puts 0, a slot that there is not: the foreign key then refuses the
 * row.  INSERT ... SELECT would say the same, but holds the whole table's
 * AUTO-INC lock while it waits for anything.  Read in share mode, so that
 * whoever closes the slot, its day, office or opening, all of which change its
 * row (sql/0006-bookable.sql), waits for the bookings under way and none comes
 * after. */
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

/* Applicants who did not come: still booked when their period and the grace of
 * its office, not of the one where people book now, are over at an instant. */
#define OVER(tables, what)                                                     \
	"SELECT a.id, a.slot_id, s.office_id FROM " tables GRACE_JOIN          \
	" WHERE " what " AND a.state = 'booked'"                               \
	" AND " SLOT_OVER_AT " <= ? ORDER BY a.id"
/* The plan is told, as in PLACES_OF. */
#define OVER_APPLICANT(key)                                                    \
	"applicant a FORCE INDEX (" key ") JOIN slot s ON s.id = a.slot_id"    \
	" JOIN office o ON o.id = s.office_id"
#define OVER_SLOT                                                              \
	"slot s FORCE INDEX (day)"                                             \
	" STRAIGHT_JOIN applicant a FORCE INDEX (seat) ON a.slot_id = s.id"    \
	" STRAIGHT_JOIN office o FORCE INDEX (PRIMARY) ON o.id = s.office_id"

/* A booking with its slot, its office and the instant at which it is over. */
#define SELECT_FOUND                                                           \
	"SELECT b.id, b.code, b.account_id, b.slot_id, b.party, b.lang,"       \
	" b.created_at, b.cancelled_at, s.day, s.start_minute,"                \
	" s.end_minute, p.opens_at, p.closes_at, s.closed_id,"                 \
	" s.closed_en, " SLOT_OVER_AT ", " OFFICE_COLUMNS                      \
	" FROM booking b JOIN slot s ON s.id = b.slot_id"                      \
	" JOIN opening p ON p.id = s.opening_id"                               \
	" JOIN office o ON o.id = s.office_id" GRACE_JOIN
#define FOUND_OUT "isiiisttdiittsst" OFFICE_TYPES

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
    [BY_ID] = {.name = "booking_by_id",
	.sql = SELECT_FOUND " WHERE b.id = ?",
	.in = "i",
	.out = FOUND_OUT},
    [APPLICANTS] = {.name = "booking_applicants",
	.sql = "SELECT a.id, a.no, COALESCE(a.nik_mask, ''), a.name, a.birth,"
	       " a.sex, v.code, a.service_id, a.old_year, a.old_abroad,"
	       " a.state FROM applicant a JOIN service v"
	       " ON v.id = a.service_id WHERE a.booking_id = ?"
	       " ORDER BY a.no",
	.in = "i",
	.out = "iissdssiiis"},
    [BY_CODE] = {.name = "booking_by_code",
	.sql = "SELECT b.id, s.office_id FROM booking b"
	       " JOIN slot s ON s.id = b.slot_id WHERE b.code = ?"
	       " AND " BOOKING_FIRM " AND EXISTS (SELECT 1 FROM applicant a"
	       " WHERE a.booking_id = b.id AND a.birth = ?)",
	.in = "sd",
	.out = "ii"},
    [OF_ACCOUNT] = {.name = "booking_of_account",
	.sql = SELECT_FOUND " WHERE b.account_id = ? AND " BOOKING_FIRM
			    " ORDER BY s.day DESC, s.start_minute DESC LIMIT ?",
	.in = "ii",
	.out = FOUND_OUT},
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
		in[n++] = db_bytes(q->nik_sealed, CRYPT_SEALED_NIK);
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

/* Somebody may have come, or moved to another slot, since the rows were read:
 * then nothing is changed and nothing noted. */
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

/* Lapses whom OVER finds with the N parameters of IN; *COUNT becomes how many
 * it found. */
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

static enum err
applicants_read(struct db *db, struct arena *a, struct booking *b)
{
	struct db_rows rows;
	enum err e = db_rows(
	    db, a, &booking_queries[APPLICANTS], DB_IN(db_int(b->id)), &rows);

	for (size_t i = 0; e == OK && i < rows.count && i < PARTY_MAX; i++) {
		const struct db_value *row = db_cell(&rows, i, 0);
		struct applicant *p = &b->applicant[i];

		p->id = row[0].i;
		p->no = (int)row[1].i;
		p->person.nik_mask = row[2].s;
		p->person.name = row[3].s;
		p->person.birth = (int32_t)row[4].i;
		p->person.sex = row[5].s[0];
		p->service = row[6].s;
		p->service_id = (int)row[7].i;
		p->old_year = (int)row[8].i;
		p->old_abroad = row[9].i != 0;
		p->state = applicant_state_read(row[10].s);
	}
	return e;
}

static void
found_read(const struct db_value *row, struct booking *b)
{
	*b = (struct booking){
	    .id = row[0].i,
	    .account_id = row[2].i,
	    .slot_id = row[3].i,
	    .party = (int)row[4].i,
	    .lang = row[5].s,
	    .created_at = row[6].i,
	    .cancelled_at = row[7].null ? 0 : row[7].i,
	    .over_at = row[15].i,
	};
	memcpy(b->code, row[1].s, CODE_SIZE);
	office_read(row + 16, &b->office);
	b->slot = (struct slot){
	    .id = b->slot_id,
	    .office_id = b->office.id,
	    .day = (int32_t)row[8].i,
	    .start = (int)row[9].i,
	    .end = (int)row[10].i,
	    .opens_at = row[11].i,
	    .closes_at = row[12].i,
	    .closed_id = row[13].s,
	    .closed_en = row[14].s,
	};
}

static enum err
by_id(struct db *db, struct arena *a, const struct actor *by, int64_t id,
    struct booking *b)
{
	const struct db_value *row;
	enum err e =
	    db_one(db, a, &booking_queries[BY_ID], DB_IN(db_int(id)), &row);

	if (e != OK)
		return e;
	found_read(row, b);
	if (!actor_knows(by, b->office.id))
		return ERR_MISSING;
	return applicants_read(db, a, b);
}

/* The line of the audit about BY, who sees B. */
static enum err
note(struct db *db, const struct actor *by, enum audit_act act,
    const struct booking *b)
{
	const struct audit line = {
	    .act = act, .object_id = b->id, .office_id = b->office.id};

	return audit_write(db, by, &line);
}

enum err
booking_for_ticket(struct db *db, struct arena *a, const struct actor *by,
    int64_t id, struct booking *b)
{
	struct booking found;
	enum err e = by_id(db, a, by, id, &found);

	if (e == OK)
		e = note(db, by, AUDIT_TICKET_READ, &found);
	if (e == OK)
		*b = found;
	return e;
}

enum err
booking_for_proof(struct db *db, struct arena *a, const struct actor *by,
    int64_t id, struct booking *b)
{
	struct booking found;
	enum err e = by_id(db, a, by, id, &found);

	if (e == OK && booking_void(&found, by->now))
		e = ERR_LAPSED;
	if (e == OK)
		e = note(db, by, AUDIT_PROOF_READ, &found);
	if (e == OK)
		*b = found;
	return e;
}

enum err
booking_by_code(struct db *db, struct arena *a, const struct actor *by,
    const char *code, int32_t birth, int64_t *id)
{
	const struct db_value *row;
	enum err e = db_one(db, a, &booking_queries[BY_CODE],
	    DB_IN(db_text(code), db_int(birth)), &row);

	if (e == OK && !actor_knows(by, row[1].i))
		e = ERR_MISSING;
	if (e == OK)
		*id = row[0].i;
	return e;
}

enum err
booking_of_account(struct db *db, struct arena *a, int64_t account_id, int max,
    struct booking **out, int *count)
{
	struct db_rows rows;
	enum err e = db_rows(db, a, &booking_queries[OF_ACCOUNT],
	    DB_IN(db_int(account_id), db_int(max)), &rows);

	if (e != OK)
		return e;
	*out = ARENA_ARRAY(a, struct booking, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		found_read(db_cell(&rows, i, 0), &(*out)[i]);
	*count = (int)rows.count;
	return OK;
}

bool
booking_void(const struct booking *b, int64_t now)
{
	return b->cancelled_at != 0 || b->over_at <= now;
}
