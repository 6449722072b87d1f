/* field_test.c - the declared fields of a form: read and judged. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "forms.h"

#include "base/day.h"

static void
nothing_is_no_fault_unless_asked_for(void **state)
{
	struct fields f = forms_read(state, "");

	assert_int_equal(f.errors, 0);
	for (size_t i = 0; i < FIELDS; i++) {
		assert_string_equal(field_text(&f, i), "");
		assert_false(field_given(&f, i));
		assert_string_equal(field_at(&f, i, 0)->typed, "");
		assert_string_equal(field_at(&f, i, 0)->year, "");
	}
	fields_require(&f);
	assert_int_equal(f.errors, 0);
}

/* Posts TEXT to a table of fields that different buttons require.  Returns the
 * fault of field INDEX; "" if the field has none. */
static const char *
asked(void **state, size_t index, int item, const char *text)
{
	static const char *const words[] = {"save", "drop", "look", NULL};
	static const struct field must[] = {
	    {.name = "a",
		.kind = FIELD_LINE,
		.high = 9,
		.required = FIELD_ON_POST},
	    {.name = "b", .kind = FIELD_DATE, .required = "save look"},
	    {.name = "c",
		.kind = FIELD_CHECK,
		.required = "drop",
		.missing = "field.agree"},
	    {.name = "d",
		.kind = FIELD_CHOICE,
		.choice = words,
		.required = "save"},
	    {.name = "e", .kind = FIELD_WORD, .items = 2, .required = "save"},
	    {.name = "step", .kind = FIELD_CHOICE, .choice = words},
	};
	struct fields f;
	const char *error;

	assert_int_equal(
	    fields_read(&f, *state, must, 6, text, strlen(text), NOW), OK);
	assert_int_equal(f.errors, 0);
	fields_require(&f);
	error = field_at(&f, index, item)->error;
	return error == NULL ? "" : error;
}

static void
a_post_must_have_what_its_button_needs(void **state)
{
	assert_string_equal(asked(state, 0, 0, ""), "field.missing");
	assert_string_equal(
	    asked(state, 0, 0, "a=++&step=drop"), "field.missing");
	assert_string_equal(asked(state, 0, 0, "a=x"), "");
	assert_string_equal(asked(state, 1, 0, "b-day="), "");
	assert_string_equal(
	    asked(state, 1, 0, "b-day=&step=save"), "field.missing");
	assert_string_equal(asked(state, 1, 0, "step=look"), "field.missing");
	assert_string_equal(asked(state, 1, 0, "step=drop"), "");
	assert_string_equal(asked(state, 2, 0, "step=drop"), "field.agree");
	assert_string_equal(asked(state, 2, 0, "step=drop&c=1"), "");
	assert_string_equal(asked(state, 3, 0, "step=save"), "field.choose");
	assert_string_equal(
	    asked(state, 4, 1, "step=save&e-0=x"), "field.missing");
	assert_string_equal(asked(state, 4, 0, "step=save&e-0=x"), "");
}

static void
undeclared_fields_are_not_looked_at(void **state)
{
	struct fields f = forms_read(state,
	    "other=1&lin=2&lines=3&line-0=4&date=5&who=6&who-3=7"
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
	    fields_read(&f, *state, forms_spec, FIELDS, nul, sizeof(nul), NOW),
	    OK);
	assert_string_equal(field_at(&f, LINE, 0)->error, "field.letters");
	f = forms_read(state, "%00=1&x=%&li%6=1&line=a");
	assert_int_equal(f.errors, 0);
	assert_string_equal(field_text(&f, LINE), "a");
}

