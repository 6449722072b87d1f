/* keys.c - loads and makes the keys of an installation. */
#include "queue/people/keys.h"

#include <assert.h>
#include <string.h>

#define FILES 7

static const struct {
	enum key_use use;
	struct crypt_file file;
} all[FILES] = {
    {KEY_STAFF, {"staff.key", CRYPT_MAC}},
    {KEY_MAC, {"mac.key", CRYPT_MAC}},
    {KEY_NIK, {"nik.key", CRYPT_KEYED}},
    {KEY_SEAL, {"nik.pub", CRYPT_SEAL}},
    {KEY_OPEN, {"nik.sec", CRYPT_OPEN}},
    {KEY_SIGN, {"sign.key", CRYPT_SIGN}},
    {KEY_VERIFY, {"sign.pub", CRYPT_VERIFY}},
};

enum err
keys_load(struct crypt_keys *keys, const char *dir, unsigned uses)
{
	enum err e = OK;

	assert((uses & KEY_MAC) == 0 || (uses & KEY_STAFF) == 0);
	if ((uses & KEY_OPEN) != 0)
		uses |= KEY_SEAL;
	keys->loaded = 0;
	for (int i = 0; e == OK && i < FILES; i++)
		if ((uses & (unsigned)all[i].use) != 0)
			e = crypt_load(keys, dir, &all[i].file);
	return e;
}

enum err
keys_make(const char *dir)
{
	bool older = crypt_saved(dir, "mac.key");
	struct crypt_keys staff, others;
	enum err e = OK;

	crypt_make(&staff);
	crypt_make(&others);
	for (int i = 0; e == OK && i < FILES; i++)
		if (all[i].use == KEY_STAFF)
			e = crypt_save(&staff, dir, &all[i].file);
		else if (!older)
			e = crypt_save(&others, dir, &all[i].file);
	crypt_forget(&staff);
	crypt_forget(&others);
	return e;
}

void
keys_nik_hash(const struct crypt_keys *keys, const char *nik,
    unsigned char out[CRYPT_HASH_SIZE])
{
	const struct crypt_part part = {nik, strlen(nik)};

	crypt_keyed_hash(keys, "nik", &part, 1, out);
}

void
keys_nik_seal(const struct crypt_keys *keys, const char *nik,
    unsigned char out[NIK_SEALED_SIZE])
{
	crypt_seal(keys, nik, NIK_SIZE - 1, out);
}

enum err
keys_nik_open(const struct crypt_keys *keys,
    const unsigned char sealed[NIK_SEALED_SIZE], char nik[NIK_SIZE])
{
	enum err e = crypt_open(keys, sealed, NIK_SIZE - 1, nik);

	if (e == OK)
		nik[NIK_SIZE - 1] = '\0';
	return e;
}
