/* nik_test.c - the facts that a NIK alone shows. */
#include <stdbool.h>
#include <string.h>

#include "unit.h"

#include "base/day.h"
#include "queue/people/nik.h"

/* Reads TYPED; returns the digits, or the key of the fault. */
static const char *
reading(const char *typed, int *n)
{
	static char nik[NIK_SIZE];
	const char *key = "untouched";

	*n = -1;
	memcpy(nik, "untouched", 10);
	if (nik_read(typed, nik, &key, n) == OK) {
		assert_string_equal(key, "untouched");
		return nik;
	}
	assert_string_equal(nik, "untouched");
	return key;
}

#define READS(typed, want)                                                     \
	do {                                                                   \
		int n_;                                                        \
		assert_string_equal(reading((typed), &n_), (want));            \
	} while (0)

static void
published_examples_are_read(void **state)
{
	(void)state;
	READS("3602041211870001", "3602041211870001");
	READS("3273056010900009", "3273056010900009");
}

static void
gaps_between_groups_are_dropped(void **state)
{
	(void)state;
	READS(" 36 02 04 121187 0001 ", "3602041211870001");
	READS("36.02.04.121187.0001", "3602041211870001");
	READS("360204-121187-0001", "3602041211870001");
	READS("360204\xe2\x80\x93"
	      "121187\xe2\x80\x94"
	      "0001",
	    "3602041211870001");
	READS("360204\xc2\xa0"
	      "121187\xe3\x80\x80"
	      "0001",
	    "3602041211870001");
}

static void
full_width_digits_are_digits(void **state)
{
	(void)state;
	READS("\xef\xbc\x93\xef\xbc\x96\xef\xbc\x90\xef\xbc\x92"
	      "041211870001",
	    "3602041211870001");
	READS("\xef\xbc\x99"
	      "104131102909001",
	    "9104131102909001");
}

static void
other_lengths_are_refused_with_their_count(void **state)
{
	int n;

	(void)state;
	assert_string_equal(reading("360204121187000", &n), "field.nik.length");
	assert_int_equal(n, 15);
	assert_string_equal(
	    reading("36020412118700011", &n), "field.nik.length");
	assert_int_equal(n, 17);
	assert_string_equal(reading("", &n), "field.nik.length");
	assert_int_equal(n, 0);
	assert_string_equal(reading(" .-", &n), "field.nik.length");
	assert_int_equal(n, 0);
	assert_string_equal(
	    reading("3602041211870001360204121187000136020412118700013602", &n),
	    "field.nik.length");
	assert_int_equal(n, 52);
}

static void
other_letters_are_refused(void **state)
{
	int n;

	(void)state;
	assert_string_equal(
	    reading("36020412118700O1", &n), "field.nik.digits");
	assert_int_equal(n, 15);
	/* sixteen digits with more behind them are no NIK */
	READS("3602041211870001x", "field.nik.digits");
	READS("360204/121187/0001", "field.nik.digits");
	READS("+360204121187001", "field.nik.digits");
	READS("3602041211870001\xff", "field.nik.digits");
	/* digits of other scripts are refused: U+0663 */
	READS("\xd9\xa3"
	      "602041211870001",
	    "field.nik.digits");
}

static void
all_same_digits_cannot_exist(void **state)
{
	char nik[NIK_SIZE] = "";

	(void)state;
	for (char c = '0'; c <= '9'; c++) {
		memset(nik, c, NIK_SIZE - 1);
		READS(nik, "field.nik.same");
	}
}

static void
serial_0000_cannot_exist(void **state)
{
	(void)state;
	READS("3602041211870000", "field.nik.serial");
	READS("3602041211870010", "3602041211870010");
}

static void
day_and_month_must_be_in_range(void **state)
{
	static const struct {
		const char *nik;
		bool ok;
	} day[] = {
	    {"3171010001909001", false}, /* 00 */
	    {"3171010101909001", true},  /* 01 */
	    {"3171013101909001", true},  /* 31 */
	    {"3171013201909001", false}, /* 32 */
	    {"3171014001909001", false}, /* 40 */
	    {"3171014101909001", true},  /* 41 */
	    {"3171017101909001", true},  /* 71 */
	    {"3171017201909001", false}, /* 72 */
	    {"3171019901909001", false}, /* 99 */
	    {"3171010100909001", false}, /* month 00 */
	    {"3171010112909001", true},  /* month 12 */
	    {"3171010113909001", false}, /* month 13 */
	    {"3171013002909001", true},  /* 30 February, which is flagged */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(day) / sizeof(day[0]); i++)
		READS(day[i].nik, day[i].ok ? day[i].nik : "field.nik.date");
}