static void
what_came_damaged_is_kept_as_far_as_it_is_text(void **state)
{
	struct fields f = forms_read(state,
	    "line=a%ffb%c3%a9%00&date-day=1%09&date-month=2&date-year=1990");

	assert_string_equal(field_at(&f, LINE, 0)->typed,
	    "a\xef\xbf\xbd"
	    "b\xc3\xa9\xef\xbf\xbd");
	assert_string_equal(field_text(&f, LINE), "");
	assert_string_equal(field_at(&f, DATE, 0)->day, "1 ");
	assert_string_equal(field_at(&f, DATE, 0)->year, "1990");
	f = forms_read(state, "line=a%0d%0ab%c2%85%7f&secret=abcd%00");
	assert_string_equal(field_at(&f, LINE, 0)->typed, "a  b  ");
	assert_string_equal(field_at(&f, SECRET, 0)->typed, "");
	/* sent again as the form showed it, the entry is still invalid */
	FAULT(LINE, "line=a%ef%bf%bdb", "field.letters");
}

static void
more_than_500_pairs_are_refused(void **state)
{
	char text[2 * 501];
	struct fields f;

	for (size_t i = 0; i < 501; i++)
		memcpy(text + 2 * i, "x&", 2);
	assert_int_equal(
	    fields_read(&f, *state, forms_spec, FIELDS, text, 2 * 500, NOW),
	    OK);
	assert_int_equal(
	    fields_read(&f, *state, forms_spec, FIELDS, text, 2 * 501, NOW),
	    ERR_INPUT);
}

static void
a_field_sent_twice_is_a_fault(void **state)
{
	struct fields f = forms_read(state, "line=a&line=b&who-1=x&who-2=y");

	assert_int_equal(f.errors, 1);
	assert_string_equal(field_at(&f, LINE, 0)->error, "field.repeated");
	assert_string_equal(field_text(&f, LINE), "");
	assert_true(field_given(&f, LINE));
	FAULT(DATE, "date-day=1&date-day=2", "field.repeated");
}

/* A form with a different fault in every field that can have one. */
static void
a_refused_field_has_no_text_and_no_number(void **state)
{
	struct fields f = forms_read(state,
	    "line=0123456789a&secret=abc&word=A+B&login=%C3%A9&int=6&id=0&date-day=1"
	    "&date-month=1&date-year=2999&day=2026-02-30&code=AAAA"
	    "&token=a%2Fb&email=a%40b&phone=0812&check=11&who-1=%C2%BF"
	    "&born-0-day=31&born-0-month=2&born-0-year=2001&text=%01"
	    "&choice=root&minute=25:00&ahead-day=1&around-day=2"
	    "&many-0=1&many-0=2&quota-0-0=100");

	for (size_t i = 0; i < FIELDS; i++) {
		const struct field_value *v = field_at(&f, i, i == WHO);

		assert_non_null(v->error);
		assert_string_equal(v->text, "");
		assert_int_equal(v->number, 0);
		assert_true(v->given);
	}
	assert_string_equal(field_at(&f, WORD, 0)->typed, "A B");
	assert_string_equal(field_at(&f, DATE, 0)->year, "2999");
}

static void
a_field_refused_later_has_none_either(void **state)
{
	struct fields f = forms_read(
	    state, "line=a&int=5&date-day=1&date-month=1&date-year=1990");
	static const size_t came[] = {LINE, INT, DATE};

	for (size_t i = 0; i < 3; i++) {
		field_fail(&f, came[i], "field.choice");
		assert_string_equal(field_text(&f, came[i]), "");
		assert_int_equal(field_number(&f, came[i]), 0);
		assert_true(field_given(&f, came[i]));
	}
	assert_string_equal(field_at(&f, LINE, 0)->typed, "a");
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
	struct fields f = forms_read(state, "line=+a%c2%a0+b+");

	assert_string_equal(field_text(&f, LINE), "a b");
	assert_string_equal(field_at(&f, LINE, 0)->typed, " a\xc2\xa0 b ");
	OKAY(LINE, "line=0123456789");
	OKAY(LINE, "line=++0123456789+");
	f = forms_read(state, "line=0123456789a");
	assert_string_equal(field_at(&f, LINE, 0)->error, "field.long");
	assert_int_equal(field_at(&f, LINE, 0)->limit, 10);
	assert_string_equal(field_at(&f, LINE, 0)->typed, "0123456789a");
}

