/* field_carry_test.c - the fields of a form that a program forgets, and the
 * name=value pairs that it can send again in hidden inputs. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "unit.h"

#include "web/form/field.h"

#define NOW INT64_C(1796223600) /* 2 December 2026, 15.00 UTC */

enum {
	LINE,
	SECRET,
	INT,
	ID,
	DATE,
	WHO,
	HIDDEN,
	TEXT,
	QUOTA,
	FIELDS
};
static const struct field spec[FIELDS] = {
    [LINE] = {.name = "line", .kind = FIELD_LINE, .high = 10},
    [SECRET] = {.name = "secret", .kind = FIELD_SECRET, .low = 4, .high = 12},
    [INT] = {.name = "int", .kind = FIELD_INT, .low = -1, .high = 5},
    [ID] = {.name = "id", .kind = FIELD_ID},
    [DATE] = {.name = "date", .kind = FIELD_DATE},
    [WHO] = {.name = "who", .kind = FIELD_WORD, .high = 4, .items = 3},
    [HIDDEN] = {.name = "hidden",
	.kind = FIELD_TOKEN,
	.high = 4,
	.hidden = true},
    [TEXT] = {.name = "text", .kind = FIELD_TEXT, .high = 40},
    [QUOTA] = {.name = "quota",
	.kind = FIELD_INT,
	.high = 99,
	.rows = 7,
	.items = 28},
};

static struct fields
form(void **state, const char *text)
{
	struct fields f;

	assert_int_equal(
	    fields_read(&f, *state, spec, FIELDS, text, strlen(text), NOW), OK);
	return f;
}

static void
what_is_forgotten_never_came(void **state)
{
	struct fields f = form(state, "id=0&line=a");

	field_forget(&f, ID);
	field_forget(&f, LINE);
	assert_int_equal(f.errors, 0);
	assert_false(field_given(&f, LINE));
	assert_string_equal(field_text(&f, LINE), "");
	assert_string_equal(field_at(&f, ID, 0)->typed, "");
}

static void
a_hidden_field_that_came_damaged_never_came(void **state)
{
	static const char *const bad[] = {
	    "hidden=a%00", "hidden=a!", "hidden=abcde", "hidden=a&hidden=a"};
	struct fields f = form(state, "hidden=abcd");

	assert_string_equal(field_text(&f, HIDDEN), "abcd");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		f = form(state, bad[i]);
		assert_int_equal(f.errors, 0);
		assert_false(field_given(&f, HIDDEN));
		assert_string_equal(field_text(&f, HIDDEN), "");
	}
}

static void
all_that_was_typed_can_be_sent_again(void **state)
{
	struct fields f = form(state,
	    "line=a%20+b&secret=abcd&date-day=31&date-year=x&who-2=c&who-0=a");
	const struct field_pair *pair;

	assert_int_equal(field_pairs(&f, LINE, &pair), 1);
	assert_string_equal(pair[0].name, "line");
	assert_string_equal(pair[0].value, "a  b");
	assert_int_equal(field_pairs(&f, SECRET, &pair), 0);
	assert_int_equal(field_pairs(&f, INT, &pair), 0);
	assert_int_equal(field_pairs(&f, DATE, &pair), 2);
	assert_string_equal(pair[0].name, "date-day");
	assert_string_equal(pair[1].name, "date-year");
	assert_string_equal(pair[1].value, "x");
	assert_int_equal(field_pairs(&f, WHO, &pair), 2);
	assert_string_equal(pair[1].name, "who-2");
	assert_string_equal(pair[1].value, "c");
}

static void
a_whole_grid_can_be_sent_again(void **state)
{
	char text[7 * 28 * sizeof("quota-6-27=100&") + 16], *p = text;
	const struct field_pair *pair;
	struct fields f;

	for (int r = 0; r < 7; r++)
		for (int c = 0; c < 28; c++)
			p += snprintf(p, (size_t)(text + sizeof(text) - p),
			    "quota-%d-%d=%d&", r, c, r + c);
	f = form(state, text);
	assert_int_equal(field_pairs(&f, QUOTA, &pair), 7 * 28);
	assert_string_equal(pair[0].name, "quota-0-0");
	assert_string_equal(pair[7 * 28 - 1].name, "quota-6-27");
	assert_string_equal(pair[7 * 28 - 1].value, "33");
	f = form(state, "quota-1-0=&quota-1-2=x&text=a%0D%0Ab");
	assert_int_equal(field_pairs(&f, QUOTA, &pair), 1);
	assert_string_equal(pair[0].name, "quota-1-2");
	assert_string_equal(pair[0].value, "x");
	assert_int_equal(field_pairs(&f, TEXT, &pair), 1);
	assert_string_equal(pair[0].value, "a\nb");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_forgotten_never_came),
	    cmocka_unit_test(a_hidden_field_that_came_damaged_never_came),
	    cmocka_unit_test(all_that_was_typed_can_be_sent_again),
	    cmocka_unit_test(a_whole_grid_can_be_sent_again),
	};

	return cmocka_run_group_tests_name(
	    "field_carry", tests, unit_arena_begin, unit_arena_end);
}
