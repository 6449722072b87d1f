/* find.c - finding a booking: the account's own, or by code and birth date. */
#include "public/ticket/ticket.h"

#include "app/who/signed_link.h"
#include "queue/office/parameter.h"
#include "text/words.h"

#define LIST_MAX 20 /* bookings of an account shown */
#define WINDOW 3600 /* seconds in which wrong birth dates are counted */

static void
list_one(struct cx *cx, const struct booking *b, struct view *item)
{
	bool over = booking_void(b, cx->now);

	view_text(item, "href",
	    cx_href(cx, "ticket", CX_ARGS({"v", signed_link_make(cx, b->id)})));
	view_text(item, "day", words_day(cx->arena, cx->lang, b->slot.day));
	view_text_f(item, "period", "%s %s",
	    words_period(cx->arena, b->slot.start, b->slot.end),
	    b->office.zone);
	view_text(item, "office_name", b->office.name);
	view_int(item, "party", b->party);
	view_flag(item, "valid", !over);
	view_flag(item, "over", over);
	view_text(item, "state", cx_text(cx, ticket_state(b, cx->now)));
}

enum err
find_show(struct cx *cx, int status)
{
	struct booking *own;
	struct view *v;
	int count = 0;
	enum err e = OK;

	if (cx->who.role == ROLE_APPLICANT)
		e = booking_of_account(cx->db, cx->arena, cx->who.account_id,
		    LIST_MAX, &own, &count);
	if (e != OK)
		return e;
	v = cx_page(cx, "find");
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	for (int i = 0; i < count; i++)
		list_one(cx, &own[i], view_item(v, "bookings"));
	return cx_send(cx, v, "find", status);
}

/* Wrong pairs are counted per code and per address, and answer alike. */
static enum err
look_up(struct cx *cx, int64_t *id)
{
	const struct actor by = cx_actor(cx);
	const char *code = field_text(&cx->field, F_CODE);
	uint64_t by_code = ratelimit_key("lookup", code);
	uint64_t by_addr = ratelimit_key_addr("lookup-addr", cx->req->addr);
	int tries;
	enum err e =
	    parameter_get(cx->db, cx->arena, 0, PARAMETER_LOOKUP_TRIES, &tries);

	if (e != OK)
		return e;
	if (!ratelimit_has(
		cx->app->ratelimit, by_code, cx->now, tries, WINDOW) ||
	    !ratelimit_has(
		cx->app->ratelimit, by_addr, cx->now, tries * 60, WINDOW))
		return ERR_LIMIT;
	e = booking_by_code(cx->db, cx->arena, &by, code,
	    (int32_t)field_number(&cx->field, F_BIRTH), id);
	if (e == ERR_MISSING) {
		ratelimit_take(
		    cx->app->ratelimit, by_code, cx->now, tries, WINDOW);
		ratelimit_take(
		    cx->app->ratelimit, by_addr, cx->now, tries * 60, WINDOW);
	}
	return e;
}

enum err
find(struct cx *cx)
{
	int64_t id;
	enum err e;

	if (cx->field.errors > 0)
		return find_show(cx, 422);
	e = look_up(cx, &id);
	if (e == ERR_MISSING) {
		field_fail(&cx->field, F_CODE, "field.find");
		return find_show(cx, 422);
	}
	if (e != OK)
		return e;
	return cx_redirect(
	    cx, "ticket", CX_ARGS({"v", signed_link_make(cx, id)}));
}
