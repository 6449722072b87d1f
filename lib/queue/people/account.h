/* account.h - accounts of applicants: a mailbox and a password.
 *
 * One account a mailbox: the folded e-mail is unique (lower case, what
 * follows a plus sign before the @ dropped).  A NIK is not unique among
 * accounts: a stranger's misuse of it must not lock its owner out.
 */
#ifndef QUEUE_PEOPLE_ACCOUNT_H
#define QUEUE_PEOPLE_ACCOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/crypt.h"
#include "db/db.h"
#include "queue/people/person.h"

struct account {
	int64_t id;
	const char *email;    /* "" if none */
	const char *phone;    /* "" if none */
	const char *password; /* argon2id string */
	const char *lang;     /* id or en */
	const char *notice_version;
	int64_t created_at;
};

extern const struct db_query account_queries[];
extern const size_t account_query_count;

/* The folded form of an e-mail address. */
char *account_fold(struct arena *a, const char *email);

/* True if PASSWORD is easily guessed by who knows what stands beside it in the
 * form: it is the mailbox or the name, has few different letters, runs along
 * the keyboard or is one of the usual ones. */
bool account_weak(
    struct arena *a, const char *password, const char *email, const char *name);

/* Makes the account and its holder; sets both ids.  BY is of kind
 * ACTOR_ACCOUNT without an id when people make their own.  ERR_TWICE: the
 * mailbox has an account. */
MUST_USE enum err account_make(struct db *db, struct arena *a,
    const struct actor *by, struct account *account, struct person *holder);

/* By e-mail as typed (folded here), by number.  ERR_MISSING if none. */
MUST_USE enum err account_by_email(
    struct db *db, struct arena *a, const char *email, struct account *out);
MUST_USE enum err account_by_id(
    struct db *db, struct arena *a, int64_t id, struct account *out);

#endif
