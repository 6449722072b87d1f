/* account_test.c - the folded form of a mailbox, and common passwords. */
#include "unit.h"

#include "queue/people/account.h"

static void
a_mailbox_is_folded_to_lower_case(void **state)
{
	assert_string_equal(
	    account_fold(*state, "Ratna.W@CONTOH.id"), "ratna.w@contoh.id");
	assert_string_equal(account_fold(*state, "\xc3\x89lo@contoh.id"),
	    "\xc3\xa9lo@contoh.id");
}

static void
what_follows_a_plus_is_dropped(void **state)
{
	assert_string_equal(
	    account_fold(*state, "ratna+paspor@contoh.id"), "ratna@contoh.id");
	assert_string_equal(
	    account_fold(*state, "ratna+a+b@contoh.id"), "ratna@contoh.id");
	assert_string_equal(
	    account_fold(*state, "ratna+@contoh.id"), "ratna@contoh.id");
}

static void
a_plus_elsewhere_stays(void **state)
{
	assert_string_equal(
	    account_fold(*state, "+62812@contoh.id"), "+62812@contoh.id");
	assert_string_equal(
	    account_fold(*state, "ratna@con+toh.id"), "ratna@con+toh.id");
}

static bool
weak(void **state, const char *password)
{
	return account_weak(
	    *state, password, "Ratna.W+x@contoh.id", "Ratna Wulandari");
}

static void
passwords_people_try_first_are_weak(void **state)
{
	static const char *const first[] = {"password123", "Katasandi1!",
	    "RAHASIA2026", "bismillah 1", "1234567890", "0987654321",
	    "qwertyuiop", "poiuytrewq", "abcdefghij", "081234567890",
	    "14-03-1988", "aaaaaaaaaa", "abababababab", "1212121212",
	    "..........", "\357\274\260assword123"};

	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		assert_true(weak(state, first[i]));
}

static void
what_stands_beside_it_is_weak(void **state)
{
	assert_true(weak(state, "ratna.w@contoh.id"));
	assert_true(weak(state, "ratna.w2026"));
	assert_true(weak(state, "ratna wulandari"));
	assert_true(weak(state, "Ratna  Wulandari"));
}

static void
short_sentences_are_not_weak(void **state)
{
	assert_false(weak(state, "kuda laut biru"));
	assert_false(weak(state, "password kami aneh"));
	assert_false(weak(state, "ratna suka kopi"));
	assert_false(weak(state, "3 ayam makan"));
	assert_false(weak(state, "x9$kLq27vT"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_mailbox_is_folded_to_lower_case),
	    cmocka_unit_test(what_follows_a_plus_is_dropped),
	    cmocka_unit_test(a_plus_elsewhere_stays),
	    cmocka_unit_test(passwords_people_try_first_are_weak),
	    cmocka_unit_test(what_stands_beside_it_is_weak),
	    cmocka_unit_test(short_sentences_are_not_weak),
	};

	return cmocka_run_group_tests_name(
	    "account", tests, unit_arena_begin, unit_arena_end);
}
