/* crypt_test.c - keys: made, loaded and used. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/crypt.h"
#include "base/day.h"

static const char *const files[] = {"mac.key", "nik.key", "nik.pub", "nik.sec",
    "sign.key", "sign.pub", "staff.key"};

static void
keys_are_made_once_and_used(void **state)
{
	char dir[] = "/tmp/antrean-keys.XXXXXX", nik[17], path[64];
	unsigned char sealed[CRYPT_SEALED_NIK], mac[CRYPT_MAC_SIZE];
	unsigned char sig[CRYPT_SIGNATURE_SIZE], h1[32], h2[32];
	const struct crypt_part ab[] = {{"ab", 2}, {"c", 1}};
	const struct crypt_part bc[] = {{"a", 1}, {"bc", 2}};
	struct crypt_keys k;
	const unsigned uses = CRYPT_MAC | CRYPT_NIK | CRYPT_SEAL | CRYPT_OPEN |
	                      CRYPT_SIGN | CRYPT_VERIFY;

	(void)state;
	assert_non_null(mkdtemp(dir));
	assert_int_equal(crypt_make(dir), OK);
	assert_int_equal(crypt_make(dir), ERR_TWICE);
	assert_int_equal(crypt_load(&k, dir, uses), OK);
	crypt_nik_seal(&k, "3602041211879001", sealed);
	assert_int_equal(crypt_nik_open(&k, sealed, nik), OK);
	assert_string_equal(nik, "3602041211879001");
	sealed[20] ^= 1;
	assert_int_equal(crypt_nik_open(&k, sealed, nik), ERR_FAULT);
	crypt_mac(&k, "form", ab, 2, mac);
	assert_true(crypt_mac_ok(&k, "form", ab, 2, mac));
	assert_false(crypt_mac_ok(&k, "view", ab, 2, mac));
	assert_false(crypt_mac_ok(&k, "form", bc, 2, mac));
	crypt_nik_hash(&k, "3602041211879001", h1);
	crypt_nik_hash(&k, "3602041211879002", h2);
	assert_memory_not_equal(h1, h2, 32);
	crypt_sign(&k, "A1-X", 4, sig);
	assert_true(crypt_sign_ok(k.sign_public, "A1-X", 4, sig));
	assert_false(crypt_sign_ok(k.sign_public, "A1-Y", 4, sig));
	for (size_t i = 0; i < 7; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, files[i]);
		assert_int_equal(unlink(path), 0);
	}
	assert_int_equal(crypt_load(&k, dir, CRYPT_MAC), ERR_FAULT);
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
	assert_int_equal(crypt_make(dir), OK);
	assert_int_equal(crypt_load(&applicants, dir, CRYPT_MAC), OK);
	assert_int_equal(crypt_load(&staff, dir, CRYPT_STAFF), OK);
	crypt_mac(&applicants, "cookie-staff", NULL, 0, mac);
	assert_false(crypt_mac_ok(&staff, "cookie-staff", NULL, 0, mac));
	/* a directory made by the version without this key */
	snprintf(path, sizeof(path), "%s/staff.key", dir);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(crypt_make(dir), OK);
	assert_int_equal(crypt_make(dir), ERR_TWICE);
	assert_int_equal(crypt_load(&after, dir, CRYPT_MAC), OK);
	assert_memory_equal(after.mac, applicants.mac, 32);
	for (size_t i = 0; i < 7; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, files[i]);
		assert_int_equal(unlink(path), 0);
	}
	rmdir(dir);
}

static void
passwords_are_checked_at_equal_cost(void **state)
{
	char stored[CRYPT_PASSWORD_SIZE];
	int64_t t0, t1, t2;

	(void)state;
	assert_int_equal(crypt_password("kata sandi 1", stored), OK);
	t0 = day_ticks();
	assert_true(crypt_password_ok(stored, "kata sandi 1"));
	t1 = day_ticks();
	assert_false(crypt_password_ok(NULL, "kata sandi 1"));
	t2 = day_ticks();
	assert_false(crypt_password_ok(stored, "kata sandi 2"));
	/* an unknown account must take as long as a known one */
	assert_true(t2 - t1 > (t1 - t0) / 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_are_made_once_and_used),
	    cmocka_unit_test(staff_have_a_key_of_their_own),
	    cmocka_unit_test(passwords_are_checked_at_equal_cost),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("crypt", tests);
}