static void
items_are_told_apart(void **state)
{
	struct fields f = forms_read(state, "who-0=a&who-2=C&born-1-day=1"
					    "&born-1-month=2&born-1-year=1990");

	assert_string_equal(field_at(&f, WHO, 0)->text, "a");
	assert_false(field_at(&f, WHO, 1)->given);
	assert_string_equal(field_at(&f, WHO, 2)->error, "field.choice");
	assert_int_equal(field_at(&f, BORN, 1)->number, day_of(1990, 2, 1));
	assert_false(field_at(&f, BORN, 0)->given);
	assert_int_equal(f.errors, 1);
}

static void
as_many_items_as_declared_are_read(void **state)
{
	struct fields f =
	    forms_read(state, "many-0=1&many-10=1&many-109=1&many-199=1");
	int given = 0;

	for (int i = 0; i < 200; i++)
		given += field_at(&f, MANY, i)->given;
	assert_int_equal(given, 4);
	assert_true(field_at(&f, MANY, 0)->given);
	assert_true(field_at(&f, MANY, 10)->given);
	assert_true(field_at(&f, MANY, 109)->given);
	assert_true(field_at(&f, MANY, 199)->given);
}

static void
cells_are_told_apart_by_row_and_column(void **state)
{
	char text[7 * 12 * sizeof("quota-6-11=99&")], *p = text;
	struct fields f;

	for (int r = 0; r < 7; r++)
		for (int c = 0; c < 12; c++)
			p += snprintf(p, (size_t)(text + sizeof(text) - p),
			    "quota-%d-%d=%d&", r, c, r * 13 + c);
	f = forms_read(state, text);
	assert_int_equal(f.errors, 0);
	for (int r = 0; r < 7; r++)
		for (int c = 0; c < 12; c++)
			assert_int_equal(
			    field_at(&f, QUOTA, r * 12 + c)->number,
			    r * 13 + c);
	f = forms_read(state, "quota-6-11=100&quota-0-3=x&quota-3-0=");
	assert_int_equal(f.errors, 2);
	assert_string_equal(
	    field_at(&f, QUOTA, 6 * 12 + 11)->error, "field.number");
	assert_int_equal(field_at(&f, QUOTA, 6 * 12 + 11)->number, 0);
	assert_string_equal(field_at(&f, QUOTA, 3)->error, "field.number");
	assert_false(field_at(&f, QUOTA, 3 * 12)->given);
}

static void
a_later_fault_does_not_hide_the_first(void **state)
{
	struct fields f = forms_read(state, "id=0");

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
	    cmocka_unit_test(a_post_must_have_what_its_button_needs),
	    cmocka_unit_test(undeclared_fields_are_not_looked_at),
	    cmocka_unit_test(escapes_are_undone),
	    cmocka_unit_test(a_nul_or_broken_escape_is_a_fault_of_its_field),
	    cmocka_unit_test(what_came_damaged_is_kept_as_far_as_it_is_text),
	    cmocka_unit_test(more_than_500_pairs_are_refused),
	    cmocka_unit_test(a_field_sent_twice_is_a_fault),
	    cmocka_unit_test(a_refused_field_has_no_text_and_no_number),
	    cmocka_unit_test(a_field_refused_later_has_none_either),
	    cmocka_unit_test(text_is_utf8_without_controls),
	    cmocka_unit_test(lines_are_squeezed_and_bounded),
	    cmocka_unit_test(items_are_told_apart),
	    cmocka_unit_test(as_many_items_as_declared_are_read),
	    cmocka_unit_test(cells_are_told_apart_by_row_and_column),
	    cmocka_unit_test(a_later_fault_does_not_hide_the_first),
	};

	return cmocka_run_group_tests_name(
	    "field", tests, forms_begin, forms_end);
}
