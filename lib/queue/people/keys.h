/* keys.h - the keys of an installation, and what NIKs become with them.
 *
 * `antrean keys` makes the files, each readable by as few users as its use
 * needs.  The list names each file, its size, its use and the programs that can
 * read it:
 *   mac.key   32 bytes  applicants' cookies, form tokens, view links
 *                                                     applicants' programs
 *   staff.key 32 bytes  staff's cookies and form tokens     desk and admin
 *   nik.key   32 bytes  keyed hash of NIKs, for look-up             nikhash
 *   nik.pub   32 bytes  encrypts (seals) a NIK for display              all
 *   nik.sec   32 bytes  decrypts (opens) it             desk, admin, worker
 *   sign.key  64 bytes  signs the proof's QR payload (Ed25519)
 *                               applicants' programs; only proof loads it
 *   sign.pub  32 bytes  checks this signature                           all
 * NIK is the national identity number of a person, 16 digits.
 */
#ifndef QUEUE_PEOPLE_KEYS_H
#define QUEUE_PEOPLE_KEYS_H

#include "base/crypt.h"
#include "queue/people/nik.h"

#define NIK_SEALED_SIZE (16 + CRYPT_SEAL_SIZE) /* bytes */
#define NIK_KEY_ID 1 /* number of nik.key, stored with each hash */

/* Which files a program loads. */
enum key_use {
	KEY_MAC = 1,    /* mac.key */
	KEY_STAFF = 2,  /* staff.key, in place of mac.key */
	KEY_NIK = 4,    /* nik.key */
	KEY_SEAL = 8,   /* nik.pub */
	KEY_OPEN = 16,  /* nik.sec and nik.pub */
	KEY_SIGN = 32,  /* sign.key */
	KEY_VERIFY = 64 /* sign.pub */
};

/* Sets KEYS to the keys USES (bits of enum key_use) from DIR.  USES has KEY_MAC
 * or KEY_STAFF, not both.  ERR_FAULT, logged, if a file is missing, unreadable
 * or not of its size; do not use KEYS then. */
MUST_USE enum err keys_load(
    struct crypt_keys *keys, const char *dir, unsigned uses);

/* Makes all key files in DIR with mode 0600.  If DIR has mac.key but not
 * staff.key, as older versions left it, only staff.key is made.  ERR_TWICE if
 * a file to be made exists already, ERR_FAULT if one cannot be written; both
 * are logged.  An existing file is never changed.  After a failure the files
 * that were made before it stay. */
MUST_USE enum err keys_make(const char *dir);

/* Writes the keyed hash of NIK, by which the database finds a person. */
void keys_nik_hash(const struct crypt_keys *keys, const char *nik,
    unsigned char out[CRYPT_HASH_SIZE]);

/* Encrypt the 16 digits NIK with nik.pub; decrypt SEALED with nik.sec into the
 * 16 digits and a NUL.  ERR_FAULT, logged, if SEALED is damaged. */
void keys_nik_seal(const struct crypt_keys *keys, const char *nik,
    unsigned char out[NIK_SEALED_SIZE]);
MUST_USE enum err keys_nik_open(const struct crypt_keys *keys,
    const unsigned char sealed[NIK_SEALED_SIZE], char nik[NIK_SIZE]);

#endif
