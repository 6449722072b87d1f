/* person.h - the people that an account can book for: its holder and up to four
 * others.
 *
 * person_set_nik turns the digits of a NIK into a keyed hash, a sealed box (the
 * NIK encrypted with a public key) and a mask (its last four digits).  Only
 * these three are stored, and programs of the public can show only the mask.
 * The member numbers 0 to PERSON_MAX - 1, unique in an account, limit the
 * number of people; no statement counts them.
 */
#ifndef QUEUE_PEOPLE_PERSON_H
#define QUEUE_PEOPLE_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/crypt.h"
#include "db/db.h"
#include "queue/people/session.h"

#define PERSON_MAX 5 /* per account: the holder and four others */
#define PARTY_MAX 5  /* people per booking */

struct person {
	int64_t id;
	int member_no; /* 0 for the holder */
	const char *name;
	int32_t birth;
	char sex;                      /* 'l' or 'p' */
	const unsigned char *nik_hash; /* CRYPT_HASH_SIZE bytes */
	int nik_key;
	const unsigned char *nik_sealed; /* NIK_SEALED_SIZE bytes */
	const char *nik_mask;
	unsigned nik_flags;
};

/* Sets the hash, sealed box and mask of P (in A) from NIK (16 digits) and from
 * HASH, the hash of NIK (queue/people/nik_hash.h). */
void person_set_nik(struct person *p, struct arena *a,
    const struct crypt_keys *keys, const char *nik, const unsigned char *hash);

extern const struct db_query person_queries[];
extern const size_t person_query_count;

/* Reads the people of an account into OUT, sorted by member number; sets *COUNT
 * to their number, at most PERSON_MAX. */
MUST_USE enum err person_list(struct db *db, struct arena *a,
    int64_t account_id, struct person out[PERSON_MAX], int *count);

/* Reads session ID into *S and the people of its account into OUT, by one
 * statement.  ERR_MISSING: the session does not exist or has ended. */
MUST_USE enum err person_of_session(struct db *db, struct arena *a,
    const unsigned char id[32], struct session *s,
    struct person out[PERSON_MAX], int *count);

/* Adds P to the account as its holder, in the caller's transaction; sets id and
 * member_no of P. */
MUST_USE enum err person_add_holder(
    struct db *db, int64_t account_id, struct person *p, int64_t now);

/* Adds P to the account under the first free member number; sets id and
 * member_no.  ERR_TWICE: the account has a person with that NIK; ERR_LIMIT: no
 * number is free. */
MUST_USE enum err person_add(struct db *db, const struct actor *by,
    int64_t account_id, struct person *p);

/* Deletes a person other than the holder; bookings have their own copy of the
 * data.  ERR_FORBIDDEN: the person is the holder; ERR_MISSING: the account has
 * no such person. */
MUST_USE enum err person_remove(struct db *db, struct arena *a,
    const struct actor *by, int64_t account_id, int64_t person_id);

#endif
