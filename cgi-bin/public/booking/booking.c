/* booking.c - books a visit: kind, people, review, confirmation. */
#include "public/booking/booking.h"

#include <string.h>

#include "app/core/endpoint.h"
#include "app/public/slot_words.h"
#include "queue/people/keys.h"

/* Answers a request in which a kind was chosen and no slot: redirects to the
 * offices, or shows the examination that lost and damaged passports need. */
static enum err
after_kind(struct cx *cx)
{
	const char *kind = field_text(&cx->field, F_KIND);
	const char *office = field_text(&cx->field, F_OFFICE);
	const char *n = plan_party(cx);
	const struct snapshot *snapshot;
	const struct service *s;
	enum err e = availability_snapshot(cx, &snapshot);

	if (e != OK)
		return e;
	s = service_find(snapshot->service, snapshot->services, kind);
	if (s == NULL)
		field_fail(&cx->field, F_KIND, "field.choice");
	if (cx->field.errors > 0)
		return choose_show(cx, 422);
	if (!s->bookable)
		return bap_show(cx, strcmp(s->code, "hilang") == 0);
	if (*office != '\0')
		return cx_redirect(cx, "slot",
		    CX_ARGS({"office", office}, {"kind", kind}, {"n", n},
			{"missing", "1"}));
	return cx_redirect(cx, "office", CX_ARGS({"kind", kind}, {"n", n}));
}

/* True if the slot cannot be booked and the applicant has chosen no people yet.
 * If people were chosen before, the page keeps that choice. */
static bool
slot_refused(const struct cx *cx, struct plan *p, int party)
{
	return plan_chosen(cx) == 0 &&
	       slot_judge(&p->slot, &p->office, party, cx->now) != SLOT_OPEN;
}

static enum err
get(struct cx *cx)
{
	int n = (int)field_number(&cx->field, F_N);
	struct plan p;
	enum err e;

	if (!field_given(&cx->field, F_SLOT) &&
	    !field_given(&cx->field, F_KIND))
		return choose_show(cx, cx->field.errors > 0 ? 422 : 200);
	if (!field_given(&cx->field, F_SLOT))
		return after_kind(cx);
	e = plan_read(cx, &p);
	if (e == OK && slot_refused(cx, &p, n > 0 ? n : 1))
		return cx_redirect(cx, "slot",
		    CX_ARGS({"office", p.office.code},
			{"kind", field_text(&cx->field, F_KIND)},
			{"n", plan_party(cx)}, {"was", cx_int(cx, p.slot.id)}));
	if (e == OK)
		e = plan_people(cx, &p);
	if (e != OK)
		return e;
	/* a link from the review page back to this page contains the chosen
	 * people */
	if (plan_chosen(cx) > 0 && plan_choose(cx, &p) != OK)
		return people_show(cx, &p, NULL, 422);
	return people_show(cx, &p, NULL, 200);
}

/* Shows the page that the form came from: the people, or the review. */
static enum err
show(struct cx *cx, int status)
{
	bool add = field_choice(&cx->field, F_STEP) == STEP_PERSON;
	struct plan p;
	enum err e;

	if (!field_given(&cx->field, F_SLOT) && !field_given(&cx->field, F_WAS))
		return choose_show(cx, status);
	e = plan_read(cx, &p);
	if (e == OK)
		e = plan_people(cx, &p);
	if (e != OK)
		return e;
	if (plan_chosen(cx) == 0 || add)
		return people_show(cx, &p, NULL, status);
	if (plan_choose(cx, &p) != OK) {
		if (p.b.party == 0)
			cx->alert = cx_text(cx, "form.other");
		return people_show(cx, &p, NULL, 422);
	}
	return resume_review(cx, &p, status);
}

static enum err
post(struct cx *cx)
{
	int step = field_choice(&cx->field, F_STEP);
	bool done = false;
	struct plan p;
	enum err e = plan_read(cx, &p);

	if (e == OK)
		e = answer_early(cx, &p, &done);
	if (e != OK || done)
		return e;
	e = plan_people(cx, &p);
	if (e == ERR_BUSY)
		return answer_busy(cx, &p);
	if (e != OK)
		return e;
	if (step == STEP_PERSON)
		return people_add(cx, &p);
	e = plan_choose(cx, &p);
	if (e == ERR_INPUT)
		return people_show(cx, &p, NULL, 422);
	if (e != OK)
		return e;
	if (step == STEP_CONFIRM)
		return confirm(cx, &p);
	return resume_review(cx, &p, 200);
}

static const struct endpoint booking = {
    .name = "booking",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .keys = KEY_SEAL,
    .post_role = ROLE_APPLICANT,
    .confirms = true,
    .fields = booking_fields,
    .field_count = F_COUNT,
    .pages = (const char *const[]){"booking", "bap", "people", "review", NULL},
    .texts = (const char *const[]){"availability", "person", "service", NULL},
    .address = (const int[]){F_SLOT, F_KIND, F_N, -1},
    .start = (app_start *const[]){availability_start, NULL},
    .slot_said = slot_words_by_id,
    .get = get,
    .post = post,
    .show = show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&booking, argc, argv);
}
