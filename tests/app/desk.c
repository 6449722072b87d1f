/* desk.c - a staff program with the form that tests/http/desk.t sends.  It has
 * the name of a program that staff are permitted to go to after signing in. */
#include "app/core/endpoint.h"

/* the grid and the other fields together have more inputs than one field can
 * have */
#define DAYS 40
#define PERIODS 5

enum {
	NAME,
	NOTE,
	LINE, /* items */
	SEAT, /* items of another list */
	MEMO, /* lines */
	QUOTA,
	AGREE,
	PIN,
	OFFICE,
	FIELDS
};
static const struct field fields[FIELDS] = {
    [NAME] = {.name = "name", .kind = FIELD_LINE, .high = 100},
    [NOTE] = {.name = "note", .kind = FIELD_LINE, .high = 16000},
    [LINE] = {.name = "line", .kind = FIELD_LINE, .high = 40, .items = 3},
    [SEAT] = {.name = "seat", .kind = FIELD_WORD, .high = 8, .items = 2},
    [MEMO] = {.name = "memo", .kind = FIELD_TEXT, .high = 500},
    [QUOTA] = {.name = "quota",
	.kind = FIELD_INT,
	.high = 99,
	.rows = DAYS,
	.items = PERIODS},
    [AGREE] = {.name = "agree", .kind = FIELD_CHECK, .fleeting = true},
    [PIN] = {.name = "pin", .kind = FIELD_SECRET, .high = 8},
    [OFFICE] = {.name = "office",
	.kind = FIELD_WORD,
	.high = 32,
	.object = "office",
	.hidden = true},
};

static void
items(struct cx *cx, struct view *v, const char *list, int n)
{
	for (int i = 0; i < n; i++) {
		struct view *item = view_item(v, list);

		view_int(item, "id", i);
		fields_show_item(&cx->field, i, item, cx->app->texts, cx->lang);
	}
}

static enum err
show(struct cx *cx, int status)
{
	struct view *v = cx_page(cx, "desk-form");

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	items(cx, v, "lines", 3);
	items(cx, v, "seats", 2);
	for (int i = 0; i < DAYS * PERIODS; i++) {
		struct view *cell = view_item(v, "cells");

		view_int(cell, "row", i / PERIODS);
		view_int(cell, "column", i % PERIODS);
		fields_show_cell(&cx->field, i / PERIODS, i % PERIODS, cell,
		    cx->app->texts, cx->lang);
	}
	view_flag(v, "agreed", field_given(&cx->field, AGREE));
	return cx_send(cx, v, "desk-form", status);
}

static enum err
post(struct cx *cx)
{
	return cx_redirect(cx, "roster", CX_ARGS({"done", "1"}));
}

static const struct limit limits[] = {
    {"desk", LIMIT_PERSON, PARAMETER_COUNT, 10, 60},
    {0},
};

static const struct endpoint desk = {
    .name = "roster",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_OFFICER,
    .fields = fields,
    .field_count = FIELDS,
    .pages = (const char *const[]){"desk-form", NULL},
    .limit = limits,
    .post = post,
    .show = show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&desk, argc, argv);
}
