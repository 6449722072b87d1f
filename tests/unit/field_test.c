/* field_test.c - the declared fields of a form, typed and judged. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "unit.h"

#include "base/day.h"
#include "base/token.h"
#include "web/form/field.h"

#define NOW INT64_C(1796223600) /* 2 December 2026, 15.00 UTC */

enum {
	LINE,
	SECRET,
	WORD,
	INT,
	ID,
	DATE,
	DAY,
	CODE,
	TOKEN,
	EMAIL,
	PHONE,
	CHECK,
	WHO,
	BORN,
	FIELDS
};
static const struct field spec[FIELDS] = {
    [LINE] = {.name = "line", .kind = FIELD_LINE, .high = 10},
    [SECRET] = {.name = "secret", .kind = FIELD_SECRET, .low = 4, .high = 12},
    [WORD] = {.name = "word", .kind = FIELD_WORD, .high = 8},
    [INT] = {.name = "int", .kind = FIELD_INT, .low = -1, .high = 5},
    [ID] = {.name = "id", .kind = FIELD_ID},
    [DATE] = {.name = "date", .kind = FIELD_DATE},
    [DAY] = {.name = "day", .kind = FIELD_DAY},
    [CODE] = {.name = "code", .kind = FIELD_CODE, .high = 40},
    [TOKEN] = {.name = "token", .kind = FIELD_TOKEN, .high = 8},
    [EMAIL] = {.name = "email", .kind = FIELD_EMAIL, .high = 254},
    [PHONE] = {.name = "phone", .kind = FIELD_PHONE, .high = 40},
    [CHECK] = {.name = "check", .kind = FIELD_CHECK, .high = 1},
    [WHO] = {.name = "who", .kind = FIELD_WORD, .high = 4, .items = 3},
    [BORN] = {.name = "born", .kind = FIELD_DATE, .items = 2},
};

static int
begin(void **state)
{
	static struct arena a;

	arena_init(&a, 4096);
	*state = &a;
	return 0;
}

static int
end(void **state)
{
	arena_free(*state);
	return 0;
}

static struct fields
form(void **state, const char *text)
{
	struct fields f;

	assert_int_equal(
	    fields_read(&f, *state, spec, FIELDS, text, strlen(text), NOW), OK);
	return f;
}

/* The fault of the only field of a form, "" for none. */
static const char *
fault(void **state, int index, const char *text)
{
	struct fields f = form(state, text);
	const char *error = field_at(&f, (size_t)index, 0)->error;

	assert_int_equal(f.errors, error != NULL);
	return error == NULL ? "" : error;
}

#define OKAY(index, text) assert_string_equal(fault(state, (index), (text)), "")
#define FAULT(index, text, key)                                                \
	assert_string_equal(fault(state, (index), (text)), (key))
#define READS(index, form_text, want)                                          \
	do {                                                                   \
		struct fields f_ = form(state, (form_text));                   \
		assert_int_equal(f_.errors, 0);                                \
		assert_string_equal(field_text(&f_, (index)), (want));         \
	} while (0)

