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

enum err
crypt_load(struct crypt_keys *keys, const char *dir, unsigned uses)
{
	const struct {
		const char *name;
		enum crypt_use use;
		unsigned char *key;
		size_t size;
	} file[] = {
	    {"mac.key", CRYPT_MAC, keys->mac, sizeof(keys->mac)},
	    {"staff.key", CRYPT_STAFF, keys->mac, sizeof(keys->mac)},
	    {"nik.key", CRYPT_NIK, keys->nik, sizeof(keys->nik)},
	    {"nik.pub", CRYPT_SEAL, keys->nik_public, 32},
	    {"nik.sec", CRYPT_OPEN, keys->nik_secret, 32},
	    {"sign.key", CRYPT_SIGN, keys->sign, sizeof(keys->sign)},
	    {"sign.pub", CRYPT_VERIFY, keys->sign_public, 32},
	};

	assert((uses & CRYPT_MAC) == 0 || (uses & CRYPT_STAFF) == 0);
	/* crypto_box_seal_open needs the public key too */
	if ((uses & CRYPT_OPEN) != 0)
		uses |= CRYPT_SEAL;
	keys->loaded = uses;
	for (size_t i = 0; i < sizeof(file) / sizeof(file[0]); i++) {
		enum err e;

		if ((uses & file[i].use) == 0)
			continue;
		e = key_read(dir, file[i].name, file[i].key, file[i].size);
		if (e != OK) {
			log_fault("crypt", "key=%s dir=%s why=%s", file[i].name,
			    dir, err_name(e));
			return ERR_FAULT;
		}
	}
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

static bool
key_is_there(const char *dir, const char *name)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return access(path, F_OK) == 0;
}

enum err
crypt_make(const char *dir)
{
	bool older = key_is_there(dir, "mac.key");
	unsigned char staff[32];
	struct crypt_keys k;
	enum err e;

	randombytes_buf(staff, sizeof(staff));
	randombytes_buf(k.mac, sizeof(k.mac));
	randombytes_buf(k.nik, sizeof(k.nik));
	crypto_box_keypair(k.nik_public, k.nik_secret);
	crypto_sign_keypair(k.sign_public, k.sign);
	e = key_write(dir, "staff.key", staff, sizeof(staff));
	if (older)
		goto out;
	if (e == OK &&
	    (e = key_write(dir, "mac.key", k.mac, sizeof(k.mac))) == OK &&
	    (e = key_write(dir, "nik.key", k.nik, sizeof(k.nik))) == OK &&
	    (e = key_write(dir, "nik.pub", k.nik_public, 32)) == OK &&
	    (e = key_write(dir, "nik.sec", k.nik_secret, 32)) == OK &&
	    (e = key_write(dir, "sign.key", k.sign, sizeof(k.sign))) == OK)
		e = key_write(dir, "sign.pub", k.sign_public, 32);
out:
	sodium_memzero(staff, sizeof(staff));
	sodium_memzero(&k, sizeof(k));
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
	assert((keys->loaded & (CRYPT_MAC | CRYPT_STAFF)) != 0);
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
crypt_nik_hash(const struct crypt_keys *keys, const char *nik,
    unsigned char out[CRYPT_HASH_SIZE])
{
	const struct crypt_part part = {nik, strlen(nik)};

	assert((keys->loaded & CRYPT_NIK) != 0);
	hash_parts(keys->nik, "nik", &part, 1, out, CRYPT_HASH_SIZE);
}

void
crypt_nik_seal(const struct crypt_keys *keys, const char *nik,
    unsigned char out[CRYPT_SEALED_NIK])
{
	_Static_assert(CRYPT_SEALED_NIK == 16 + crypto_box_SEALBYTES,
	    "a sealed NIK is its digits and the box");
	assert((keys->loaded & CRYPT_SEAL) != 0);
	crypto_box_seal(out, (const unsigned char *)nik, 16, keys->nik_public);
}

enum err
crypt_nik_open(const struct crypt_keys *keys,
    const unsigned char sealed[CRYPT_SEALED_NIK], char nik[17])
{
	unsigned char open[16];

	assert((keys->loaded & CRYPT_OPEN) != 0);
	if (crypto_box_seal_open(open, sealed, CRYPT_SEALED_NIK,
		keys->nik_public, keys->nik_secret) != 0) {
		log_fault("crypt", "what=open");
		return ERR_FAULT;
	}
	memcpy(nik, open, 16);
	nik[16] = '\0';
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
