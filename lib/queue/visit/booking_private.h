/* booking_private.h - the statements of bookings; private to booking.c. */
#ifndef QUEUE_VISIT_BOOKING_PRIVATE_H
#define QUEUE_VISIT_BOOKING_PRIVATE_H

#include "queue/visit/booking.h"

/* What an earlier order with the same token made. */
struct booking_first {
	int64_t id;
	int64_t account_id;
	char code[CODE_SIZE];
	unsigned char digest[CRYPT_HASH_SIZE];
};

/* Inserts the booking (sets b->id) unless its slot cannot be booked at NOW:
 * ERR_MISSING, db_duplicate says booking_slot.  Then its applicants in one
 * statement. */
MUST_USE enum err booking_insert(struct db *db, struct booking *b,
    const struct booking_order *order, const unsigned char *digest,
    int64_t now);
MUST_USE enum err applicant_insert(
    struct db *db, const struct booking *b, const int *seat, const int *live);

MUST_USE enum err booking_by_once(struct db *db, struct arena *a,
    const unsigned char *once, struct booking_first *first);

/* Marks which numbers 1..MAX live applicants of the account hold. */
MUST_USE enum err applicant_live(
    struct db *db, struct arena *a, int64_t account_id, int max, bool *taken);
MUST_USE enum err applicant_nik_held(
    struct db *db, struct arena *a, const unsigned char *nik_hash, bool *held);

/* Lapse the applicants of a NIK, or of an account, who are still booked
 * although their period and their office's minutes of grace (parameter `grace`)
 * are over.  A person who has come is never lapsed.  Each has its line in the
 * audit.
 */
MUST_USE enum err applicant_lapse_nik(struct db *db, struct arena *a,
    const struct actor *by, const unsigned char *nik_hash);
MUST_USE enum err applicant_lapse_account(
    struct db *db, struct arena *a, const struct actor *by, int64_t account_id);

#endif