static void
nothing_is_no_fault_unless_asked_for(void **state)
{
	static const struct field must[] = {
	    {.name = "a", .kind = FIELD_LINE, .high = 9},
	    {.name = "b", .kind = FIELD_DATE},
	    {.name = "c", .kind = FIELD_CHECK},
	};
	struct fields f = form(state, "");

	assert_int_equal(f.errors, 0);
	for (size_t i = 0; i < FIELDS; i++) {
		assert_string_equal(field_text(&f, i), "");
		assert_false(field_given(&f, i));
		assert_string_equal(field_at(&f, i, 0)->typed, "");
		assert_string_equal(field_at(&f, i, 0)->year, "");
	}
	assert_int_equal(
	    fields_read(&f, *state, must, 3, "a=++&b-day=", 11, NOW), OK);
	assert_int_equal(f.errors, 0);
	fields_need(&f, 0, 2);
	assert_int_equal(f.errors, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(field_at(&f, i, 0)->error, "field.missing");
}

static void
undeclared_fields_are_not_looked_at(void **state)
{
	struct fields f =
	    form(state, "other=1&lin=2&lines=3&line-0=4&date=5&who=6&who-3=7"
			"&who-x=8&date-hour=9&born-0=1&born-2-day=1&=1&&");

	assert_int_equal(f.errors, 0);
	for (size_t i = 0; i < FIELDS; i++)
		assert_false(field_given(&f, i));
}

static void
escapes_are_undone(void **state)
{
	READS(LINE, "line=a+b%20c%2B", "a b c+");
	READS(LINE, "l%69ne=x", "x");
	READS(LINE, "line=a%3Db=c", "a=b=c");
	READS(LINE, "line=%e2%82%aC", "\xe2\x82\xac");
}

static void
a_nul_or_broken_escape_is_a_fault_of_its_field(void **state)
{
	static const char *const broken[] = {"line=%", "line=%4", "line=%4g",
	    "line=%zz", "line=a%00b", "line=%00"};
	static const char nul[] = {'l', 'i', 'n', 'e', '=', '\0', 'x'};
	struct fields f;

	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
		FAULT(LINE, broken[i], "field.letters");
	assert_int_equal(
	    fields_read(&f, *state, spec, FIELDS, nul, sizeof(nul), NOW), OK);
	assert_string_equal(field_at(&f, LINE, 0)->error, "field.letters");
	f = form(state, "%00=1&x=%&li%6=1&line=a");
	assert_int_equal(f.errors, 0);
	assert_string_equal(field_text(&f, LINE), "a");
}

static void
what_came_damaged_is_kept_as_far_as_it_is_text(void **state)
{
	struct fields f = form(state,
	    "line=a%ffb%c3%a9%00&date-day=1%09&date-month=2&date-year=1990");

	assert_string_equal(field_at(&f, LINE, 0)->typed,
	    "a\xef\xbf\xbd"
	    "b\xc3\xa9\xef\xbf\xbd");
	assert_string_equal(field_text(&f, LINE), "");
	assert_string_equal(field_at(&f, DATE, 0)->day, "1 ");
	assert_string_equal(field_at(&f, DATE, 0)->year, "1990");
	f = form(state, "line=a%0d%0ab%c2%85%7f&secret=abcd%00");
	assert_string_equal(field_at(&f, LINE, 0)->typed, "a  b  ");
	assert_string_equal(field_at(&f, SECRET, 0)->typed, "");
	/* sent again as it was shown, it is still no text of anybody */
	FAULT(LINE, "line=a%ef%bf%bdb", "field.letters");
}

static void
more_than_200_pairs_are_refused(void **state)
{
	char text[2 * 201];
	struct fields f;

	for (size_t i = 0; i < 201; i++)
		memcpy(text + 2 * i, "x&", 2);
	assert_int_equal(
	    fields_read(&f, *state, spec, FIELDS, text, 2 * 200, NOW), OK);
	assert_int_equal(
	    fields_read(&f, *state, spec, FIELDS, text, 2 * 201, NOW),
	    ERR_INPUT);
}

static void
a_field_sent_twice_is_a_fault(void **state)
{
	struct fields f = form(state, "line=a&line=b&who-1=x&who-2=y");

	assert_int_equal(f.errors, 1);
	assert_string_equal(field_at(&f, LINE, 0)->error, "field.repeated");
	assert_string_equal(field_text(&f, LINE), "");
	FAULT(DATE, "date-day=1&date-day=2", "field.repeated");
}

static void
text_is_utf8_without_controls(void **state)
{
	FAULT(LINE, "line=%ff", "field.letters");
	FAULT(LINE, "line=%c0%80", "field.letters");
	FAULT(LINE, "line=%ed%a0%80", "field.letters");
	FAULT(LINE, "line=a%0ab", "field.letters");
	FAULT(LINE, "line=a%0d", "field.letters");
	FAULT(LINE, "line=%c2%85", "field.letters");
	FAULT(LINE, "line=%7f", "field.letters");
	FAULT(SECRET, "secret=abcd%01", "field.letters");
	FAULT(
	    DATE, "date-day=%ff&date-month=1&date-year=1990", "field.letters");
}

static void
lines_are_squeezed_and_bounded(void **state)
{
	struct fields f = form(state, "line=+a%c2%a0+b+");

	assert_string_equal(field_text(&f, LINE), "a b");
	assert_string_equal(field_at(&f, LINE, 0)->typed, " a\xc2\xa0 b ");
	OKAY(LINE, "line=0123456789");
	OKAY(LINE, "line=++0123456789+");
	f = form(state, "line=0123456789a");
	assert_string_equal(field_at(&f, LINE, 0)->error, "field.long");
	assert_int_equal(field_at(&f, LINE, 0)->limit, 10);
	assert_string_equal(field_at(&f, LINE, 0)->typed, "0123456789a");
}

static void
a_secret_is_as_typed_and_never_shown(void **state)
{
	struct fields f = form(state, "secret=+a++b+");

	assert_string_equal(field_text(&f, SECRET), " a  b ");
	assert_string_equal(field_at(&f, SECRET, 0)->typed, "");
	FAULT(SECRET, "secret=abc", "field.short");
	OKAY(SECRET, "secret=%c3%a9%c3%a9%c3%a9%c3%a9");
	FAULT(SECRET, "secret=%c3%a9%c3%a9%c3%a9", "field.short");
	FAULT(SECRET, "secret=0123456789abc", "field.long");
	f = form(state, "secret=abc");
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
numbers_are_decimal_and_in_range(void **state)
{
	struct fields f = form(state, "int=5&id=9223372036854775807");

	assert_int_equal(field_number(&f, INT), 5);
	assert_true(field_number(&f, ID) == INT64_MAX);
	f = form(state, "int=+%ef%bc%93+");
	assert_int_equal(field_number(&f, INT), 3);
	OKAY(INT, "int=0");
	OKAY(INT, "int=005");
	FAULT(INT, "int=6", "field.number");
	FAULT(INT, "int=-1", "field.number");
	FAULT(INT, "int=%2B1", "field.number");
	FAULT(INT, "int=1e0", "field.number");
	FAULT(INT, "int=0x1", "field.number");
	FAULT(INT, "int=1+2", "field.number");
	/* whatever stands behind more digits than any number has */
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
	    form(state, "date-day=+14+&date-month=3&date-year=1988");

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
	/* it is the 3rd in Papua already */
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
	struct fields f = form(state, "date-day=x&date-year=19");

	assert_string_equal(field_at(&f, DATE, 0)->day, "x");
	assert_string_equal(field_at(&f, DATE, 0)->month, "");
	assert_string_equal(field_at(&f, DATE, 0)->year, "19");
	assert_true(field_given(&f, DATE));
}

static void
a_day_is_written_as_iso_8601(void **state)
{
	struct fields f = form(state, "day=2026-11-22");

	assert_int_equal(field_number(&f, DAY), day_of(2026, 11, 22));
	FAULT(DAY, "day=2026-02-30", "field.day");
	FAULT(DAY, "day=22-11-2026", "field.day");
	FAULT(DAY, "day=2026-11-22x", "field.day");
}

static void
a_booking_code_is_read_as_people_type_it(void **state)
{
	char code[TOKEN_CODE_SIZE], typed[32];
	struct fields f;

	token_code(code);
	snprintf(typed, sizeof(typed), "code=%.4s-%.4s+%s", code, code + 4,
	    code + 8);
	for (char *p = typed + 5; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p += 'a' - 'A';
	f = form(state, typed);
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
	struct fields f = form(state, "check=1");

	assert_true(field_given(&f, CHECK));
	f = form(state, "check=");
	assert_false(field_given(&f, CHECK));
}

static void
items_are_told_apart(void **state)
{
	struct fields f = form(state, "who-0=a&who-2=C&born-1-day=1"
				      "&born-1-month=2&born-1-year=1990");

	assert_string_equal(field_at(&f, WHO, 0)->text, "a");
	assert_false(field_at(&f, WHO, 1)->given);
	assert_string_equal(field_at(&f, WHO, 2)->error, "field.choice");
	assert_int_equal(field_at(&f, BORN, 1)->number, day_of(1990, 2, 1));
	assert_false(field_at(&f, BORN, 0)->given);
	assert_int_equal(f.errors, 1);
}

static void
a_later_fault_does_not_hide_the_first(void **state)
{
	struct fields f = form(state, "id=0");

	field_fail(&f, ID, "field.choose");
	assert_string_equal(field_at(&f, ID, 0)->error, "field.choice");
	assert_int_equal(f.errors, 1);
	field_fail_at(&f, WHO, 1, "field.choose", 7);
	assert_string_equal(field_at(&f, WHO, 1)->error, "field.choose");
	assert_int_equal(field_at(&f, WHO, 1)->limit, 7);
	assert_int_equal(f.errors, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_is_no_fault_unless_asked_for),
	    cmocka_unit_test(undeclared_fields_are_not_looked_at),
	    cmocka_unit_test(escapes_are_undone),
	    cmocka_unit_test(a_nul_or_broken_escape_is_a_fault_of_its_field),
	    cmocka_unit_test(what_came_damaged_is_kept_as_far_as_it_is_text),
	    cmocka_unit_test(more_than_200_pairs_are_refused),
	    cmocka_unit_test(a_field_sent_twice_is_a_fault),
	    cmocka_unit_test(text_is_utf8_without_controls),
	    cmocka_unit_test(lines_are_squeezed_and_bounded),
	    cmocka_unit_test(a_secret_is_as_typed_and_never_shown),
	    cmocka_unit_test(words_and_tokens_have_their_letters),
	    cmocka_unit_test(numbers_are_decimal_and_in_range),
	    cmocka_unit_test(a_date_is_a_past_day_of_three_parts),
	    cmocka_unit_test(the_other_parts_of_a_bad_date_are_kept),
	    cmocka_unit_test(a_day_is_written_as_iso_8601),
	    cmocka_unit_test(a_booking_code_is_read_as_people_type_it),
	    cmocka_unit_test(an_email_has_one_at_and_a_host_with_a_point),
	    cmocka_unit_test(a_phone_is_kept_as_plus_and_digits),
	    cmocka_unit_test(a_box_is_there_or_not),
	    cmocka_unit_test(items_are_told_apart),
	    cmocka_unit_test(a_later_fault_does_not_hide_the_first),
	};

	return cmocka_run_group_tests_name("field", tests, begin, end);
}
