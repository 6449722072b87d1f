/* sign_in.h - the page to sign in, as an answer of any applicant's program. */
#ifndef APP_WHO_SIGN_IN_H
#define APP_WHO_SIGN_IN_H

#include <stdbool.h>

#include "app/core/cx.h"

struct sign_in {
	const char *next;   /* where one goes then; "" is the account */
	const char *form;   /* what waits: app/who/pending.h; "" if nothing */
	const char *chosen; /* what one is about to book; "" if nothing */
	bool signed_out;    /* just now */
	bool busy;          /* too many are signing in */
};

/* The page.  The program names "session" among its pages; what was typed into
 * the page itself is to be put there by whoever posts to it. */
struct view *sign_in_page(struct cx *cx, const struct sign_in *s);

/* Answers a POST whose session is none or has ended: the page, with the form
 * that came, says so.  403, since nothing was done. */
MUST_USE enum err sign_in_ask(
    struct cx *cx, const char *next, const char *chosen);

#endif
