/* nik_hash.h - gets the keyed hash of a NIK from the program nikhash.
 *
 * Somebody who has nik.key can find the NIK of a hash by trying, because few
 * NIKs have a given birth date and given last four digits.  So only one
 * program, nikhash, can read that key.  nikhash runs as an OS user of its own,
 * and hashes the NIKs that other programs send to its socket, within the limits
 * of nik_limit.h.
 *
 * Protocol: one NIK per connection.  The program sends 16 digits, and nikhash
 * sends CRYPT_HASH_SIZE bytes back, or nothing if a limit is reached or the
 * request is not 16 digits.
 */
#ifndef QUEUE_PEOPLE_NIK_HASH_H
#define QUEUE_PEOPLE_NIK_HASH_H

#include "base/crypt.h"

#define NIK_HASH_SOCKET "nikhash.sock" /* in run_dir */
#define NIK_HASH_TIME 2                /* seconds to wait for the answer */

/* Sets HASH to the hash of NIK (16 digits).  ERR_BUSY, logged: nikhash does not
 * run, or a limit is reached; ERR_FAULT, logged: RUN_DIR is too long for a
 * socket. */
MUST_USE enum err nik_hash(
    const char *run_dir, const char *nik, unsigned char hash[CRYPT_HASH_SIZE]);

#endif
