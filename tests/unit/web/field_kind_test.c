/* field_kind_test.c - each kind of field with good and bad input. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "forms.h"

#include "base/day.h"
#include "queue/visit/code.h"

static void
a_secret_is_as_typed_and_never_shown(void **state)
{
	struct fields f = forms_read(state, "secret=+a++b+");

	assert_string_equal(field_text(&f, SECRET), " a  b ");
	assert_string_equal(field_at(&f, SECRET, 0)->typed, "");
	FAULT(SECRET, "secret=abc", "field.short");
	OKAY(SECRET, "secret=%c3%a9%c3%a9%c3%a9%c3%a9");
	FAULT(SECRET, "secret=%c3%a9%c3%a9%c3%a9", "field.short");
	FAULT(SECRET, "secret=0123456789abc", "field.long");
	f = forms_read(state, "secret=abc");
	assert_string_equal(field_at(&f, SECRET, 0)->typed, "");
}

static void
words_and_tokens_have_their_letters(void **state)
{
	READS(WORD, "word=a-0z", "a-0z");
	FAULT(WORD, "word=A", "field.choice");
	FAULT(WORD, "word=a_b", "field.choice");
	FAULT(WORD, "word=a/b", "field.choice");
	FAULT(WORD, "word=abcdefghi", "field.long");
	READS(TOKEN, "token=aZ09-_", "aZ09-_");
	FAULT(TOKEN, "token=a%3D", "field.choice");
	FAULT(TOKEN, "token=a%2Fb", "field.choice");
}

static void
a_login_is_ascii_and_made_small(void **state)
{
	READS(LOGIN, "login=+D.Hartati_2-x+", "d.hartati_2-x");
	READS(LOGIN, "login=%ef%bc%a1b", "ab");
	FAULT(LOGIN, "login=p%c3%a9tugas", "field.login");
	FAULT(LOGIN, "login=a+b", "field.login");
	FAULT(LOGIN, "login=a%40b", "field.login");
	FAULT(LOGIN, "login=012345678901234567890", "field.long");
}

static void
numbers_are_decimal_and_in_range(void **state)
{
	struct fields f = forms_read(state, "int=5&id=9223372036854775807");

	assert_int_equal(field_number(&f, INT), 5);
	assert_true(field_number(&f, ID) == INT64_MAX);
	f = forms_read(state, "int=+%ef%bc%93+");
	assert_int_equal(field_number(&f, INT), 3);
	OKAY(INT, "int=0");
	READS(INT, "int=005", "5");
	READS(INT, "int=%ef%bc%93", "3");
	READS(INT, "int=00", "0");
	FAULT(INT, "int=6", "field.number");
	FAULT(INT, "int=-1", "field.number");
	FAULT(INT, "int=%2B1", "field.number");
	FAULT(INT, "int=1e0", "field.number");
	FAULT(INT, "int=0x1", "field.number");
	FAULT(INT, "int=1+2", "field.number");
	/* more digits than any number has */
	FAULT(ID, "id=0000000000000000000000000000005x", "field.choice");
	FAULT(ID, "id=00000000000000000000000000000005x", "field.choice");
	FAULT(ID, "id=000000000000000000000000000005%f0%9f%98%80",
	    "field.choice");
	FAULT(ID, "id=0", "field.choice");
	FAULT(ID, "id=9223372036854775808", "field.choice");
	FAULT(
	    ID, "id=99999999999999999999999999999999999999999", "field.choice");
}

static void
a_date_is_a_past_day_of_three_parts(void **state)
{
	struct fields f =
	    forms_read(state, "date-day=+14+&date-month=3&date-year=1988");

	assert_int_equal(f.errors, 0);
	assert_int_equal(field_number(&f, DATE), day_of(1988, 3, 14));
	assert_string_equal(field_at(&f, DATE, 0)->day, " 14 ");
	OKAY(DATE, "date-day=29&date-month=2&date-year=2000");
	OKAY(DATE, "date-day=%ef%bc%91&date-month=01&date-year=1900");
	FAULT(DATE, "date-month=3&date-year=1988", "field.date.day");
	FAULT(DATE, "date-day=14&date-year=1988", "field.date.month");
	FAULT(DATE, "date-day=14&date-month=3", "field.date.year");
	FAULT(DATE, "date-day=14&date-month=3&date-year=+", "field.date.year");
	FAULT(DATE, "date-day=a&date-month=3&date-year=1988",
	    "field.date.number");
	FAULT(DATE, "date-day=-1&date-month=3&date-year=1988",
	    "field.date.number");
	FAULT(DATE, "date-day=14&date-month=13&date-year=1988",
	    "field.date.number");
	FAULT(DATE, "date-day=32&date-month=1&date-year=1988",
	    "field.date.number");
	FAULT(DATE, "date-day=4294967297&date-month=1&date-year=1988",
	    "field.date.number");
	FAULT(DATE, "date-day=14&date-month=3&date-year=88", "field.date.four");
	FAULT(
	    DATE, "date-day=30&date-month=2&date-year=1988", "field.date.none");
	FAULT(
	    DATE, "date-day=29&date-month=2&date-year=1900", "field.date.none");
	FAULT(
	    DATE, "date-day=0&date-month=2&date-year=1988", "field.date.none");
	/* in Papua the 3rd has begun */
	OKAY(DATE, "date-day=3&date-month=12&date-year=2026");
	FAULT(DATE, "date-day=4&date-month=12&date-year=2026",
	    "field.date.range");
	FAULT(DATE, "date-day=31&date-month=12&date-year=1899",
	    "field.date.range");
	FAULT(
	    DATE, "date-day=1&date-month=1&date-year=2999", "field.date.range");
}

