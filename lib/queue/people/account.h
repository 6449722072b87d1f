/* account.h - accounts of applicants: a mailbox and a password.
 *
 * A mailbox has at most one account: the folded e-mail address is a unique key.
 * A folded address is in lower case, and without the tag, the part from a plus
 * sign to the @.  The NIK is no unique key: if somebody opens an account with
 * another person's NIK, that person must still be able to open an account.
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

/* The folded form of an e-mail address, in A. */
char *account_fold(struct arena *a, const char *email);

/* True if PASSWORD is easy to guess for somebody who knows EMAIL and NAME:
 * PASSWORD equals EMAIL or NAME, has few different letters, follows a row of
 * the keyboard or is one of the usual passwords. */
bool account_weak(
    struct arena *a, const char *password, const char *email, const char *name);

/* Adds ACCOUNT with its HOLDER in one transaction, and sets the ids of both.
 * When somebody opens their own account, BY has the kind ACTOR_ACCOUNT and the
 * id 0, because the account has no id yet.  ERR_TWICE: the mailbox has an
 * account. */
MUST_USE enum err account_make(struct db *db, struct arena *a,
    const struct actor *by, struct account *account, struct person *holder);

/* Finds one account by its e-mail address as typed (this function folds the
 * address), or by its id; the texts of OUT are in A.  ERR_MISSING if there is
 * none. */
MUST_USE enum err account_by_email(
    struct db *db, struct arena *a, const char *email, struct account *out);
MUST_USE enum err account_by_id(
    struct db *db, struct arena *a, int64_t id, struct account *out);

#endif
