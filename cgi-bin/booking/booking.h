/* booking.h - the steps of booking: what they share.
 *
 *	1 choose	kind and number of people (GET)
 *	2, 3		office and slot are programs of their own
 *	4 people	who of the account comes (GET with a slot; POST person)
 *	5 review	everything once more (POST check)
 *	  confirm	the one button (POST confirm), then the ticket
 *
 * Nothing is kept between steps but in the form itself: numbers of people of
 * the account, never a NIK.  Every number is judged again at every step.
 */
#ifndef BOOKING_BOOKING_H
#define BOOKING_BOOKING_H

#include "app/cx.h"
#include "app/person_form.h"
#include "queue/booking.h"
#include "queue/office.h"
#include "queue/person.h"
#include "queue/service.h"
#include "queue/slot.h"

enum booking_field {
	F_KIND,
	F_N,
	F_OFFICE,
	F_SLOT,
	F_WAS, /* the slot that was refused */
	F_STEP,
	F_DECLARE,
	F_ONCE,
	F_WHO,    /* items by member number: the person */
	F_WHAT,   /* items: the kind of application */
	F_YEAR,   /* items: year the old passport was issued */
	F_ABROAD, /* items: issued abroad */
	F_PERSON, /* a person to add: app/person_form.h */
	F_COUNT = F_PERSON + PERSON_FORM_FIELDS,
};
extern const struct field booking_fields[F_COUNT];

/* What is being booked, read anew at every step. */
struct plan {
	struct service service[SERVICE_MAX];
	int services;
	struct slot slot;
	struct office office;
	struct person person[PERSON_MAX];
	int persons;
	struct booking b;  /* applicants chosen so far; party may be 0 */
	const char *once;  /* of the form, or new */
	int arrive_before; /* minutes */
	int limit;         /* live applicants an account may have */
	int party_max;     /* applicants on one booking */
};

/* Reads services, slot, office, people and rules for the fields that came.
 * ERR_LOGIN if nobody is signed in, ERR_MISSING if there is no such slot. */
MUST_USE enum err plan_read(struct cx *cx, struct plan *p);

/* True if people were chosen in the form or link. */
bool plan_chosen(const struct cx *cx);

/* Reads the chosen people from the form into the plan.  ERR_INPUT after
 * putting faults beside fields. */
MUST_USE enum err plan_choose(struct cx *cx, struct plan *p);

/* The path of the people step with everything that came chosen. */
const char *plan_path(struct cx *cx);

/* The steps; each makes the answer. */
MUST_USE enum err choose_show(struct cx *cx, int status);
MUST_USE enum err bap_show(struct cx *cx, bool lost);
MUST_USE enum err people_show(struct cx *cx, const struct plan *p,
    const struct person_form *form, int status);
MUST_USE enum err people_add(struct cx *cx, struct plan *p);
MUST_USE enum err review_show(struct cx *cx, struct plan *p, int status);
MUST_USE enum err check(struct cx *cx, struct plan *p);
MUST_USE enum err confirm(struct cx *cx, struct plan *p);

/* Why places were not given, in words of the request's language. */
struct refusal {
	const char *text;  /* what happened */
	const char *todo;  /* what to do; NULL: choose another slot */
	bool alternatives; /* other slots would help: show the nearest */
	bool blocked;      /* pressing the button again cannot help */
};
MUST_USE enum err review_refuse(
    struct cx *cx, struct plan *p, const struct refusal *why, int status);

#endif
