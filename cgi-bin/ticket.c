/* ticket.c - shows a booking, to whoever has its link or its code and the
 * birth date of one applicant. */
#include "app/endpoint.h"
#include "app/link.h"
#include "base/token.h"
#include "paper/qr.h"
#include "queue/audit.h"
#include "queue/booking.h"
#include "queue/papers.h"
#include "queue/parameter.h"
#include "text/words.h"

#define QR_SCALE 6  /* pixels a module of the code's QR */
#define LIST_MAX 20 /* bookings of an account shown */
#define WINDOW 3600 /* seconds in which wrong birth dates are counted */

enum {
	F_V,
	F_FRESH,
	F_CODE,
	F_BIRTH,
	F_COUNT
};

static const struct field fields[F_COUNT] = {
    [F_V] = {.name = "v", .kind = FIELD_TOKEN, .high = 64},
    [F_FRESH] = {.name = "fresh", .kind = FIELD_CHECK, .high = 1},
    [F_CODE] = {.name = "code",
	.kind = FIELD_CODE,
	.high = 40,
	.required = false},
    [F_BIRTH] = {.name = "birth", .kind = FIELD_DATE},
};

/* Key of the state a void booking is in; NULL while it is valid. */
static const char *
state_key(const struct booking *b, int grace, int64_t now)
{
	if (!booking_void(b, grace, now))
		return NULL;
	return b->cancelled_at != 0 ? "booking.cancelled" : "booking.over";
}

static void
show_people(struct cx *cx, const struct booking *b, struct view *v)
{
	const char *names = "";

	for (int i = 0; i < b->party; i++) {
		const struct applicant *a = &b->applicant[i];
		struct view *item = view_item(v, "people");
		const char *key[PAPERS_MAX];
		int n = papers_list(a, b->slot.day, key);

		names = arena_printf(cx->arena, "%s%s%s", names,
		    i == 0 ? "" : ", ", a->person.name);
		view_text(item, "name", a->person.name);
		view_text(item, "kind_name",
		    cx_text(
			cx, arena_printf(cx->arena, "service.%s", a->service)));
		for (int k = 0; k < n; k++)
			view_text(view_item(item, "papers"), "text",
			    cx_text(cx, key[k]));
	}
	view_text(v, "names", names);
}

static enum err
show_visit(struct cx *cx, const struct booking *b, struct view *v)
{
	struct arena *a = cx->arena;
	int before, grace;
	const char *state;
	enum err e =
	    parameter_get(cx->db, a, b->office.id, "arrive_before", &before);

	if (e == OK)
		e = parameter_get(cx->db, a, b->office.id, "grace", &grace);
	if (e != OK)
		return e;
	state = state_key(b, grace, cx->now);
	view_text(v, "state", state == NULL ? "" : cx_text(cx, state));
	view_text(v, "day", words_day(a, cx->lang, b->slot.day));
	view_text_f(v, "period", "%s %s",
	    words_period(a, b->slot.start, b->slot.end), b->office.zone);
	view_text_f(v, "arrive", "%s %s", words_time(a, b->slot.start - before),
	    b->office.zone);
	view_text_f(v, "until", "%s %s", words_time(a, b->slot.end + grace),
	    b->office.zone);
	view_text(v, "office_name", b->office.name);
	view_text(v, "address", b->office.address);
	view_text(v, "phone", b->office.phone);
	view_int(v, "party", b->party);
	return OK;
}

/* Every showing of personal data is noted (UU 27/2022 art. 31). */
static enum err
note(struct cx *cx, const struct booking *b)
{
	const struct audit audit = {
	    .actor = cx->who.account_id != 0 ? "account" : "code",
	    .actor_id = cx->who.account_id,
	    .act = "ticket.read",
	    .object = "booking",
	    .object_id = b->id,
	    .office_id = b->office.id};

	return audit_write(cx->db, &audit, cx->now);
}

static enum err
ticket_show(struct cx *cx, int64_t id)
{
	char shown[TOKEN_SHOWN_SIZE];
	struct booking b;
	const char *qr;
	struct view *v;
	enum err e = booking_by_id(cx->db, cx->arena, id, &b);

	if (e == OK)
		e = note(cx, &b);
	if (e == OK)
		e = qr_address(cx->arena, b.code, QR_SCALE, &qr);
	if (e != OK)
		return e;
	v = cx_page(cx, "ticket");
	e = show_visit(cx, &b, v);
	if (e != OK)
		return e;
	show_people(cx, &b, v);
	token_code_show(b.code, shown);
	view_text(v, "code", shown);
	view_text(v, "qr", qr);
	view_text(v, "v", field_text(&cx->field, F_V));
	view_flag(v, "fresh", field_given(&cx->field, F_FRESH));
	return cx_send(cx, v, "ticket", 200);
}

