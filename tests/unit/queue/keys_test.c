/* keys_test.c - the keys of an installation: made once, loaded and used. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "queue/people/keys.h"

static const char *const files[] = {"mac.key", "nik.key", "nik.pub", "nik.sec",
    "sign.key", "sign.pub", "staff.key"};

static void
keys_are_made_once_and_used(void **state)
{
	char dir[] = "/tmp/antrean-keys.XXXXXX", nik[17], path[64];
	unsigned char sealed[NIK_SEALED_SIZE], h1[32], h2[32];
	struct crypt_keys k;
	const unsigned uses =
	    KEY_MAC | KEY_NIK | KEY_SEAL | KEY_OPEN | KEY_SIGN | KEY_VERIFY;

	(void)state;
	assert_non_null(mkdtemp(dir));
	assert_int_equal(keys_make(dir), OK);
	assert_int_equal(keys_make(dir), ERR_TWICE);
	assert_int_equal(keys_load(&k, dir, uses), OK);
	keys_nik_seal(&k, "3602041211879001", sealed);
	assert_int_equal(keys_nik_open(&k, sealed, nik), OK);
	assert_string_equal(nik, "3602041211879001");
	sealed[20] ^= 1;
	assert_int_equal(keys_nik_open(&k, sealed, nik), ERR_FAULT);
	keys_nik_hash(&k, "3602041211879001", h1);
	keys_nik_hash(&k, "3602041211879002", h2);
	assert_memory_not_equal(h1, h2, 32);
	for (size_t i = 0; i < 7; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, files[i]);
		assert_int_equal(unlink(path), 0);
	}
	assert_int_equal(keys_load(&k, dir, KEY_MAC), ERR_FAULT);
	rmdir(dir);
}

static void
staff_have_a_key_of_their_own(void **state)
{
	char dir[] = "/tmp/antrean-keys.XXXXXX", path[64];
	struct crypt_keys applicants, staff, after;
	unsigned char mac[CRYPT_MAC_SIZE];

	(void)state;
	assert_non_null(mkdtemp(dir));
	assert_int_equal(keys_make(dir), OK);
	assert_int_equal(keys_load(&applicants, dir, KEY_MAC), OK);
	assert_int_equal(keys_load(&staff, dir, KEY_STAFF), OK);
	crypt_mac(&applicants, "cookie-staff", NULL, 0, mac);
	assert_false(crypt_mac_ok(&staff, "cookie-staff", NULL, 0, mac));
	/* a directory made by the version without this key */
	snprintf(path, sizeof(path), "%s/staff.key", dir);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(keys_make(dir), OK);
	assert_int_equal(keys_make(dir), ERR_TWICE);
	assert_int_equal(keys_load(&after, dir, KEY_MAC), OK);
	assert_memory_equal(after.mac, applicants.mac, 32);
	for (size_t i = 0; i < 7; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, files[i]);
		assert_int_equal(unlink(path), 0);
	}
	rmdir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_are_made_once_and_used),
	    cmocka_unit_test(staff_have_a_key_of_their_own),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("keys", tests);
}
