/* crypt.c - keys and cryptography; libsodium only. */
#include "base/crypt.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

#define PASSWORD_PASSES 2
#define PASSWORD_BYTES (19u * 1024 * 1024)

enum err
crypt_start(void)
{
	if (sodium_init() < 0) {
		log_fault("crypt", "what=start");
		return ERR_FAULT;
	}
	return OK;
}

static enum err
key_read(const char *dir, const char *name, void *key, size_t n)
{
	char path[4096];
	unsigned char more;
	ssize_t got;
	int fd;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno == EACCES ? ERR_FORBIDDEN : ERR_MISSING;
	got = read(fd, key, n);
	if (got == (ssize_t)n && read(fd, &more, 1) == 1)
		got = -1;
	close(fd);
	return got == (ssize_t)n ? OK : ERR_FAULT;
}

/* Returns the place of the key for USE in KEYS, and its size in *SIZE. */
static unsigned char *
key_of(struct crypt_keys *keys, enum crypt_use use, size_t *size)
{
	*size = use == CRYPT_SIGN ? sizeof(keys->sign) : 32;
	switch (use) {
	case CRYPT_MAC:
		return keys->mac;
	case CRYPT_KEYED:
		return keys->hash;
	case CRYPT_SEAL:
		return keys->seal_public;
	case CRYPT_OPEN:
		return keys->seal_secret;
	case CRYPT_SIGN:
		return keys->sign;
	case CRYPT_VERIFY:
		break;
	}
	return keys->sign_public;
}

enum err
crypt_load(
    struct crypt_keys *keys, const char *dir, const struct crypt_file *file)
{
	size_t size;
	unsigned char *key = key_of(keys, file->use, &size);
	enum err e = key_read(dir, file->name, key, size);

	if (e != OK) {
		log_fault("crypt", "key=%s dir=%s why=%s", file->name, dir,
		    err_name(e));
		return ERR_FAULT;
	}
	keys->loaded |= (unsigned)file->use;
	return OK;
}

static enum err
key_write(const char *dir, const char *name, const void *key, size_t n)
{
	char path[4096];
	ssize_t put;
	int fd;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0) {
		log_fault("crypt", "key=%s dir=%s errno=%d", name, dir, errno);
		return errno == EEXIST ? ERR_TWICE : ERR_FAULT;
	}
	put = write(fd, key, n);
	if (put != (ssize_t)n || fsync(fd) != 0) {
		log_fault("crypt", "key=%s dir=%s errno=%d", name, dir, errno);
		close(fd);
		return ERR_FAULT;
	}
	close(fd);
	return OK;
}

bool
crypt_saved(const char *dir, const char *name)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return access(path, F_OK) == 0;
}

void
crypt_make(struct crypt_keys *keys)
{
	randombytes_buf(keys->mac, sizeof(keys->mac));
	randombytes_buf(keys->hash, sizeof(keys->hash));
	crypto_box_keypair(keys->seal_public, keys->seal_secret);
	crypto_sign_keypair(keys->sign_public, keys->sign);
	keys->loaded = CRYPT_MAC | CRYPT_KEYED | CRYPT_SEAL | CRYPT_OPEN |
	               CRYPT_SIGN | CRYPT_VERIFY;
}

void
crypt_forget(struct crypt_keys *keys)
{
	sodium_memzero(keys, sizeof(*keys));
}

enum err
crypt_save(const struct crypt_keys *keys, const char *dir,
    const struct crypt_file *file)
{
	struct crypt_keys copy = *keys;
	size_t size;
	const unsigned char *key = key_of(&copy, file->use, &size);
	enum err e = key_write(dir, file->name, key, size);

	crypt_forget(&copy);
	return e;
}

static void
hash_parts(const unsigned char *key, const char *what,
    const struct crypt_part *part, size_t n, unsigned char *out, size_t size)
{
	crypto_generichash_state st;

	crypto_generichash_init(&st, key, key == NULL ? 0 : 32, size);
	crypto_generichash_update(
	    &st, (const unsigned char *)what, strlen(what) + 1);
	for (size_t i = 0; i < n; i++) {
		uint64_t len = part[i].len;

		crypto_generichash_update(
		    &st, (const unsigned char *)&len, sizeof(len));
		crypto_generichash_update(&st, part[i].data, part[i].len);
	}
	crypto_generichash_final(&st, out, size);
}

