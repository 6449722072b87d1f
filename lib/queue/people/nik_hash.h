/* nik_hash.h - the keyed hash of a NIK, asked of the program nikhash.
 *
 * Somebody who holds nik.key finds the NIK of any hash by trying: there are
 * few numbers with a given birth date and last four digits.  So one program
 * alone can read the key, nikhash, which runs as a user of its own and hashes
 * for the others what they send to its socket, within the limits of
 * nik_limit.h.
 *
 * One question a connection: 16 digits there, CRYPT_HASH_SIZE bytes back.
 * Nothing back: too many were asked, or those were not 16 digits.
 */
#ifndef QUEUE_PEOPLE_NIK_HASH_H
#define QUEUE_PEOPLE_NIK_HASH_H

#include "base/crypt.h"

#define NIK_HASH_SOCKET "nikhash.sock" /* in run_dir */
#define NIK_HASH_TIME 2                /* seconds the asker waits */

/* Sets HASH to that of NIK (16 digits).  ERR_BUSY, logged: nikhash is away, or
 * it has answered too many. */
MUST_USE enum err nik_hash(
    const char *run_dir, const char *nik, unsigned char hash[CRYPT_HASH_SIZE]);

#endif
