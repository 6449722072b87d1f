/* person.h - the people an account may book for: its holder and up to four.
 *
 * A NIK enters as text once, here, and is kept as keyed hash and sealed box;
 * afterwards only its mask is known to programs of the public.  The limit is
 * a unique key (account, member number), never a count.
 */
#ifndef QUEUE_PEOPLE_PERSON_H
#define QUEUE_PEOPLE_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/crypt.h"
#include "db/db.h"
#include "queue/people/session.h"

#define PERSON_MAX 5 /* of an account: holder and four */
#define PARTY_MAX 5  /* of a booking */

struct person {
	int64_t id;
	int member_no; /* 0 the holder */
	const char *name;
	int32_t birth;
	char sex;                      /* 'l' or 'p' */
	const unsigned char *nik_hash; /* CRYPT_HASH_SIZE bytes */
	int nik_key;
	const unsigned char *nik_sealed; /* CRYPT_SEALED_NIK bytes */
	const char *nik_mask;
	unsigned nik_flags;
};

/* Fills hash, box and mask of P (in A) from NIK (16 digits). */
void person_set_nik(struct person *p, struct arena *a,
    const struct crypt_keys *keys, const char *nik);

extern const struct db_query person_queries[];
extern const size_t person_query_count;

/* The people of an account by member number; *COUNT <= PERSON_MAX. */
MUST_USE enum err person_list(struct db *db, struct arena *a,
    int64_t account_id, struct person out[PERSON_MAX], int *count);

/* The same by an applicant's session, which is read with them: as session_find
 * does. */
MUST_USE enum err person_of_session(struct db *db, struct arena *a,
    const unsigned char id[32], struct session *s,
    struct person out[PERSON_MAX], int *count);

/* Adds P to the account as its holder, in the caller's transaction; sets id
 * and member_no. */
MUST_USE enum err person_add_holder(
    struct db *db, int64_t account_id, struct person *p, int64_t now);

/* Adds P to the account under the first free number; sets id and member_no.
 * ERR_TWICE: that NIK is on the account already; ERR_LIMIT: no number is
 * free. */
MUST_USE enum err person_add(struct db *db, const struct actor *by,
    int64_t account_id, struct person *p);

/* Removes a further person for good (the holder cannot be: ERR_FORBIDDEN);
 * bookings keep their own copy.  ERR_MISSING if it is not of the account. */
MUST_USE enum err person_remove(struct db *db, struct arena *a,
    const struct actor *by, int64_t account_id, int64_t person_id);

#endif