static enum err
list_one(struct cx *cx, int64_t id, struct view *item)
{
	struct booking b;
	int grace;
	const char *state;
	enum err e = booking_by_id(cx->db, cx->arena, id, &b);

	if (e == OK)
		e = parameter_get(
		    cx->db, cx->arena, b.office.id, "grace", &grace);
	if (e != OK)
		return e;
	state = state_key(&b, grace, cx->now);
	view_text(item, "href", cx_href(cx, "ticket?v=%s", link_make(cx, id)));
	view_text(item, "day", words_day(cx->arena, cx->lang, b.slot.day));
	view_text_f(item, "period", "%s %s",
	    words_period(cx->arena, b.slot.start, b.slot.end), b.office.zone);
	view_text(item, "office_name", b.office.name);
	view_int(item, "party", b.party);
	view_flag(item, "valid", state == NULL);
	view_flag(item, "over", state != NULL);
	view_text(item, "state",
	    cx_text(cx, state == NULL ? "booking.booked" : state));
	return OK;
}

static enum err
find_show(struct cx *cx, int status)
{
	struct view *v;
	int64_t *ids;
	int count = 0;
	enum err e = auth_confirm(cx);

	if (e == OK)
		e = booking_of_account(cx->db, cx->arena, cx->who.account_id,
		    LIST_MAX, &ids, &count);
	if (e != OK && e != ERR_LOGIN)
		return e;
	v = cx_page(cx, "find");
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	for (int i = 0; i < count; i++) {
		e = list_one(cx, ids[i], view_item(v, "bookings"));
		if (e != OK)
			return e;
	}
	return cx_send(cx, v, "find", status);
}

static enum err
get(struct cx *cx)
{
	int64_t id;
	enum err e;

	if (!field_given(&cx->field, F_V))
		return find_show(cx, 200);
	e = link_read(cx, field_text(&cx->field, F_V), &id);
	return e == OK ? ticket_show(cx, id) : e;
}

/* Wrong pairs are counted per code and per address, and answer alike. */
static enum err
look_up(struct cx *cx, int64_t *id)
{
	const char *code = field_text(&cx->field, F_CODE);
	uint64_t by_code = bucket_key("lookup", code);
	uint64_t by_addr = bucket_key("lookup-addr", cx->req->addr);
	int tries;
	enum err e =
	    parameter_get(cx->db, cx->arena, 0, "lookup_tries", &tries);

	if (e != OK)
		return e;
	if (!bucket_has(cx->app->buckets, by_code, cx->now, tries, WINDOW) ||
	    !bucket_has(cx->app->buckets, by_addr, cx->now, tries * 60, WINDOW))
		return ERR_LIMIT;
	e = booking_by_code(cx->db, cx->arena, code,
	    (int32_t)field_number(&cx->field, F_BIRTH), id);
	if (e == ERR_MISSING) {
		bucket_take(cx->app->buckets, by_code, cx->now, tries, WINDOW);
		bucket_take(
		    cx->app->buckets, by_addr, cx->now, tries * 60, WINDOW);
	}
	return e;
}

static enum err
post(struct cx *cx)
{
	int64_t id;
	enum err e;

	if (!field_given(&cx->field, F_CODE))
		field_fail(&cx->field, F_CODE, "field.missing");
	if (!field_given(&cx->field, F_BIRTH))
		field_fail(&cx->field, F_BIRTH, "field.missing");
	if (cx->field.errors > 0)
		return find_show(cx, 422);
	e = look_up(cx, &id);
	if (e == ERR_MISSING) {
		field_fail(&cx->field, F_CODE, "field.find");
		return find_show(cx, 422);
	}
	if (e != OK)
		return e;
	return cx_redirect(cx, "ticket?v=%s", link_make(cx, id));
}

static const struct endpoint ticket = {
    .name = "ticket",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .fields = fields,
    .field_count = F_COUNT,
    .pages = (const char *const[]){"ticket", "find", NULL},
    .get = get,
    .post = post,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&ticket, argc, argv);
}
