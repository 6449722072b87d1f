/* crypt.h - keys and cryptography; libsodium only.
 *
 * Keys are files in one directory, each readable by as few users as its use
 * needs (mode 0640 or less; made by `antrean keys`):
 *   mac.key   32 bytes  applicants' cookies, form tokens, view links
 *                                                     applicants' programs
 *   staff.key 32 bytes  the same of staff                  desk and admin
 *   nik.key   32 bytes  keyed hash of NIKs, for look-up             nikhash
 *   nik.pub   32 bytes  seals a NIK for display                     anyone
 *   nik.sec   32 bytes  opens it                       desk, admin, worker
 *   sign.key  64 bytes  Ed25519, signs the proof's QR                proof
 *   sign.pub  32 bytes  checks it                                   anyone
 * A program loads only the keys it uses.
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
#define CRYPT_NIK_KEY_ID 1 /* stored beside each hash of a NIK */

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

/* Using a key that was not loaded is a bug of the caller; an assert catches it.
 */
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

/* Starts libsodium; must be called once before anything else here. */
MUST_USE enum err crypt_start(void);

/* Loads the keys USES (bits of enum crypt_use, of CRYPT_MAC and CRYPT_STAFF
 * one at most) of DIR.  A missing, unreadable or short file is ERR_FAULT,
 * logged. */
MUST_USE enum err crypt_load(
    struct crypt_keys *keys, const char *dir, unsigned uses);

/* Makes all key files in DIR.  If DIR has a key file already, ERR_TWICE; but if
 * only staff.key is missing, because an older version made the others, it adds
 * staff.key. */
MUST_USE enum err crypt_make(const char *dir);

/* MAC of N parts under mac.key or staff.key; WHAT names the use, so that a MAC
 * made for one use never passes for another. */
void crypt_mac(const struct crypt_keys *keys, const char *what,
    const struct crypt_part *part, size_t n, unsigned char out[CRYPT_MAC_SIZE]);
bool crypt_mac_ok(const struct crypt_keys *keys, const char *what,
    const struct crypt_part *part, size_t n,
    const unsigned char mac[CRYPT_MAC_SIZE]);

/* Plain hash of N parts, for digests that need no key. */
void crypt_hash(const struct crypt_part *part, size_t n,
    unsigned char out[CRYPT_HASH_SIZE]);

/* SHA-256, for digests that a browser computes too (CSP). */
void crypt_sha256(const void *data, size_t n, unsigned char out[32]);

/* Keyed hash of a NIK (16 digits) for look-up. */
void crypt_nik_hash(const struct crypt_keys *keys, const char *nik,
    unsigned char out[CRYPT_HASH_SIZE]);

/* A NIK sealed for display, and opened again; a damaged box is ERR_FAULT. */
void crypt_nik_seal(const struct crypt_keys *keys, const char *nik,
    unsigned char out[CRYPT_SEALED_NIK]);
MUST_USE enum err crypt_nik_open(const struct crypt_keys *keys,
    const unsigned char sealed[CRYPT_SEALED_NIK], char nik[17]);

/* argon2id, 19 MiB and 2 passes (OWASP), about 25 ms. */
MUST_USE enum err crypt_password(
    const char *password, char out[CRYPT_PASSWORD_SIZE]);
/* True if PASSWORD belongs to STORED.  STORED NULL (no such account) costs
 * the same time and is false. */
bool crypt_password_ok(const char *stored, const char *password);

/* Ed25519 over N bytes. */
void crypt_sign(const struct crypt_keys *keys, const void *data, size_t n,
    unsigned char out[CRYPT_SIGNATURE_SIZE]);
bool crypt_sign_ok(const unsigned char sign_public[32], const void *data,
    size_t n, const unsigned char signature[CRYPT_SIGNATURE_SIZE]);

void crypt_random(void *out, size_t n);

#endif
