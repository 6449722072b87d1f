/* confirm.c - the one button: makes the booking, or says why not. */
#include "public/booking/booking.h"

#include "app/core/limit.h"
#include "app/public/slot_words.h"
#include "app/who/signed_link.h"
#include "base/bytes.h"

#define DECLARATION "2026-1" /* edition of the text people agree to */

/* A NIK with a booking is told of ten times a day. */
static const struct limit refused_niks[] = {
    {"nik", LIMIT_PERSON, PARAMETER_COUNT, 10, 86400},
    {0},
};

/* The order came too late for places (FULL) or for the slot: said as things
 * stand now. */
static enum err
refuse_late(struct cx *cx, struct plan *p, bool full)
{
	/* what was closed a moment ago no snapshot says yet */
	enum err e = full ? availability_find_slot(cx, p->slot.id, p->b.party,
				&p->slot, &p->office)
	                  : slot_find(cx->db, cx->arena, p->slot.id, p->b.party,
				cx->now, &p->slot, &p->office);

	if (e != OK)
		return e;
	if (p->slot.state == SLOT_OPEN && !full)
		return refuse_again(cx, p);
	/* given back just now: it may be offered anew */
	if (p->slot.state == SLOT_OPEN) {
		p->slot.state = SLOT_FULL;
		p->slot.left = 0;
	}
	return refuse_slot(cx, p, false);
}

static enum err
answer(struct cx *cx, struct plan *p, enum err e, int at)
{
	switch (e) {
	case OK:
		return cx_redirect(cx, "ticket",
		    CX_ARGS(
			{"v", signed_link_make(cx, p->b.id)}, {"fresh", "1"}));
	case ERR_FULL:
	case ERR_CLOSED:
		return refuse_late(cx, p, e == ERR_FULL);
	case ERR_TWICE:
		e = limit_count(cx, refused_niks, NULL);
		return e == OK ? refuse_nik(cx, p, at) : e;
	case ERR_LIMIT:
		return refuse_limit(cx, p);
	case ERR_INPUT:
		return refuse_reused(cx, p);
	case ERR_BUSY:
		return refuse_again(cx, p);
	case ERR_FORBIDDEN: /* the token is another account's */
		plan_once_new(cx, p);
		cx->alert = cx_text(cx, "form.foreign");
		return review_show(cx, p, 403);
	default:
		return e;
	}
}

/* A token that may have been used goes with the review, whatever became of the
 * slot: its button then leads to what was booked. */
enum err
resume_review(struct cx *cx, struct plan *p, int status)
{
	if (slot_judge(&p->slot, &p->office, p->b.party, cx->now) !=
		SLOT_OPEN &&
	    !plan_once_known(cx))
		return refuse_slot(cx, p, false);
	return review_show(cx, p, status);
}

enum err
confirm(struct cx *cx, struct plan *p)
{
	struct booking_order order = {.channel = CHANNEL_WEB,
	    .places = cx->app->places,
	    .declared = DECLARATION,
	    .live_per_account = p->limit,
	    .office_id = p->office.id};
	int at = 0;
	enum err e;

	if (!bytes_b64url_read(
		field_text(&cx->field, F_ONCE), order.once, sizeof(order.once)))
		return review_show(cx, p, 200);
	if (!field_given(&cx->field, F_SLOT)) {
		field_fail(&cx->field, F_SLOT, "field.slot");
		return refuse_slot(cx, p, false);
	}
	if (!field_given(&cx->field, F_DECLARE)) {
		field_fail(&cx->field, F_DECLARE, "field.declare");
		return review_show(cx, p, 422);
	}
	if (p->slot.state == SLOT_OPEN || p->slot.state == SLOT_FULL) {
		const struct actor by = cx_actor(cx);

		e = limit_check(cx, refused_niks, NULL);
		if (e != OK)
			return e;
		e = booking_make(cx->db, cx->arena, &by, &order, &p->b, &at);
		return answer(cx, p, e, at);
	}
	/* an order that went through is answered as before even when its slot
	 * has closed since */
	e = booking_again(cx->db, cx->arena, &p->b, &order);
	return e == ERR_MISSING ? refuse_slot(cx, p, false)
	                        : answer(cx, p, e, 0);
}
