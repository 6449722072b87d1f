/* crypt.h - keys and cryptography; libsodium only.
 *
 * Keys are files in one directory, each readable by as few users as its use
 * needs (mode 0640 or less).  `antrean keys` makes the files.  The list names
 * each file, its size, its use and the programs that can read it:
 *   mac.key   32 bytes  applicants' cookies, form tokens, view links
 *                                                     applicants' programs
 *   staff.key 32 bytes  staff's cookies and form tokens     desk and admin
 *   nik.key   32 bytes  keyed hash of NIKs, for look-up             nikhash
 *   nik.pub   32 bytes  encrypts (seals) a NIK for display              all
 *   nik.sec   32 bytes  decrypts (opens) it             desk, admin, worker
 *   sign.key  64 bytes  signs the proof's QR payload (Ed25519)
 *                               applicants' programs; only proof loads it
 *   sign.pub  32 bytes  checks this signature                           all
 * NIK is the national identity number of a person, 16 digits.  A program loads
 * only the keys it uses.
 */
#ifndef BASE_CRYPT_H
#define BASE_CRYPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define CRYPT_MAC_SIZE 16       /* bytes of a MAC in cookies and tokens */
#define CRYPT_HASH_SIZE 32      /* bytes of a keyed or plain hash */
#define CRYPT_SEALED_NIK 64     /* 16 digits and crypto_box_SEALBYTES */
#define CRYPT_PASSWORD_SIZE 128 /* argon2id string and NUL */
#define CRYPT_SIGNATURE_SIZE 64
#define CRYPT_NIK_KEY_ID 1 /* number of nik.key, stored with each hash */

/* Which files a program loads. */
enum crypt_use {
	CRYPT_MAC = 1,     /* mac.key */
	CRYPT_STAFF = 2,   /* staff.key, in place of mac.key */
	CRYPT_NIK = 4,     /* nik.key */
	CRYPT_SEAL = 8,    /* nik.pub */
	CRYPT_OPEN = 16,   /* nik.sec */
	CRYPT_SIGN = 32,   /* sign.key */
	CRYPT_VERIFY = 64, /* sign.pub */
};

/* The keys of a process.  A function asserts that the key it uses is loaded. */
struct crypt_keys {
	unsigned char mac[32]; /* content of mac.key or staff.key */
	unsigned char nik[32];
	unsigned char nik_public[32];
	unsigned char nik_secret[32];
	unsigned char sign[64];
	unsigned char sign_public[32];
	unsigned loaded; /* bits of enum crypt_use */
};

/* One part of the input of a MAC or hash.  The MAC covers the length of each
 * part too, so that ("ab", "c") and ("a", "bc") differ. */
struct crypt_part {
	const void *data;
	size_t len;
};

/* Starts libsodium.  Call it once, before any other function of this header.
 * ERR_FAULT, logged, if libsodium does not work. */
MUST_USE enum err crypt_start(void);

/* Loads into KEYS the keys USES (bits of enum crypt_use) from DIR.  USES has
 * CRYPT_MAC or CRYPT_STAFF, not both; CRYPT_OPEN loads nik.pub too.  ERR_FAULT,
 * logged, if a file is missing, unreadable or not of its size; do not use KEYS
 * then. */
MUST_USE enum err crypt_load(
    struct crypt_keys *keys, const char *dir, unsigned uses);

/* Makes all key files in DIR with mode 0600.  If DIR has mac.key but not
 * staff.key, as older versions left it, only staff.key is made.  ERR_TWICE if
 * a file to be made exists already, ERR_FAULT if one cannot be written; both
 * are logged.  An existing file is never changed.  After a failure the files
 * that were made before it stay. */
MUST_USE enum err crypt_make(const char *dir);

/* crypt_mac() writes to OUT the MAC of N parts under the loaded mac.key or
 * staff.key.  WHAT names the use, so that a MAC made for one use is not valid
 * for another.  crypt_mac_ok() is true if MAC is the MAC of these parts for the
 * same use; a right MAC and a wrong MAC take it the same time. */
void crypt_mac(const struct crypt_keys *keys, const char *what,
    const struct crypt_part *part, size_t n, unsigned char out[CRYPT_MAC_SIZE]);
bool crypt_mac_ok(const struct crypt_keys *keys, const char *what,
    const struct crypt_part *part, size_t n,
    const unsigned char mac[CRYPT_MAC_SIZE]);

/* Writes the hash of N parts (BLAKE2b without key) to OUT. */
void crypt_hash(const struct crypt_part *part, size_t n,
    unsigned char out[CRYPT_HASH_SIZE]);

/* Writes the SHA-256 of N bytes, for digests that a browser computes too (the
 * style sheet's hash in the CSP header). */
void crypt_sha256(const void *data, size_t n, unsigned char out[32]);

/* Writes the keyed hash of NIK, by which the database finds a person. */
void crypt_nik_hash(const struct crypt_keys *keys, const char *nik,
    unsigned char out[CRYPT_HASH_SIZE]);

/* Encrypt the 16 digits NIK with nik.pub; decrypt SEALED with nik.sec into the
 * 16 digits and a NUL.  ERR_FAULT, logged, if SEALED is damaged. */
void crypt_nik_seal(const struct crypt_keys *keys, const char *nik,
    unsigned char out[CRYPT_SEALED_NIK]);
MUST_USE enum err crypt_nik_open(const struct crypt_keys *keys,
    const unsigned char sealed[CRYPT_SEALED_NIK], char nik[17]);

/* Writes the hash of PASSWORD as a string: argon2id, 19 MiB and 2 passes as
 * OWASP advises, about 25 ms.  ERR_BUSY, logged, if memory ran out. */
MUST_USE enum err crypt_password(
    const char *password, char out[CRYPT_PASSWORD_SIZE]);

/* True if STORED is a hash of PASSWORD.  STORED NULL means that there is no
 * such account: the answer is false after the same time, so that the time does
 * not tell whether an account exists. */
bool crypt_password_ok(const char *stored, const char *password);

/* crypt_sign() writes to SIGNATURE the Ed25519 signature of N bytes under
 * sign.key.  crypt_sign_ok() is true if the key that belongs to SIGN_PUBLIC
 * made SIGNATURE for these N bytes. */
void crypt_sign(const struct crypt_keys *keys, const void *data, size_t n,
    unsigned char out[CRYPT_SIGNATURE_SIZE]);
bool crypt_sign_ok(const unsigned char sign_public[32], const void *data,
    size_t n, const unsigned char signature[CRYPT_SIGNATURE_SIZE]);

/* Writes N random bytes, fit for keys. */
void crypt_random(void *out, size_t n);

#endif