static void
the_other_parts_of_a_bad_date_are_kept(void **state)
{
	struct fields f = forms_read(state, "date-day=x&date-year=19");

	assert_string_equal(field_at(&f, DATE, 0)->day, "x");
	assert_string_equal(field_at(&f, DATE, 0)->month, "");
	assert_string_equal(field_at(&f, DATE, 0)->year, "19");
	assert_true(field_given(&f, DATE));
}

static void
a_date_with_bounds_lies_within_them(void **state)
{
	struct fields f =
	    forms_read(state, "ahead-day=24&ahead-month=12&ahead-year=2026");

	assert_int_equal(f.errors, 0);
	assert_int_equal(field_number(&f, AHEAD), day_of(2026, 12, 24));
	/* now it is the 2nd in Jakarta and the 3rd in Papua */
	OKAY(AHEAD, "ahead-day=2&ahead-month=12&ahead-year=2026");
	OKAY(AHEAD, "ahead-day=2&ahead-month=1&ahead-year=2027");
	FAULT(AHEAD, "ahead-day=1&ahead-month=12&ahead-year=2026",
	    "field.date.bounds");
	FAULT(AHEAD, "ahead-day=3&ahead-month=1&ahead-year=2027",
	    "field.date.bounds");
	FAULT(AHEAD, "ahead-day=24&ahead-month=12&ahead-year=26",
	    "field.date.four");
	OKAY(AROUND, "around-day=25&around-month=11&around-year=2026");
	OKAY(AROUND, "around-day=2&around-month=12&around-year=2026");
	FAULT(AROUND, "around-day=24&around-month=11&around-year=2026",
	    "field.date.bounds");
	FAULT(AROUND, "around-day=3&around-month=12&around-year=2026",
	    "field.date.bounds");
}

static void
a_time_of_day_is_read_as_people_write_it(void **state)
{
	static const struct {
		const char *typed, *text;
		int minute;
	} good[] = {
	    {"8:00", "08:00", 480},
	    {"08.00", "08:00", 480},
	    {"0800", "08:00", 480},
	    {"800", "08:00", 480},
	    {"+7.05+", "07:05", 425},
	    {"0:00", "00:00", 0},
	    {"23:59", "23:59", 1439},
	    {"24.00", "24:00", 1440},
	    {"%ef%bc%98:%ef%bc%90%ef%bc%90", "08:00", 480},
	};
	static const char *const bad[] = {"8", "08", "8:0", "8:000", "24:01",
	    "25.00", "8:60", "a:00", "8-00", "8:00+WIB", "-8:00", ":00",
	    "8:", "08000", "8..00", "8:+0", "99999"};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		char text[64];
		struct fields f;

		snprintf(text, sizeof(text), "minute=%s", good[i].typed);
		f = forms_read(state, text);
		assert_int_equal(f.errors, 0);
		assert_int_equal(field_number(&f, MINUTE), good[i].minute);
		assert_string_equal(field_text(&f, MINUTE), good[i].text);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		char text[64];

		snprintf(text, sizeof(text), "minute=%s", bad[i]);
		FAULT(MINUTE, text, "field.minute");
	}
}

static void
a_choice_is_one_of_its_words(void **state)
{
	struct fields f = forms_read(state, "choice=officer");

	assert_int_equal(field_choice(&f, CHOICE), 0);
	f = forms_read(state, "choice=national");
	assert_int_equal(field_choice(&f, CHOICE), 2);
	assert_int_equal(field_number(&f, CHOICE), 2);
	assert_string_equal(field_text(&f, CHOICE), "national");
	FAULT(CHOICE, "choice=Admin", "field.choice");
	FAULT(CHOICE, "choice=adm", "field.choice");
	FAULT(CHOICE, "choice=admin+national", "field.choice");
	f = forms_read(state, "choice=root");
	assert_int_equal(field_choice(&f, CHOICE), -1);
	f = forms_read(state, "choice=");
	assert_int_equal(f.errors, 0);
	assert_int_equal(field_choice(&f, CHOICE), -1);
}

