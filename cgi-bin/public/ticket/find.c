/* find.c - finds a booking: in the account, or by code and birth date. */
#include "public/ticket/ticket.h"

#include "app/core/limit.h"
#include "app/who/signed_link.h"
#include "text/words.h"

#define LIST_MAX 20 /* bookings of an account that the page shows at most */
#define WINDOW 3600 /* seconds in which wrong birth dates are counted */

/* Tries of wrong codes: per code, and 60 times as many per network address,
 * because many people can share one. */
static const struct limit wrong[] = {
    {"lookup", LIMIT_NAME, PARAMETER_LOOKUP_TRIES, 1, WINDOW},
    {"lookup-addr", LIMIT_ADDRESS, PARAMETER_LOOKUP_TRIES, 60, WINDOW},
    {0},
};

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

/* Finds the booking by code and birth date.  Wrong pairs are counted per code
 * and per network address; the answer does not tell which of the two is
 * wrong. */
static enum err
look_up(struct cx *cx, int64_t *id)
{
	const struct actor by = cx_actor(cx);
	const char *code = field_text(&cx->field, F_CODE);
	enum err e = limit_check(cx, wrong, code);

	if (e != OK)
		return e;
	e = booking_by_code(cx->db, cx->arena, &by, code,
	    (int32_t)field_number(&cx->field, F_BIRTH), id);
	if (e == ERR_MISSING) {
		enum err counted = limit_count(cx, wrong, code);

		return counted == OK ? e : counted;
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
