/* person.c - the people an account can book for. */
#include "queue/people/person.h"

#include <string.h>

#include "db/transact.h"
#include "queue/audit/audit.h"
#include "queue/people/keys.h"
#include "queue/people/nik.h"
#include "queue/people/person_columns.h"

enum {
	ADD,
	LIST,
	OF_SESSION,
	MEMBER,
	REMOVE,
};

const struct db_query person_queries[] = {
    [ADD] = {.name = "person_add",
	.sql = "INSERT INTO person (account_id, member_no, name, birth, sex,"
	       " nik_hash, nik_key, nik_sealed, nik_mask, nik_flags,"
	       " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	.in = "iisdsbibsit"},
    [LIST] = {.name = "person_list",
	.sql = "SELECT " PERSON_COLUMNS " FROM person p"
	       " WHERE p.account_id = ? ORDER BY p.member_no LIMIT ?",
	.in = "ii",
	.out = PERSON_TYPES},
    [OF_SESSION] = {.name = "person_of_session",
	.sql = "SELECT s.account_id, s.created_at, s.seen_at, " PERSON_COLUMNS
	       " FROM session s"
	       " LEFT JOIN person p ON p.account_id = s.account_id"
	       " WHERE s.id = ? AND s.ended_at IS NULL"
	       " ORDER BY p.member_no LIMIT ?",
	.in = "bi",
	.out = "itt" PERSON_TYPES},
    [MEMBER] = {.name = "person_member",
	.sql = "SELECT member_no FROM person WHERE id = ? AND account_id = ?",
	.in = "ii",
	.out = "i"},
    [REMOVE] = {.name = "person_remove",
	.sql = "DELETE FROM person"
	       " WHERE id = ? AND account_id = ? AND member_no > 0",
	.in = "ii"},
};
const size_t person_query_count =
    sizeof(person_queries) / sizeof(person_queries[0]);

void
person_set_nik(struct person *p, struct arena *a, const struct crypt_keys *keys,
    const char *nik, const unsigned char *hash)
{
	unsigned char *sealed = arena_alloc(a, NIK_SEALED_SIZE);
	char *mask = arena_alloc(a, NIK_MASK_SIZE);

	keys_nik_seal(keys, nik, sealed);
	nik_mask(nik, mask);
	p->nik_hash =
	    memcpy(arena_alloc(a, CRYPT_HASH_SIZE), hash, CRYPT_HASH_SIZE);
	p->nik_key = NIK_KEY_ID;
	p->nik_sealed = sealed;
	p->nik_mask = mask;
}

void
person_read(const struct db_value *row, struct person *p)
{
	*p = (struct person){
	    .id = row[0].i,
	    .member_no = (int)row[1].i,
	    .name = row[2].s,
	    .birth = (int32_t)row[3].i,
	    .sex = row[4].s[0],
	    .nik_hash = (const unsigned char *)row[5].s,
	    .nik_key = (int)row[6].i,
	    .nik_sealed = (const unsigned char *)row[7].s,
	    .nik_mask = row[8].s,
	    .nik_flags = (unsigned)row[9].i,
	};
}

enum err
person_list(struct db *db, struct arena *a, int64_t account_id,
    struct person out[PERSON_MAX], int *count)
{
	struct db_rows rows;
	enum err e = db_rows(db, a, &person_queries[LIST],
	    DB_IN(db_int(account_id), db_int(PERSON_MAX)), &rows);

	if (e != OK)
		return e;
	for (size_t i = 0; i < rows.count; i++)
		person_read(db_cell(&rows, i, 0), &out[i]);
	*count = (int)rows.count;
	return OK;
}

enum err
person_of_session(struct db *db, struct arena *a, const unsigned char id[32],
    struct session *s, struct person out[PERSON_MAX], int *count)
{
	const struct db_value *row;
	struct db_rows rows;
	int n = 0;
	enum err e = db_rows(db, a, &person_queries[OF_SESSION],
	    DB_IN(db_bytes(id, 32), db_int(PERSON_MAX)), &rows);

	if (e != OK)
		return e;
	if (rows.count == 0)
		return ERR_MISSING;
	for (size_t i = 0; i < rows.count; i++) {
		row = db_cell(&rows, i, 3);
		if (!row->null)
			person_read(row, &out[n++]);
	}
	row = rows.cell;
	*s = (struct session){
	    .account_id = row[0].i,
	    .created_at = row[1].i,
	    .seen_at = row[2].i,
	};
	*count = n;
	return OK;
}

/* Inserts P into the account with the member number NO. */
static enum err
add_as(struct db *db, int64_t account_id, struct person *p, int no, int64_t now)
{
	const char sex[] = {p->sex, '\0'};
	enum err e = db_run(db, &person_queries[ADD],
	    DB_IN(db_int(account_id), db_int(no), db_text(p->name),
		db_int(p->birth), db_text(sex),
		db_bytes(p->nik_hash, CRYPT_HASH_SIZE), db_int(p->nik_key),
		db_bytes(p->nik_sealed, NIK_SEALED_SIZE), db_text(p->nik_mask),
		db_int(p->nik_flags), db_int(now)),
	    NULL);

	if (e == OK) {
		p->id = db_last_id(db);
		p->member_no = no;
	}
	return e;
}

enum err
person_add_holder(
    struct db *db, int64_t account_id, struct person *p, int64_t now)
{
	return add_as(db, account_id, p, 0, now);
}

/* A person to add to, or to remove from, an account. */
struct change {
	const struct actor *by;
	int64_t account_id;
	int64_t person_id; /* the person to remove */
	struct arena *arena;
	struct person added;
};

static enum err
audit_change(
    struct db *db, const struct change *c, enum audit_act act, int64_t id)
{
	const struct audit line = {.act = act, .object_id = id};

	return audit_write(db, c->by, &line);
}

/* Tries the member numbers in turn.  A refused INSERT (ERR_TWICE) does not end
 * the transaction, so the next number can be tried in it. */
static enum err
add_body(struct db *db, void *own)
{
	struct change *c = own;

	for (int no = 1; no < PERSON_MAX; no++) {
		enum err e =
		    add_as(db, c->account_id, &c->added, no, c->by->now);

		if (e == OK)
			return audit_change(
			    db, c, AUDIT_PERSON_ADD, c->added.id);
		if (e != ERR_TWICE || !db_duplicate(db, "member"))
			return e;
	}
	return ERR_LIMIT;
}

enum err
person_add(
    struct db *db, const struct actor *by, int64_t account_id, struct person *p)
{
	struct change c = {.by = by, .account_id = account_id, .added = *p};
	enum err e = db_transact(db, add_body, &c);

	if (e == OK)
		*p = c.added;
	return e;
}

static enum err
remove_body(struct db *db, void *own)
{
	const struct change *c = own;
	const struct db_value *row;
	uint64_t changed;
	enum err e = db_run(db, &person_queries[REMOVE],
	    DB_IN(db_int(c->person_id), db_int(c->account_id)), &changed);

	if (e != OK)
		return e;
	if (changed > 0)
		return audit_change(db, c, AUDIT_PERSON_REMOVE, c->person_id);
	e = db_one(db, c->arena, &person_queries[MEMBER],
	    DB_IN(db_int(c->person_id), db_int(c->account_id)), &row);
	return e == OK ? ERR_FORBIDDEN : e;
}

enum err
person_remove(struct db *db, struct arena *a, const struct actor *by,
    int64_t account_id, int64_t person_id)
{
	struct change c = {.by = by,
	    .account_id = account_id,
	    .person_id = person_id,
	    .arena = a};

	return db_transact(db, remove_body, &c);
}
