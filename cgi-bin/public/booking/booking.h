/* booking.h - the steps of booking: what the files of the program share.
 *
 *	step 1	  choose: the kind of application and the number of people (GET)
 *	step 2, 3 office and slot: programs of their own
 *	step 4	  people: which people of the account come (GET with a slot;
 *		  POST person adds a person)
 *	step 5	  review: shows everything that was chosen (POST check)
 *		  confirm: books (POST confirm), then redirects to the ticket
 *
 * The program stores nothing between steps.  The form has the ids of people of
 * the account, never a NIK.  Every step checks all fields again.
 *
 * Kinds, slot, office and rules come from app/public/availability.h; one
 * statement reads the session and the account's people.  A slot that cannot be
 * booked any more is refused before that statement: a GET is redirected to the
 * slots, and the answer to a form shows the people that the form contains
 * (cards.c, early.c).  So, while the seat map is trusted, neither a review nor
 * a request for a slot that is full or closed causes a query.
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
	F_WAS, /* the slot that was refused before */
	F_STEP,
	F_DECLARE,
	F_ONCE,
	F_CARDS,  /* the people as shown, signed: cards.c */
	F_WHO,    /* items by member number: id of the person */
	F_WHAT,   /* items: code of the kind of application */
	F_YEAR,   /* items: year of issue of the old passport */
	F_ABROAD, /* items: old passport was issued abroad */
	F_PERSON, /* a person to add: app/form/person_form.h */
	F_COUNT = F_PERSON + PERSON_FORM_FIELDS,
};
extern const struct field booking_fields[F_COUNT];

/* The buttons: values of F_STEP. */
enum booking_step {
	STEP_CHECK,   /* on the people page: go to the review */
	STEP_CONFIRM, /* on the review page: book */
	STEP_PERSON,  /* adds a person to the account */
};

/* A plan is what an applicant wants to book; every step reads it again from the
 * fields of the request. */
struct plan {
	const struct snapshot *snapshot; /* for the kinds of application */
	struct slot slot;
	struct office office;
	struct person person[PERSON_MAX];
	int persons;
	struct booking b;  /* the applicants chosen so far; party can be 0 */
	const char *once;  /* one-time token: from the form, or new */
	int arrive_before; /* minutes */
	int limit;         /* live applicants that an account can have */
	int party_max;     /* applicants on one booking */
};

/* Reads kind, slot, office and rules for the fields of the request, from
 * availability.h.  ERR_MISSING: there is no such slot. */
MUST_USE enum err plan_read(struct cx *cx, struct plan *p);

/* Sets p->once to a new one-time token.  The form sends the token back, and it
 * identifies the order (booking_order.once). */
void plan_once_new(struct cx *cx, struct plan *p);

/* Reads the session and the account's people into P.  ERR_LOGIN: nobody is
 * signed in. */
MUST_USE enum err plan_people(struct cx *cx, struct plan *p);

/* The number of people chosen in the form or link. */
int plan_chosen(const struct cx *cx);

/* Reads the chosen people from the form into P.  ERR_INPUT: fields have
 * faults. */
MUST_USE enum err plan_choose(struct cx *cx, struct plan *p);

/* A card is the data of a person that the pages show: name, masked NIK, birth
 * date, sex (see cards.c).  cards_make returns the cards of the people of P as
 * signed text for a hidden field.  cards_read reads that field of the request
 * into P, without a query; false unless the text was made for this account. */
#define CARDS_TEXT 900 /* characters, at most */
const char *cards_make(struct cx *cx, const struct plan *p);
bool cards_read(struct cx *cx, struct plan *p);

/* The number of people that was chosen in the first step, as text; "1" if none
 * was chosen. */
const char *plan_party(const struct cx *cx);

/* The query of a link to step 4, with all choices of this request. */
const struct cx_arg *plan_args(struct cx *cx);

/* Each of these functions makes the answer of a step.  bap_show explains the
 * examination (BAP) that an applicant needs whose passport is lost (LOST true)
 * or damaged (LOST false).
 * people_add adds the person in the form to the account.  confirm makes the
 * booking. */
MUST_USE enum err choose_show(struct cx *cx, int status);
MUST_USE enum err bap_show(struct cx *cx, bool lost);
MUST_USE enum err people_show(struct cx *cx, const struct plan *p,
    const struct person_form *form, int status);
MUST_USE enum err people_add(struct cx *cx, struct plan *p);
MUST_USE enum err review_show(struct cx *cx, struct plan *p, int status);
MUST_USE enum err confirm(struct cx *cx, struct plan *p);

/* Shows the review, or the refusal if the slot cannot be booked any more. */
MUST_USE enum err resume_review(struct cx *cx, struct plan *p, int status);

/* True if an order with the token of this form was possibly booked already, on
 * this host or another.  The caller must then look for that booking, whatever
 * the slot's state is. */
bool plan_once_known(const struct cx *cx);

/* Answers the request without a query if the seat map and the snapshot suffice:
 * a check, or a confirm for a slot that cannot be booked.  Sets *DONE to
 * true if it answered the request, else to false. */
MUST_USE enum err answer_early(struct cx *cx, struct plan *p, bool *done);

/* Answers a confirm for which booking_make returned ERR_BUSY; the page keeps
 * the form. */
MUST_USE enum err answer_busy(struct cx *cx, struct plan *p);

/* Refuses because the NIK of applicant AT (from 0) has a live booking.  The
 * text does not say where, and each account can get this answer only a few
 * times, so that nobody can search for bookings of other people. */
MUST_USE enum err refuse_nik(struct cx *cx, struct plan *p, int at);

/* Refuses because the one-time token of the review page came before, with other
 * entries; the page shows the code of the booking that was made with those. */
MUST_USE enum err refuse_reused(struct cx *cx, struct plan *p);

/* Refuses because the account has too many live applicants (p->limit). */
MUST_USE enum err refuse_limit(struct cx *cx, struct plan *p);

/* Answers 503 because the outcome is not known; the page has the same button,
 * which sends the same order again. */
MUST_USE enum err refuse_again(struct cx *cx, struct plan *p);

/* Refuses because the slot is full, closed, not open yet or over; the page
 * shows other slots.  For UNSURE see struct refusal. */
MUST_USE enum err refuse_slot(struct cx *cx, struct plan *p, bool unsure);

/* Why nothing was booked, in the language of the request. */
struct refusal {
	const char *text;  /* what happened */
	const char *todo;  /* what to do; NULL: choose another slot */
	bool alternatives; /* show the nearest open slots */
	bool blocked;      /* the button is of no use: leave it out */
	bool unsure;       /* an earlier booking was not looked for */
};
MUST_USE enum err review_refuse(
    struct cx *cx, struct plan *p, const struct refusal *why, int status);

#endif
