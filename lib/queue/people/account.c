/* account.c - accounts of applicants. */
#include "queue/people/account.h"

#include <string.h>

#include "base/utf8.h"
#include "db/transact.h"
#include "queue/audit/audit.h"

#define LETTERS_LEAST 5 /* least number of different letters in a password */

enum {
	MAKE,
	BY_EMAIL,
	BY_ID,
};

#define COLUMNS                                                                \
	"id, COALESCE(email, ''), phone, password, lang, notice_version, created_at"

const struct db_query account_queries[] = {
    [MAKE] = {.name = "account_make",
	.sql = "INSERT INTO account (email, email_folded, password, phone,"
	       " lang, notice_version, created_at)"
	       " VALUES (?, ?, ?, ?, ?, ?, ?)",
	.in = "sssssst"},
    [BY_EMAIL] = {.name = "account_by_email",
	.sql = "SELECT " COLUMNS " FROM account WHERE email_folded = ?",
	.in = "s",
	.out = "issssst"},
    [BY_ID] = {.name = "account_by_id",
	.sql = "SELECT " COLUMNS " FROM account WHERE id = ?",
	.in = "i",
	.out = "issssst"},
};
const size_t account_query_count =
    sizeof(account_queries) / sizeof(account_queries[0]);

char *
account_fold(struct arena *a, const char *email)
{
	size_t size = strlen(email) * 2 + 1;
	char *folded = arena_alloc(a, size), *at, *plus;

	utf8_fold(email, folded, size);
	at = strrchr(folded, '@');
	plus = strchr(folded, '+');
	/* in "+a@b" nothing is before the plus sign, so "+a" is the mailbox and
	 * no tag */
	if (at != NULL && plus != NULL && plus > folded && plus < at)
		memmove(plus, at, strlen(at) + 1);
	return folded;
}

/* Passwords that many people try first; digits and marks can follow them. */
static const char *const usual_passwords[] = {"admin", "antrean", "antrian",
    "bismillah", "garuda", "iloveyou", "imigrasi", "indonesia", "jakarta",
    "katasandi", "merdeka", "p@ssw0rd", "paspor", "passw0rd", "password",
    "qwerty", "rahasia", "sayang", NULL};

/* Rows of keys and of the alphabet, forwards and backwards. */
static const char *const key_rows[] = {"012345678901234567890",
    "098765432109876543210", "abcdefghijklmnopqrstuvwxyz",
    "zyxwvutsrqponmlkjihgfedcba", "qwertyuiopasdfghjklzxcvbnm",
    "mnbvcxzlkjhgfdsapoiuytrewq", NULL};

static int
different_letters(const char *s)
{
	bool seen[256] = {false};
	int n = 0;

	for (; *s != '\0'; s++) {
		n += !seen[(unsigned char)*s];
		seen[(unsigned char)*s] = true;
	}
	return n;
}

bool
account_weak(
    struct arena *a, const char *password, const char *email, const char *name)
{
	size_t size = strlen(password) * 2 + 1, stem;
	char *folded = arena_alloc(a, size), *mail = account_fold(a, email);
	char *named = arena_alloc(a, strlen(name) * 2 + 1);

	utf8_fold(password, folded, size);
	utf8_fold(name, named, strlen(name) * 2 + 1);
	if (different_letters(folded) < LETTERS_LEAST ||
	    strcmp(folded, mail) == 0 || strcmp(folded, named) == 0)
		return true;
	for (size_t i = 0; key_rows[i] != NULL; i++)
		if (strstr(key_rows[i], folded) != NULL)
			return true;
	stem = strlen(folded);
	while (stem > 0 &&
	       strchr("0123456789!.,?#*-_/+ ", folded[stem - 1]) != NULL)
		stem--;
	if (stem == 0 ||
	    (strncmp(folded, mail, stem) == 0 && mail[stem] == '@'))
		return true;
	for (size_t i = 0; usual_passwords[i] != NULL; i++)
		if (strlen(usual_passwords[i]) == stem &&
		    strncmp(folded, usual_passwords[i], stem) == 0)
			return true;
	return false;
}

/* The parameters of the transaction of account_make.  After the transaction
 * account_make copies `account` and `holder`, with their ids, to its caller. */
struct making {
	const struct actor *by;
	struct arena *arena;
	struct account account;
	struct person holder;
};

static enum err
make_body(struct db *db, void *own)
{
	struct making *m = own;
	struct account *account = &m->account;
	struct actor by = *m->by;
	struct audit line = {.act = AUDIT_ACCOUNT_MAKE};
	enum err e = db_run(db, &account_queries[MAKE],
	    DB_IN(db_text(account->email),
		db_text(account_fold(m->arena, account->email)),
		db_text(account->password), db_text(account->phone),
		db_text(account->lang), db_text(account->notice_version),
		db_int(by.now)),
	    NULL);

	if (e != OK)
		return e;
	account->id = line.object_id = db_last_id(db);
	if (by.kind == ACTOR_ACCOUNT)
		by.id = account->id;
	e = person_add_holder(db, account->id, &m->holder, by.now);
	return e == OK ? audit_write(db, &by, &line) : e;
}

enum err
account_make(struct db *db, struct arena *a, const struct actor *by,
    struct account *account, struct person *holder)
{
	struct making m = {by, a, *account, *holder};
	enum err e = db_transact(db, make_body, &m);

	if (e != OK)
		return e;
	m.account.created_at = by->now;
	*account = m.account;
	*holder = m.holder;
	return OK;
}

static enum err
find(struct db *db, struct arena *a, const struct db_query *q,
    struct db_value key, struct account *out)
{
	const struct db_value *row;
	enum err e = db_one(db, a, q, &key, 1, &row);

	if (e != OK)
		return e;
	*out = (struct account){
	    .id = row[0].i,
	    .email = row[1].s,
	    .phone = row[2].s,
	    .password = row[3].s,
	    .lang = row[4].s,
	    .notice_version = row[5].s,
	    .created_at = row[6].i,
	};
	return OK;
}

enum err
account_by_email(
    struct db *db, struct arena *a, const char *email, struct account *out)
{
	return find(db, a, &account_queries[BY_EMAIL],
	    db_text(account_fold(a, email)), out);
}

enum err
account_by_id(struct db *db, struct arena *a, int64_t id, struct account *out)
{
	return find(db, a, &account_queries[BY_ID], db_int(id), out);
}
