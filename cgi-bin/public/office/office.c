/* office.c - where to go: the provinces, then the offices of one. */
#include "public/office/office.h"

#include <string.h>

#include "app/core/endpoint.h"
#include "queue/people/person.h"

enum {
	KIND,
	N,
	PROVINCE,
	FIELDS
};
static const struct field fields[FIELDS] = {
    [KIND] = {.name = "kind", .kind = FIELD_WORD, .high = 16},
    [N] = {.name = "n", .kind = FIELD_INT, .low = 1, .high = PARTY_MAX},
    [PROVINCE] = {.name = "province", .kind = FIELD_WORD, .high = 2},
};

/* The first office of the requested province; NULL if there is none. */
static const struct office *
first_of(struct cx *cx, const struct snapshot *snapshot)
{
	const char *code = field_text(&cx->field, PROVINCE);

	for (int i = 0; i < snapshot->offices; i++)
		if (strcmp(snapshot->office[i].province_code, code) == 0)
			return &snapshot->office[i];
	return NULL;
}

static enum err
office_get(struct cx *cx)
{
	struct ask ask = {.party = 1};
	const struct office *first = NULL;
	struct view *v;
	int status;
	enum err e = availability_snapshot(cx, &ask.snapshot);

	if (e != OK)
		return e;
	ask.kind = availability_kind(cx, ask.snapshot, KIND);
	ask.n = field_text(&cx->field, N);
	if (field_number(&cx->field, N) > 0)
		ask.party = (int)field_number(&cx->field, N);
	status = cx->field.errors > 0 ? 422 : 200;
	if (field_given(&cx->field, PROVINCE)) {
		first = first_of(cx, ask.snapshot);
		if (first == NULL) {
			status = 404;
			field_fail(&cx->field, PROVINCE, "field.province");
		}
	}
	v = cx_page(cx, "office");
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	view_text(v, "kind", ask.kind);
	view_int(v, "n", ask.party);
	view_text(
	    v, "province_code", first == NULL ? "" : first->province_code);
	view_text(v, "province", first == NULL ? "" : first->province);
	if (field_given(&cx->field, KIND))
		view_text(v, "back_href", cx_href(cx, "booking", NULL));
	e = first == NULL ? list_provinces(cx, v, &ask)
	                  : list_offices(cx, v, &ask, first);
	return e == OK ? cx_send(cx, v, "office", status) : e;
}

static const struct endpoint office = {
    .name = "office",
    .methods = METHOD_GET,
    .role = ROLE_PUBLIC,
    .fields = fields,
    .field_count = FIELDS,
    .pages = (const char *const[]){"office", NULL},
    .texts = (const char *const[]){"availability", NULL},
    .start = (app_start *const[]){availability_start, NULL},
    .get = office_get,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&office, argc, argv);
}
