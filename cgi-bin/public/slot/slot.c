/* slot.c - when to come: the days and periods of an office. */
#include "public/slot/slot.h"

#include "app/core/endpoint.h"
#include "app/public/page_keep.h"
#include "base/day.h"
#include "queue/people/person.h"

enum {
	OFFICE,
	KIND,
	N,
	FROM,
	SLOT,
	MISSING, /* `booking` redirected here: no slot was chosen */
	WAS,     /* `booking` redirected here: this slot was refused */
	FIELDS
};
static const struct field fields[FIELDS] = {
    [OFFICE] = {.name = "office",
	.kind = FIELD_WORD,
	.high = 32,
	.object = "office"},
    [KIND] = {.name = "kind", .kind = FIELD_WORD, .high = 16},
    [N] = {.name = "n", .kind = FIELD_INT, .low = 1, .high = PARTY_MAX},
    [FROM] = {.name = "from", .kind = FIELD_DAY},
    [SLOT] = {.name = "slot", .kind = FIELD_ID, .object = "slot"},
    [MISSING] = {.name = "missing", .kind = FIELD_CHECK},
    [WAS] = {.name = "was", .kind = FIELD_ID, .object = "slot", .hidden = true},
};

/* Shows the office at the head of the page. */
static enum err
show_office(struct cx *cx, struct view *v, const struct ask *ask)
{
	const struct office *o = ask->office;
	int arrive;
	enum err e =
	    availability_parameter(cx, o->id, PARAMETER_ARRIVE_BEFORE, &arrive);

	if (e != OK)
		return e;
	view_text(v, "office", o->code);
	view_text(v, "office_name", o->name);
	view_text(v, "address", o->address);
	view_text(v, "zone", o->zone);
	view_int(v, "arrive", arrive);
	view_text(v, "office_href",
	    cx_href(cx, "office",
		CX_ARGS({"province", o->province_code}, {"kind", ask->kind},
		    {"n", ask->n})));
	if (o->suspended_id != NULL)
		view_text(v, "notice",
		    cx->lang == LANG_EN ? o->suspended_en : o->suspended_id);
	return OK;
}

/* Answers 404 with a link to the offices: the URL is old or mistyped. */
static enum err
show_unknown(struct cx *cx)
{
	struct view *v = cx_page(cx, "error");

	view_text(v, "title", cx_text(cx, "office.unknown.title"));
	view_text(v, "what", cx_text(cx, "office.unknown.what"));
	view_text(v, "todo", cx_text(cx, "office.unknown.todo"));
	view_text(v, "request_id", "");
	return cx_send(cx, v, "error", 404);
}

static enum err
show(struct cx *cx, const struct ask *ask)
{
	struct view *v = cx_page(cx, "slot");
	enum err e;

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	view_text(v, "kind", ask->kind);
	view_int(v, "n", ask->party);
	e = show_office(cx, v, ask);
	if (e == OK)
		e = days_show(cx, v, ask);
	return e == OK
	           ? cx_send(cx, v, "slot", cx->field.errors > 0 ? 422 : 200)
	           : e;
}

/* A hash for page_keep.h of everything that the page shows, except the query
 * and the time: the snapshot and the places left.  The states of other offices
 * on the page are not among these facts: they can be a second old anyway. */
static uint64_t
facts(const struct snapshot *snapshot, const struct ask *ask)
{
	uint64_t n = snapshot->id;

	for (int i = 0; i < ask->slots.count; i++)
		n = page_fact(n, ask->slots.slot[i].left);
	return n;
}

static enum err
slot_get(struct cx *cx)
{
	const struct snapshot *snapshot;
	struct ask ask = {.party = 1};
	uint64_t known;
	bool keep;
	enum err e = availability_snapshot(cx, &snapshot);

	if (e != OK)
		return e;
	ask.kind = availability_kind(cx, snapshot, KIND);
	ask.n = field_text(&cx->field, N);
	if (!field_given(&cx->field, OFFICE) && cx->field.errors == 0)
		return cx_redirect(
		    cx, "office", CX_ARGS({"kind", ask.kind}, {"n", ask.n}));
	ask.office = snapshot_office(snapshot, field_text(&cx->field, OFFICE));
	if (ask.office == NULL)
		return show_unknown(cx);
	if (field_number(&cx->field, N) > 0)
		ask.party = (int)field_number(&cx->field, N);
	ask.today = day_local(cx->now, ask.office->offset);
	ask.from = field_given(&cx->field, FROM) &&
	                   field_number(&cx->field, FROM) > ask.today
	               ? (int32_t)field_number(&cx->field, FROM)
	               : ask.today;
	ask.was = field_number(&cx->field, WAS);
	if (field_given(&cx->field, MISSING))
		field_fail(&cx->field, SLOT, "field.slot");
	e = availability_slots(cx, ask.office, &ask.slots);
	if (e != OK)
		return e;
	keep = cx->field.errors == 0 && availability_in_memory(cx);
	known = keep ? facts(snapshot, &ask) : 0;
	if (keep && page_kept(cx, known))
		return OK;
	e = show(cx, &ask);
	if (e == OK && keep)
		page_keep(cx, known);
	return e;
}

static const struct endpoint slot = {
    .name = "slot",
    .methods = METHOD_GET,
    .role = ROLE_PUBLIC,
    .fields = fields,
    .field_count = FIELDS,
    .pages = (const char *const[]){"slot", NULL},
    .texts = (const char *const[]){"availability", NULL},
    .start = (app_start *const[]){availability_start, NULL},
    .get = slot_get,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&slot, argc, argv);
}
