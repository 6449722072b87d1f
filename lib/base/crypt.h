/* crypt.h - keys and cryptography; libsodium only.
 *
 * A key is a file of one directory, mode 0640 or less.  A higher layer names
 * the files and the use of each (struct crypt_file); a program loads only the
 * keys that it uses.
 */
#ifndef BASE_CRYPT_H
#define BASE_CRYPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define CRYPT_MAC_SIZE 16       /* bytes of a MAC in cookies and tokens */
#define CRYPT_HASH_SIZE 32      /* bytes of a keyed or plain hash */
#define CRYPT_SEAL_SIZE 48      /* bytes that sealing adds */
#define CRYPT_PASSWORD_SIZE 128 /* argon2id string and NUL */
#define CRYPT_SIGNATURE_SIZE 64

/* What a key is used for, and the size of its file. */
enum crypt_use {
	CRYPT_MAC = 1,     /* 32 bytes: makes and checks MACs */
	CRYPT_KEYED = 2,   /* 32 bytes: keyed hashes */
	CRYPT_SEAL = 4,    /* 32 bytes: encrypts (seals) */
	CRYPT_OPEN = 8,    /* 32 bytes: decrypts (opens) what was sealed */
	CRYPT_SIGN = 16,   /* 64 bytes: makes signatures (Ed25519) */
	CRYPT_VERIFY = 32, /* 32 bytes: checks signatures */
};

struct crypt_file {
	const char *name;
	enum crypt_use use;
};

/* The keys of a process.  A function asserts that the key it uses is loaded. */
struct crypt_keys {
	unsigned char mac[32];
	unsigned char hash[32];
	unsigned char seal_public[32];
	unsigned char seal_secret[32];
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

/* Reads FILE in DIR into KEYS, in addition to the keys it has.  ERR_FAULT,
 * logged, if the file is missing, unreadable or not of its size; do not use
 * KEYS then. */
MUST_USE enum err crypt_load(
    struct crypt_keys *keys, const char *dir, const struct crypt_file *file);

/* Sets all members of KEYS to new keys.  Forget them with crypt_forget(). */
void crypt_make(struct crypt_keys *keys);
void crypt_forget(struct crypt_keys *keys);

/* Writes the key of KEYS for the use of FILE to FILE in DIR, with mode 0600.
 * ERR_TWICE if the file exists, which is then not changed; ERR_FAULT if it
 * cannot be written.  Both are logged. */
MUST_USE enum err crypt_save(const struct crypt_keys *keys, const char *dir,
    const struct crypt_file *file);

/* True if DIR has the file NAME. */
bool crypt_saved(const char *dir, const char *name);

/* crypt_mac() writes to OUT the MAC of N parts.  WHAT names the use, so that a
 * MAC made for one use is not valid for another.  crypt_mac_ok() is true if MAC
 * is the MAC of these parts for the same use; a right MAC and a wrong MAC take
 * it the same time. */
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

/* Writes the keyed hash of N parts; WHAT names the use. */
void crypt_keyed_hash(const struct crypt_keys *keys, const char *what,
    const struct crypt_part *part, size_t n,
    unsigned char out[CRYPT_HASH_SIZE]);

/* crypt_seal() encrypts N bytes of DATA into OUT, N + CRYPT_SEAL_SIZE bytes.
 * crypt_open() decrypts SEALED into OUT, N bytes; it needs the keys for
 * CRYPT_SEAL and CRYPT_OPEN.  ERR_FAULT, logged, if SEALED is damaged. */
void crypt_seal(const struct crypt_keys *keys, const void *data, size_t n,
    unsigned char *out);
MUST_USE enum err crypt_open(const struct crypt_keys *keys,
    const unsigned char *sealed, size_t n, void *out);

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