void
crypt_mac(const struct crypt_keys *keys, const char *what,
    const struct crypt_part *part, size_t n, unsigned char out[CRYPT_MAC_SIZE])
{
	assert((keys->loaded & CRYPT_MAC) != 0);
	hash_parts(keys->mac, what, part, n, out, CRYPT_MAC_SIZE);
}

bool
crypt_mac_ok(const struct crypt_keys *keys, const char *what,
    const struct crypt_part *part, size_t n,
    const unsigned char mac[CRYPT_MAC_SIZE])
{
	unsigned char want[CRYPT_MAC_SIZE];

	crypt_mac(keys, what, part, n, want);
	return sodium_memcmp(want, mac, sizeof(want)) == 0;
}

void
crypt_hash(
    const struct crypt_part *part, size_t n, unsigned char out[CRYPT_HASH_SIZE])
{
	hash_parts(NULL, "hash", part, n, out, CRYPT_HASH_SIZE);
}

void
crypt_sha256(const void *data, size_t n, unsigned char out[32])
{
	crypto_hash_sha256(out, data, n);
}

void
crypt_keyed_hash(const struct crypt_keys *keys, const char *what,
    const struct crypt_part *part, size_t n, unsigned char out[CRYPT_HASH_SIZE])
{
	assert((keys->loaded & CRYPT_KEYED) != 0);
	hash_parts(keys->hash, what, part, n, out, CRYPT_HASH_SIZE);
}

void
crypt_seal(const struct crypt_keys *keys, const void *data, size_t n,
    unsigned char *out)
{
	_Static_assert(
	    CRYPT_SEAL_SIZE == crypto_box_SEALBYTES, "what libsodium adds");
	assert((keys->loaded & CRYPT_SEAL) != 0);
	crypto_box_seal(out, data, n, keys->seal_public);
}

enum err
crypt_open(const struct crypt_keys *keys, const unsigned char *sealed, size_t n,
    void *out)
{
	assert((keys->loaded & CRYPT_SEAL) != 0);
	assert((keys->loaded & CRYPT_OPEN) != 0);
	if (crypto_box_seal_open(out, sealed, n + CRYPT_SEAL_SIZE,
		keys->seal_public, keys->seal_secret) != 0) {
		log_fault("crypt", "what=open");
		return ERR_FAULT;
	}
	return OK;
}

enum err
crypt_password(const char *password, char out[CRYPT_PASSWORD_SIZE])
{
	_Static_assert(CRYPT_PASSWORD_SIZE >= crypto_pwhash_STRBYTES,
	    "room for the string");
	if (crypto_pwhash_str(out, password, strlen(password), PASSWORD_PASSES,
		PASSWORD_BYTES) != 0) {
		log_fault("crypt", "what=password");
		return ERR_BUSY;
	}
	return OK;
}

bool
crypt_password_ok(const char *stored, const char *password)
{
	/* the hash of a random password that nobody knows; checking it takes
	 * as long as checking the hash of an account */
	static const char nobody[] =
	    "$argon2id$v=19$m=19456,t=2,p=1$Uu8BJYhRjRaDfGHu3L+Tlg$"
	    "CQipcCIByzMRmoRE5Mo/s+JtNx13tC3tQaJuhE4tQHs";
	bool known = stored != NULL;
	bool same = crypto_pwhash_str_verify(known ? stored : nobody, password,
			strlen(password)) == 0;

	return known && same;
}

void
crypt_sign(const struct crypt_keys *keys, const void *data, size_t n,
    unsigned char out[CRYPT_SIGNATURE_SIZE])
{
	assert((keys->loaded & CRYPT_SIGN) != 0);
	crypto_sign_detached(out, NULL, data, n, keys->sign);
}

bool
crypt_sign_ok(const unsigned char sign_public[32], const void *data, size_t n,
    const unsigned char signature[CRYPT_SIGNATURE_SIZE])
{
	return crypto_sign_verify_detached(signature, data, n, sign_public) ==
	       0;
}

void
crypt_random(void *out, size_t n)
{
	randombytes_buf(out, n);
}