static void
published_examples_say_birth_and_sex(void **state)
{
	(void)state;
	assert_int_equal(
	    nik_compare("3602041211870001", day_of(1987, 11, 12), 'l'), 0);
	assert_int_equal(
	    nik_compare("3273056010900009", day_of(1990, 10, 20), 'p'), 0);
}

static void
another_birth_date_is_only_a_flag(void **state)
{
	const char *nik = "3602041211870001";

	(void)state;
	assert_int_equal(
	    nik_compare(nik, day_of(1987, 11, 13), 'l'), NIK_BIRTH);
	assert_int_equal(
	    nik_compare(nik, day_of(1987, 12, 12), 'l'), NIK_BIRTH);
	assert_int_equal(
	    nik_compare(nik, day_of(1988, 11, 12), 'l'), NIK_BIRTH);
}

static void
another_sex_is_only_a_flag(void **state)
{
	(void)state;
	assert_int_equal(
	    nik_compare("3602041211870001", day_of(1987, 11, 12), 'p'),
	    NIK_SEX);
	assert_int_equal(
	    nik_compare("3273056010900009", day_of(1990, 10, 20), 'l'),
	    NIK_SEX);
	assert_int_equal(
	    nik_compare("3273056010900009", day_of(1991, 10, 20), 'l'),
	    NIK_SEX | NIK_BIRTH);
}

static void
the_century_is_the_declared_one(void **state)
{
	const char *nik = "3171010203059001"; /* 2 March 05 */

	(void)state;
	assert_int_equal(nik_compare(nik, day_of(2005, 3, 2), 'l'), 0);
	assert_int_equal(nik_compare(nik, day_of(1905, 3, 2), 'l'), 0);
}

static void
a_date_in_no_century_is_a_flag(void **state)
{
	int32_t born = day_of(1990, 3, 2);

	(void)state;
	assert_int_equal(nik_compare("3171013002909001", born, 'l'),
	    NIK_DATE | NIK_BIRTH); /* 30 February */
	assert_int_equal(nik_compare("3171017104909001", born, 'p'),
	    NIK_DATE | NIK_BIRTH); /* 31 April, a woman */
	assert_int_equal(nik_compare("3171012902909001", born, 'l'),
	    NIK_DATE | NIK_BIRTH); /* 29 February 1990, 2090 */
	/* 29 February 00 was in 2000, not in 1900 */
	assert_int_equal(
	    nik_compare("3171012902009001", day_of(2000, 2, 29), 'l'), 0);
}

static void
the_mask_keeps_the_last_four_digits(void **state)
{
	char mask[NIK_MASK_SIZE];

	(void)state;
	nik_mask("3171014107909001", mask);
	assert_string_equal(mask, "...9001");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(published_examples_are_read),
	    cmocka_unit_test(gaps_between_groups_are_dropped),
	    cmocka_unit_test(full_width_digits_are_digits),
	    cmocka_unit_test(other_lengths_are_refused_with_their_count),
	    cmocka_unit_test(other_letters_are_refused),
	    cmocka_unit_test(all_same_digits_cannot_exist),
	    cmocka_unit_test(serial_0000_cannot_exist),
	    cmocka_unit_test(day_and_month_must_be_in_range),
	    cmocka_unit_test(published_examples_say_birth_and_sex),
	    cmocka_unit_test(another_birth_date_is_only_a_flag),
	    cmocka_unit_test(another_sex_is_only_a_flag),
	    cmocka_unit_test(the_century_is_the_declared_one),
	    cmocka_unit_test(a_date_in_no_century_is_a_flag),
	    cmocka_unit_test(the_mask_keeps_the_last_four_digits),
	};

	return RUN("nik", tests);
}
