/* nik_limit_test.c - all NIKs of a rush are hashed, but only a few of the NIKs
 * that an attacker tries. */
#include "unit.h"

#include <stdio.h>

#include "queue/people/nik.h"
#include "queue/people/nik_limit.h"

#define SECOND INT64_C(1000000000)
#define DAY (86400 * SECOND)
#define DISTRICTS 7879
#define PEOPLE (175500 * 2)

static struct nik_limit *
make(void **state)
{
	struct arena *a = *state;

	arena_reset(a);
	return nik_limit_make(a);
}

static bool
take(struct nik_limit *limit, int district, unsigned date, unsigned serial,
    int64_t now)
{
	char nik[NIK_SIZE];

	snprintf(
	    nik, sizeof(nik), "%06d%06u%04u", 110101 + district, date, serial);
	return nik_limit_take(limit, nik, now);
}

/* Tries one ending (the last ten digits of a NIK) with each district, the first
 * at NOW and each next one EVERY ns later.  Returns how many are hashed. */
static int
try_all(struct nik_limit *limit, int64_t now, int64_t every)
{
	int n = 0;

	for (int i = 0; i < DISTRICTS; i++)
		n += take(limit, i, 540388, 21, now + i * every);
	return n;
}

/* Returns a pseudo-random number below N; the sequence depends on *SEED only.
 */
static unsigned
draw(uint64_t *seed, unsigned n)
{
	*seed = *seed * 6364136223846793005U + 1442695040888963407U;
	return (unsigned)((*seed >> 33) % n);
}

static void
a_national_rush_at_one_host_is_hashed(void **state)
{
	struct nik_limit *limit = make(state);
	uint64_t seed = 1;
	int refused = 0;

	/* 175,500 parties of two in 40 s: born on any day of 60 years, man or
	 * woman, with one of the first three serials of their district */
	for (int i = 0; i < PEOPLE; i++) {
		unsigned day = draw(&seed, 28) + 1 + 40 * draw(&seed, 2),
			 month = draw(&seed, 12) + 1, year = draw(&seed, 60);

		refused += !take(limit, (int)draw(&seed, DISTRICTS),
		    day * 10000 + month * 100 + year, draw(&seed, 3) + 1,
		    DAY + i * (40 * SECOND / PEOPLE));
	}
	assert_int_equal(refused, 0);
}

static void
of_one_ending_few_numbers_are_hashed(void **state)
{
	assert_int_equal(
	    try_all(make(state), DAY, SECOND / 1000), NIK_ENDING_BURST);
	/* in the 7,878 minutes that this takes, one more is allowed every ten
	 * minutes */
	assert_in_range(try_all(make(state), DAY, 60 * SECOND),
	    NIK_ENDING_BURST + 787, NIK_ENDING_BURST + 788);
}

static void
others_are_hashed_meanwhile(void **state)
{
	struct nik_limit *limit = make(state);

	try_all(limit, DAY, 0);
	assert_false(take(limit, 1, 540388, 21, DAY));
	assert_true(take(limit, 1, 540388, 22, DAY));
	assert_true(take(limit, 1, 550388, 21, DAY));
}

static void
the_same_number_again_is_free(void **state)
{
	struct nik_limit *limit = make(state);

	for (int i = 0; i < 1000; i++)
		assert_true(take(limit, 1, 540388, 21, DAY));
	assert_int_equal(try_all(limit, DAY, 0), NIK_ENDING_BURST - 1);
}

static void
of_all_endings_so_many_are_hashed_and_so_many_a_minute(void **state)
{
	struct nik_limit *limit = make(state);
	int n = 0;

	for (int i = 0; i < NIK_HOST_BURST + 1000; i++)
		n += take(limit, i % 8, (unsigned)i / 80000,
		    (unsigned)i / 8 % 10000, DAY);
	assert_int_equal(n, NIK_HOST_BURST);
	n = 0;
	for (int i = 0; i < 5000; i++)
		n += take(limit, 9, 500000, (unsigned)i, DAY + 60 * SECOND);
	assert_int_equal(n, 1000);
}

static int
open_arena(void **state)
{
	static struct arena arena;

	arena_init(&arena, 0);
	*state = &arena;
	return 0;
}

static int
close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_national_rush_at_one_host_is_hashed),
	    cmocka_unit_test(of_one_ending_few_numbers_are_hashed),
	    cmocka_unit_test(others_are_hashed_meanwhile),
	    cmocka_unit_test(the_same_number_again_is_free),
	    cmocka_unit_test(
		of_all_endings_so_many_are_hashed_and_so_many_a_minute),
	};

	return cmocka_run_group_tests_name(
	    "nik_limit", tests, open_arena, close_arena);
}
