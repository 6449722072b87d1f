/* confirm.c - makes the booking, or says why not. */
#include "public/booking/booking.h"

#include "app/core/limit.h"
#include "app/public/slot_words.h"
#include "app/who/signed_link.h"
#include "base/bytes.h"

#define DECLARATION "2026-1" /* edition of the text that people agree to */

/* How often a day an account can learn that a NIK has a booking. */
static const struct limit refused_niks[] = {
    {"nik", LIMIT_PERSON, PARAMETER_COUNT, 10, 86400},
    {0},
};

/* Refuses an order because the slot is full (FULL) or cannot be booked.  Reads
 * the slot's state again, to show the reason. */
static enum err
refuse_late(struct cx *cx, struct plan *p, bool full)
{
	/* a closure of a moment ago is possibly not yet in the snapshot */
	enum err e = full ? availability_find_slot(cx, p->slot.id, p->b.party,
				&p->slot, &p->office)
	                  : slot_find(cx->db, cx->arena, p->slot.id, p->b.party,
				cx->now, &p->slot, &p->office);

	if (e != OK)
		return e;
	if (p->slot.state == SLOT_OPEN && !full)
		return refuse_again(cx, p);
	/* a place was given back since the order was refused */
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
	case ERR_FORBIDDEN: /* the token belongs to another account */
		plan_once_new(cx, p);
		cx->alert = cx_text(cx, "form.foreign");
		return review_show(cx, p, 403);
	default:
		return e;
	}
}

/* Shows the review, or the refusal if the slot cannot be booked.  If the token
 * of the order was possibly used before, always shows the review: its button
 * leads to the booking, whatever the slot's state is. */
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
	/* a booking that was made before is shown again, even if its slot has
	 * closed since */
	e = booking_again(cx->db, cx->arena, &p->b, &order);
	return e == ERR_MISSING ? refuse_slot(cx, p, false)
	                        : answer(cx, p, e, 0);
}
