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
 *
 * Kinds, slot, office and rules come from app/public/availability.h, people
 *with the session in one statement.  What cannot be had any more is refused
 *before that: who asks for people of such a slot goes back to the slots, and a
 *form is refused with the people it brought along (cards.c, early.c).  While
 *the host's memory is trusted the crowd that comes too late asks no database,
 *nor does anybody's review.
 */
#ifndef PUBLIC_BOOKING_BOOKING_H
#define PUBLIC_BOOKING_BOOKING_H

#include "app/form/person_form.h"
#include "app/public/availability.h"
#include "queue/people/person.h"
#include "queue/visit/booking.h"

enum booking_field {
	F_KIND,
	F_N,
	F_OFFICE,
	F_SLOT,
	F_WAS, /* the slot that was refused */
	F_STEP,
	F_DECLARE,
	F_ONCE,
	F_CARDS,  /* the people as they are shown: cards.c */
	F_WHO,    /* items by member number: the person */
	F_WHAT,   /* items: the kind of application */
	F_YEAR,   /* items: year the old passport was issued */
	F_ABROAD, /* items: issued abroad */
	F_PERSON, /* a person to add: app/form/person_form.h */
	F_COUNT = F_PERSON + PERSON_FORM_FIELDS,
};
extern const struct field booking_fields[F_COUNT];

/* The buttons, by the field F_STEP. */
enum booking_step {
	STEP_CHECK,   /* of the people: on to the review */
	STEP_CONFIRM, /* of the review */
	STEP_PERSON,  /* adds somebody to the account */
};

/* What is being booked, read anew at every step. */
struct plan {
	const struct snapshot *snapshot; /* kinds of application */
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

/* Reads kinds, slot, office and rules for the fields that came: what everybody
 * may know.  ERR_MISSING if there is no such slot. */
MUST_USE enum err plan_read(struct cx *cx, struct plan *p);

/* Gives the form a one-time token that no other has. */
void plan_once_new(struct cx *cx, struct plan *p);

/* Reads session and people.  ERR_LOGIN if nobody is signed in. */
MUST_USE enum err plan_people(struct cx *cx, struct plan *p);

/* How many people were chosen in the form or link. */
int plan_chosen(const struct cx *cx);

/* Reads the chosen people from the form into the plan.  ERR_INPUT after
 * putting faults beside fields. */
MUST_USE enum err plan_choose(struct cx *cx, struct plan *p);

/* The people of P as a field's text, and read from there; false unless all of
 * it was made for this account. */
#define CARDS_TEXT 900 /* letters at most */
const char *cards_make(struct cx *cx, const struct plan *p);
bool cards_read(struct cx *cx, struct plan *p);

/* How many people will come, as it was said at first; "1" if it was not. */
const char *plan_party(const struct cx *cx);

/* The query of the people step with everything that came chosen. */
const struct cx_arg *plan_args(struct cx *cx);

/* The steps; each makes the answer. */
MUST_USE enum err choose_show(struct cx *cx, int status);
MUST_USE enum err bap_show(struct cx *cx, bool lost);
MUST_USE enum err people_show(struct cx *cx, const struct plan *p,
    const struct person_form *form, int status);
MUST_USE enum err people_add(struct cx *cx, struct plan *p);
MUST_USE enum err review_show(struct cx *cx, struct plan *p, int status);
MUST_USE enum err confirm(struct cx *cx, struct plan *p);

/* The review, or why the slot cannot be had any more. */
MUST_USE enum err resume_review(struct cx *cx, struct plan *p, int status);

/* True if the order may have gone through before, here or on another host: it
 * is then looked for, whatever became of its slot. */
bool plan_once_known(const struct cx *cx);

/* Answers the form of a check, or of a confirm that comes too late, without the
 * database, if that can be: *DONE. */
MUST_USE enum err answer_early(struct cx *cx, struct plan *p, bool *done);

/* Answers a confirm that came to ERR_BUSY, with the form kept. */
MUST_USE enum err answer_busy(struct cx *cx, struct plan *p);

/* A NIK that has a live booking, of applicant AT: said in neutral words, and
 * not too often, so that nobody can ask for whom a booking stands. */
MUST_USE enum err refuse_nik(struct cx *cx, struct plan *p, int at);

/* The token came with another form before: that booking stands. */
MUST_USE enum err refuse_reused(struct cx *cx, struct plan *p);

/* The account has no number of live applicants left. */
MUST_USE enum err refuse_limit(struct cx *cx, struct plan *p);

/* Not decided, 503: the same button again. */
MUST_USE enum err refuse_again(struct cx *cx, struct plan *p);

/* Full, closed, not open yet or over: the slot's own words, and others.  UNSURE
 * as in struct refusal. */
MUST_USE enum err refuse_slot(struct cx *cx, struct plan *p, bool unsure);

/* Why places were not given, in words of the request's language. */
struct refusal {
	const char *text;  /* what happened */
	const char *todo;  /* what to do; NULL: choose another slot */
	bool alternatives; /* other slots would help: show the nearest */
	bool blocked;      /* pressing the button again cannot help */
	bool unsure;       /* nobody looked for a booking made before */
};
MUST_USE enum err review_refuse(
    struct cx *cx, struct plan *p, const struct refusal *why, int status);

#endif
