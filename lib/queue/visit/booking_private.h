/* booking_private.h - the statements that booking.c uses; for booking*.c
 * only. */
#ifndef QUEUE_VISIT_BOOKING_PRIVATE_H
#define QUEUE_VISIT_BOOKING_PRIVATE_H

#include "queue/visit/booking.h"

/* The booking that an earlier order with the same token made. */
struct booking_first {
	int64_t id;
	int64_t account_id;
	char code[CODE_SIZE];
	unsigned char digest[CRYPT_HASH_SIZE];
};

/* booking_insert adds the booking with the DIGEST of its form, and sets b->id.
 * ERR_MISSING: a foreign key refused the row.  If db_duplicate(db,
 * "booking_slot") is then true, the slot cannot be booked at NOW.
 * applicant_insert then adds the applicants of B with one statement, in the
 * same transaction; SEAT and LIVE have, for each applicant, the seat and the
 * number (1 to live_per_account) among the live applicants of the account. */
MUST_USE enum err booking_insert(struct db *db, struct booking *b,
    const struct booking_order *order, const unsigned char *digest,
    int64_t now);
MUST_USE enum err applicant_insert(
    struct db *db, const struct booking *b, const int *seat, const int *live);

MUST_USE enum err booking_by_once(struct db *db, struct arena *a,
    const unsigned char *once, struct booking_first *first);

/* Sets TAKEN[n] for each number n (1..MAX) that a live applicant of the account
 * has. */
MUST_USE enum err applicant_live(
    struct db *db, struct arena *a, int64_t account_id, int max, bool *taken);
MUST_USE enum err applicant_nik_held(
    struct db *db, struct arena *a, const unsigned char *nik_hash, bool *held);

/* These two lapse the applicants with a NIK, or of an account, who are still
 * BOOKED although their period and the grace of their office are over.
 * Applicants who have arrived are never lapsed.  Each applicant that is lapsed
 * gets a line in the audit.
 */
MUST_USE enum err applicant_lapse_nik(struct db *db, struct arena *a,
    const struct actor *by, const unsigned char *nik_hash);
MUST_USE enum err applicant_lapse_account(
    struct db *db, struct arena *a, const struct actor *by, int64_t account_id);

#endif
