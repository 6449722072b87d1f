/* sign_in.h - the pages to sign in, of applicants and of staff.
 *
 * The gate answers with them whenever a program needs somebody to be signed
 * in: a GET goes to the page, which leads back to the address; a POST has the
 * page for an answer, which carries the form that came (app/who/pending.h). The
 * programs `session` and `signin` show the same pages and judge what is typed
 * there.
 */
#ifndef APP_WHO_SIGN_IN_H
#define APP_WHO_SIGN_IN_H

#include <stdbool.h>

#include "app/core/endpoint.h"

struct sign_in {
	const char *next; /* where one goes then; "" is endpoint.home */
	const char *form; /* what waits: app/who/pending.h; "" if nothing */
	bool signed_out;  /* just now */
	bool busy;        /* too many are signing in */
};

/* The name of the page and program where people of EP sign in. */
const char *sign_in_name(const struct endpoint *ep);

/* The page.  What was typed into the page itself is to be put there by the
 * program that it is posted to. */
struct view *sign_in_page(struct cx *cx, const struct sign_in *s);

/* Answers a request that needs somebody to be signed in: 303 to the page for a
 * GET, 403 and the page for a POST, since nothing was done. */
MUST_USE enum err sign_in_ask(struct cx *cx);

/* Signed in: goes on to NEXT, or to a page with one button that shows FORM
 * again, where one waits. */
MUST_USE enum err sign_in_done(
    struct cx *cx, const char *next, const char *form);

#endif
