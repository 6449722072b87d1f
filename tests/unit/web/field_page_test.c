/* field_page_test.c - a form shown again: lines, a choice, a grid. */
#include <string.h>

#include "unit.h"

#include "pages.h"
#include "text/xml.h"
#include "web/form/field.h"

#define NOW INT64_C(1796223600) /* 2 December 2026, 15.00 UTC */
#define DAYS 7
#define PERIODS 5

enum {
	NOTE,
	ROLE,
	FIRST,
	QUOTA,
	FIELDS
};
static const struct field spec[FIELDS] = {
    [NOTE] = {.name = "note", .kind = FIELD_TEXT, .high = 200},
    [ROLE] = {.name = "role",
	.kind = FIELD_CHOICE,
	.choice = (const char *const[]){"officer", "admin", NULL}},
    [FIRST] = {.name = "first", .kind = FIELD_DATE, .high = 30},
    [QUOTA] = {.name = "quota",
	.kind = FIELD_INT,
	.high = 99,
	.rows = DAYS,
	.items = PERIODS},
};

static const char document[] =
    "<ul><li q:each='errors'><a href='#x' q:href='href' q:text='text'>x</a>"
    "</li></ul>"
    "<textarea name='note' q:value='note'></textarea>"
    "<select name='role' q:value='role'><option value='officer'>O</option>"
    "<option value='admin'>A</option></select>"
    "<b q:text='first_error'>x</b>"
    "<p q:each='days'><i q:each='cells'><input id='quota-{row}-{column}'"
    " name='quota-{row}-{column}' value='' q:value='quota'/>"
    "<b q:if='quota_error' q:text='quota_error'>x</b></i></p>";

/* Shows the page in Indonesian with all input. */
static const char *
shown(struct pages *w, const char *form)
{
	struct catalogue *texts;
	struct fields f;
	struct view *v;

	assert_int_equal(catalogue_load(&w->arena, TEST_PAGES,
			     (const char *const[]){"common", NULL}, &texts),
	    OK);
	assert_int_equal(
	    fields_read(&f, &w->arena, spec, FIELDS, form, strlen(form), NOW),
	    OK);
	field_name(&f, QUOTA, 4 * PERIODS, "Jumat, 08.00");
	assert_int_equal(pages_body(w, document), OK);
	v = pages_view(w);
	fields_show(&f, v, texts, LANG_ID);
	for (int r = 0; r < DAYS; r++) {
		struct view *day = view_item(v, "days");

		for (int c = 0; c < PERIODS; c++) {
			struct view *cell = view_item(day, "cells");

			view_int(cell, "row", r);
			view_int(cell, "column", c);
			fields_show_cell(&f, r, c, cell, texts, LANG_ID);
		}
	}
	return pages_inside(w, LANG_ID, v);
}

static void
has(const char *page, const char *text)
{
	if (strstr(page, text) == NULL)
		print_message("%s\nlacks %s\n", page, text);
	assert_non_null(strstr(page, text));
}

static void
a_grid_is_shown_cell_by_cell(void **state)
{
	const char *page = shown(*state, "quota-0-0=1&quota-0-4=5&quota-6-4=35"
					 "&quota-3-2=100&quota-4-0=x");

	has(page, "name=\"quota-0-0\" value=\"1\">");
	has(page, "name=\"quota-0-1\" value=\"\">");
	has(page, "name=\"quota-0-4\" value=\"5\">");
	has(page, "name=\"quota-6-4\" value=\"35\">");
	has(page, "name=\"quota-3-2\" value=\"100\"><b>Isi dengan angka 0 "
		  "sampai 99.</b>");
	has(page, "<ul><li><a href=\"#quota-3-2\">4, 3: Isi dengan angka 0"
		  " sampai 99.</a></li>");
	has(page, "<li><a href=\"#quota-4-0\">Jumat, 08.00: Isi dengan angka 0"
		  " sampai 99.</a></li></ul>");
}

static void
lines_and_a_choice_are_shown_again(void **state)
{
	const char *page =
	    shown(*state, "note=%0D%0Aa%0D%0A%3Cb%3E&role=admin");

	has(page, "<textarea name=\"note\">\n\na\n&lt;b&gt;</textarea>");
	has(page, "<option value=\"admin\" selected>");
}

static void
a_date_out_of_bounds_says_its_bounds(void **state)
{
	const char *page =
	    shown(*state, "first-day=1&first-month=6&first-year=2027");

	has(page, "antara 2 Desember 2026 dan 2 Januari 2027");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_grid_is_shown_cell_by_cell, pages_begin, pages_end),
	    cmocka_unit_test_setup_teardown(
		lines_and_a_choice_are_shown_again, pages_begin, pages_end),
	    cmocka_unit_test_setup_teardown(
		a_date_out_of_bounds_says_its_bounds, pages_begin, pages_end),
	};

	xml_start();
	return cmocka_run_group_tests_name("field_page", tests, NULL, NULL);
}
