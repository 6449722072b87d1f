/* show.c - the ticket of a booking. */
#include "base/day.h"
#include "public/ticket/ticket.h"

#include "paper/kit/qr.h"
#include "queue/office/parameter.h"
#include "queue/visit/code.h"
#include "queue/visit/documents.h"
#include "text/words.h"

#define QR_SCALE 6 /* pixels per module of the QR code */

const char *
ticket_state(const struct booking *b, int64_t now)
{
	if (b->cancelled_at != 0)
		return "booking.cancelled";
	return booking_void(b, now) ? "booking.over" : "booking.booked";
}

static void
show_people(struct cx *cx, const struct booking *b, struct view *v)
{
	const char *names = "";

	for (int i = 0; i < b->party; i++) {
		const struct applicant *a = &b->applicant[i];
		struct view *item = view_item(v, "people");
		const char *key[DOCUMENTS_MAX];
		int n = documents_list(a, b->slot.day, key);

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
	int before;
	enum err e = parameter_get(
	    cx->db, a, b->office.id, PARAMETER_ARRIVE_BEFORE, &before);

	if (e != OK)
		return e;
	view_text(v, "state",
	    booking_void(b, cx->now) ? cx_text(cx, ticket_state(b, cx->now))
				     : "");
	view_text(v, "day", words_day(a, cx->lang, b->slot.day));
	view_text_f(v, "period", "%s %s",
	    words_period(a, b->slot.start, b->slot.end), b->office.zone);
	view_text_f(v, "arrive", "%s %s", words_time(a, b->slot.start - before),
	    b->office.zone);
	view_text_f(v, "until", "%s %s",
	    words_time(a, day_minute(b->over_at, b->office.offset)),
	    b->office.zone);
	view_text(v, "office_name", b->office.name);
	view_text(v, "address", b->office.address);
	view_text(v, "phone", b->office.phone);
	view_int(v, "party", b->party);
	return OK;
}

enum err
ticket_show(struct cx *cx, int64_t id)
{
	char shown[CODE_SHOWN_SIZE];
	const struct actor by = cx_actor(cx);
	struct booking b;
	const char *qr;
	struct view *v;
	enum err e = booking_for_ticket(cx->db, cx->arena, &by, id, &b);

	if (e == OK)
		e = qr_address(cx->arena, b.code, QR_SCALE, &qr);
	if (e != OK)
		return e;
	v = cx_page(cx, "ticket");
	e = show_visit(cx, &b, v);
	if (e != OK)
		return e;
	show_people(cx, &b, v);
	code_show(b.code, shown);
	view_text(v, "code", shown);
	view_text(v, "qr", qr);
	view_text(v, "v", field_text(&cx->field, F_V));
	view_flag(v, "fresh", field_given(&cx->field, F_FRESH));
	return cx_send(cx, v, "ticket", 200);
}
