/* booking_find.c - finds bookings, and records who reads them. */
#include "queue/visit/booking.h"

#include <string.h>

#include "queue/audit/audit.h"
#include "queue/office/office_columns.h"
#include "queue/office/rules.h"

enum {
	BY_ID,
	APPLICANTS,
	BY_CODE,
	OF_ACCOUNT,
};

/* Selects a booking with its slot, its office, and the instant at which it is
 * over. */
#define SELECT_FOUND                                                           \
	"SELECT b.id, b.code, b.account_id, b.slot_id, b.party, b.lang,"       \
	" b.created_at, b.cancelled_at, s.day, s.start_minute,"                \
	" s.end_minute, p.opens_at, p.closes_at, s.closed_id,"                 \
	" s.closed_en, " SLOT_OVER_AT ", " OFFICE_COLUMNS                      \
	" FROM booking b JOIN slot s ON s.id = b.slot_id"                      \
	" JOIN opening p ON p.id = s.opening_id"                               \
	" JOIN office o ON o.id = s.office_id" GRACE_JOIN
#define FOUND_OUT "isiiisttdiittsst" OFFICE_TYPES
enum {
	FOUND_ID,
	FOUND_CODE,
	FOUND_ACCOUNT,
	FOUND_SLOT,
	FOUND_PARTY,
	FOUND_LANG,
	FOUND_CREATED,
	FOUND_CANCELLED,
	FOUND_DAY,
	FOUND_START,
	FOUND_END,
	FOUND_OPENS,
	FOUND_CLOSES,
	FOUND_CLOSED_ID,
	FOUND_CLOSED_EN,
	FOUND_OVER,
	FOUND_OFFICE /* first column of OFFICE_COLUMNS */
};
_Static_assert(
    sizeof(FOUND_OUT) == sizeof(OFFICE_TYPES) + FOUND_OFFICE, "a letter each");

const struct db_query booking_find_queries[] = {
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
const size_t booking_find_query_count =
    sizeof(booking_find_queries) / sizeof(booking_find_queries[0]);

static enum err
applicants_read(struct db *db, struct arena *a, struct booking *b)
{
	struct db_rows rows;
	enum err e = db_rows(db, a, &booking_find_queries[APPLICANTS],
	    DB_IN(db_int(b->id)), &rows);

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
	    .id = row[FOUND_ID].i,
	    .account_id = row[FOUND_ACCOUNT].i,
	    .slot_id = row[FOUND_SLOT].i,
	    .party = (int)row[FOUND_PARTY].i,
	    .lang = row[FOUND_LANG].s,
	    .created_at = row[FOUND_CREATED].i,
	    .cancelled_at =
		row[FOUND_CANCELLED].null ? 0 : row[FOUND_CANCELLED].i,
	    .over_at = row[FOUND_OVER].i,
	};
	memcpy(b->code, row[FOUND_CODE].s, CODE_SIZE);
	office_read(row + FOUND_OFFICE, &b->office);
	b->slot = (struct slot){
	    .id = b->slot_id,
	    .office_id = b->office.id,
	    .day = (int32_t)row[FOUND_DAY].i,
	    .start = (int)row[FOUND_START].i,
	    .end = (int)row[FOUND_END].i,
	    .opens_at = row[FOUND_OPENS].i,
	    .closes_at = row[FOUND_CLOSES].i,
	    .closed_id = row[FOUND_CLOSED_ID].s,
	    .closed_en = row[FOUND_CLOSED_EN].s,
	};
}

static enum err
by_id(struct db *db, struct arena *a, const struct actor *by, int64_t id,
    struct booking *b)
{
	const struct db_value *row;
	enum err e = db_one(
	    db, a, &booking_find_queries[BY_ID], DB_IN(db_int(id)), &row);

	if (e != OK)
		return e;
	found_read(row, b);
	if (!actor_knows(by, b->office.id))
		return ERR_MISSING;
	return applicants_read(db, a, b);
}

/* Writes in the audit that BY reads the booking B. */
static enum err
audit_reading(struct db *db, const struct actor *by, enum audit_act act,
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
		e = audit_reading(db, by, AUDIT_TICKET_READ, &found);
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
		e = audit_reading(db, by, AUDIT_PROOF_READ, &found);
	if (e == OK)
		*b = found;
	return e;
}

enum err
booking_by_code(struct db *db, struct arena *a, const struct actor *by,
    const char *code, int32_t birth, int64_t *id)
{
	const struct db_value *row;
	enum err e = db_one(db, a, &booking_find_queries[BY_CODE],
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
	enum err e = db_rows(db, a, &booking_find_queries[OF_ACCOUNT],
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
