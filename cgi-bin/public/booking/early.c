/* early.c - answers without a query, from the snapshot, the seat map and the
 * people in the form. */
#include "public/booking/booking.h"

/* True if every chosen person is among the people in the form (cards.c). */
static bool
all_in_cards(const struct cx *cx, const struct plan *p)
{
	int found = 0;

	for (int i = 0; i < p->persons; i++) {
		int no = p->person[i].member_no;

		found +=
		    no >= 0 && no < PERSON_MAX &&
		    field_at(&cx->field, F_WHO, no)->number == p->person[i].id;
	}
	return found > 0 && found == plan_chosen(cx);
}

/* True if the form has everything that the review page shows. */
static bool
form_complete(struct cx *cx, struct plan *p)
{
	return cx->who.role == ROLE_APPLICANT && cards_read(cx, p) &&
	       all_in_cards(cx, p) && plan_choose(cx, p) == OK;
}

enum err
answer_early(struct cx *cx, struct plan *p, bool *done)
{
	int step = field_choice(&cx->field, F_STEP);
	bool last = step == STEP_CONFIRM, open;

	if (!availability_in_memory(cx) || plan_once_known(cx) ||
	    (!last && step != STEP_CHECK))
		return OK;
	open = slot_judge(&p->slot, &p->office, plan_chosen(cx), cx->now) ==
	       SLOT_OPEN;
	if ((last && open) || !form_complete(cx, p))
		return OK;
	*done = true;
	if (open)
		return review_show(cx, p, 200);
	if (last && !field_given(&cx->field, F_SLOT))
		field_fail(&cx->field, F_SLOT, "field.slot");
	return refuse_slot(cx, p, last);
}

enum err
answer_busy(struct cx *cx, struct plan *p)
{
	int step = field_choice(&cx->field, F_STEP);

	return step == STEP_CONFIRM && form_complete(cx, p)
	           ? refuse_again(cx, p)
	           : ERR_BUSY;
}