static void
a_text_has_lines(void **state)
{
	struct fields f;

	READS(TEXT, "text=a%0D%0Ab%0Dc%0Ad", "a\nb\nc\nd");
	READS(TEXT, "text=%0D%0A++%0D%0A+a+b+%09%0D%0A%0D%0A++c%0D%0A+%0D%0A",
	    " a b\n\n  c");
	READS(TEXT, "text=a%09b", "a\tb");
	f = forms_read(state, "text=a%0D%0A%0D%0Ab+");
	assert_string_equal(field_at(&f, TEXT, 0)->typed, "a\n\nb ");
	f = forms_read(state, "text=%0D%0A+%0D%0A");
	assert_int_equal(f.errors, 0);
	assert_false(field_given(&f, TEXT));
	/* a line end counts as one byte, also CR LF */
	OKAY(TEXT, "text=01234567890123456789%0D%0A0123456789012345678");
	FAULT(TEXT, "text=01234567890123456789%0D%0A01234567890123456789",
	    "field.long");
	FAULT(TEXT, "text=a%00", "field.letters");
	FAULT(TEXT, "text=a%1B", "field.letters");
	f = forms_read(state, "text=a%0D%0Ab%1B%ff");
	assert_string_equal(field_at(&f, TEXT, 0)->typed, "a\nb \xef\xbf\xbd");
}

static void
a_day_is_written_as_iso_8601(void **state)
{
	struct fields f = forms_read(state, "day=2026-11-22");

	assert_int_equal(field_number(&f, DAY), day_of(2026, 11, 22));
	FAULT(DAY, "day=2026-02-30", "field.day");
	FAULT(DAY, "day=22-11-2026", "field.day");
	FAULT(DAY, "day=2026-11-22x", "field.day");
}

static void
a_booking_code_is_read_as_people_type_it(void **state)
{
	char code[CODE_SIZE], typed[32];
	struct fields f;

	code_new(code);
	snprintf(typed, sizeof(typed), "code=%.4s-%.4s+%s", code, code + 4,
	    code + 8);
	for (char *p = typed + 5; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p += 'a' - 'A';
	f = forms_read(state, typed);
	assert_int_equal(f.errors, 0);
	assert_string_equal(field_text(&f, CODE), code);
	FAULT(CODE, "code=AAAA-AAAA", "field.code");
}

static void
an_email_has_one_at_and_a_host_with_a_point(void **state)
{
	READS(EMAIL, "email=+Ratna%2Bpaspor%40contoh.id+",
	    "Ratna+paspor@contoh.id");
	OKAY(EMAIL, "email=a%40b.c.d");
	FAULT(EMAIL, "email=contoh.id", "field.email");
	FAULT(EMAIL, "email=%40contoh.id", "field.email");
	FAULT(EMAIL, "email=a%40contoh", "field.email");
	FAULT(EMAIL, "email=a%40.id", "field.email");
	FAULT(EMAIL, "email=a%40contoh.", "field.email");
	FAULT(EMAIL, "email=a%40b%40contoh.id", "field.email");
	FAULT(EMAIL, "email=a%40contoh..id", "field.email");
	FAULT(EMAIL, "email=a+b%40contoh.id", "field.email");
	FAULT(EMAIL, "email=%3Ca%40contoh.id%3E", "field.email");
	FAULT(EMAIL, "email=a%40contoh.id,b", "field.email");
}

static void
a_phone_is_kept_as_plus_and_digits(void **state)
{
	READS(PHONE, "phone=0812-3456+7890", "081234567890");
	READS(PHONE, "phone=%2B62+(812)+345.6789", "+628123456789");
	READS(PHONE,
	    "phone=%ef%bc%90"
	    "8123456789",
	    "08123456789");
	FAULT(PHONE, "phone=0812345", "field.phone");
	FAULT(PHONE, "phone=0812345678901234", "field.phone");
	FAULT(PHONE, "phone=0812+3456x", "field.phone");
	FAULT(PHONE, "phone=0812%2B34567", "field.phone");
}

static void
a_box_is_there_or_not(void **state)
{
	struct fields f = forms_read(state, "check=1");

	assert_true(field_given(&f, CHECK));
	f = forms_read(state, "check=");
	assert_false(field_given(&f, CHECK));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_secret_is_as_typed_and_never_shown),
	    cmocka_unit_test(words_and_tokens_have_their_letters),
	    cmocka_unit_test(a_login_is_ascii_and_made_small),
	    cmocka_unit_test(numbers_are_decimal_and_in_range),
	    cmocka_unit_test(a_date_is_a_past_day_of_three_parts),
	    cmocka_unit_test(the_other_parts_of_a_bad_date_are_kept),
	    cmocka_unit_test(a_date_with_bounds_lies_within_them),
	    cmocka_unit_test(a_time_of_day_is_read_as_people_write_it),
	    cmocka_unit_test(a_choice_is_one_of_its_words),
	    cmocka_unit_test(a_text_has_lines),
	    cmocka_unit_test(a_day_is_written_as_iso_8601),
	    cmocka_unit_test(a_booking_code_is_read_as_people_type_it),
	    cmocka_unit_test(an_email_has_one_at_and_a_host_with_a_point),
	    cmocka_unit_test(a_phone_is_kept_as_plus_and_digits),
	    cmocka_unit_test(a_box_is_there_or_not),
	};

	return cmocka_run_group_tests_name(
	    "field_kind", tests, forms_begin, forms_end);
}
