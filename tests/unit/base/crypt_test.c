/* crypt_test.c - keys saved, loaded and used; passwords. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/crypt.h"
#include "base/day.h"

static const struct crypt_file file = {"a.key", CRYPT_MAC};

static void
a_key_is_saved_once_and_loaded(void **state)
{
	char dir[] = "/tmp/antrean-keys.XXXXXX", path[64];
	struct crypt_keys made, loaded = {.loaded = CRYPT_SIGN};

	(void)state;
	assert_non_null(mkdtemp(dir));
	crypt_make(&made);
	assert_false(crypt_saved(dir, file.name));
	assert_int_equal(crypt_load(&loaded, dir, &file), ERR_FAULT);
	assert_int_equal(crypt_save(&made, dir, &file), OK);
	assert_int_equal(crypt_save(&made, dir, &file), ERR_TWICE);
	assert_true(crypt_saved(dir, file.name));
	assert_int_equal(crypt_load(&loaded, dir, &file), OK);
	assert_int_equal(loaded.loaded, CRYPT_SIGN | CRYPT_MAC);
	assert_memory_equal(loaded.mac, made.mac, sizeof(made.mac));
	snprintf(path, sizeof(path), "%s/%s", dir, file.name);
	assert_int_equal(truncate(path, 31), 0);
	assert_int_equal(crypt_load(&loaded, dir, &file), ERR_FAULT);
	assert_int_equal(truncate(path, 33), 0);
	assert_int_equal(crypt_load(&loaded, dir, &file), ERR_FAULT);
	assert_int_equal(unlink(path), 0);
	rmdir(dir);
}

static void
each_key_does_its_work(void **state)
{
	unsigned char sealed[3 + CRYPT_SEAL_SIZE], mac[CRYPT_MAC_SIZE];
	unsigned char sig[CRYPT_SIGNATURE_SIZE], h1[32], h2[32];
	const struct crypt_part ab[] = {{"ab", 2}, {"c", 1}};
	const struct crypt_part bc[] = {{"a", 1}, {"bc", 2}};
	struct crypt_keys k;
	char open[3];

	(void)state;
	crypt_make(&k);
	crypt_seal(&k, "abc", 3, sealed);
	assert_int_equal(crypt_open(&k, sealed, 3, open), OK);
	assert_memory_equal(open, "abc", 3);
	sealed[20] ^= 1;
	assert_int_equal(crypt_open(&k, sealed, 3, open), ERR_FAULT);
	crypt_mac(&k, "form", ab, 2, mac);
	assert_true(crypt_mac_ok(&k, "form", ab, 2, mac));
	assert_false(crypt_mac_ok(&k, "view", ab, 2, mac));
	assert_false(crypt_mac_ok(&k, "form", bc, 2, mac));
	crypt_keyed_hash(&k, "x", ab, 2, h1);
	crypt_keyed_hash(&k, "x", bc, 2, h2);
	assert_memory_not_equal(h1, h2, 32);
	crypt_sign(&k, "A1-X", 4, sig);
	assert_true(crypt_sign_ok(k.sign_public, "A1-X", 4, sig));
	assert_false(crypt_sign_ok(k.sign_public, "A1-Y", 4, sig));
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
	    cmocka_unit_test(a_key_is_saved_once_and_loaded),
	    cmocka_unit_test(each_key_does_its_work),
	    cmocka_unit_test(passwords_are_checked_at_equal_cost),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("crypt", tests);
}
