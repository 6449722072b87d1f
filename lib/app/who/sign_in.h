/* sign_in.h - the pages to sign in, for applicants and for staff.
 *
 * The gate uses them whenever a program needs somebody to be signed in.  A GET
 * is redirected to the page, which after signing in leads back to the address
 * of that GET.  A POST is answered with the page, which has the sent form in a
 * hidden field (app/who/pending.h).  The programs `session` and `signin` show
 * the same pages and check names and passwords (sign_in_form.h).
 */
#ifndef APP_WHO_SIGN_IN_H
#define APP_WHO_SIGN_IN_H

#include <stdbool.h>

#include "app/core/endpoint.h"

struct sign_in {
	const char *next; /* address to go to afterwards; "": endpoint.home */
	const char *form; /* text of a kept form (pending.h); "" if none */
	bool signed_out;  /* show that signing out is done */
	bool busy;        /* show that too many people are signing in */
};

/* The name of the page where the people who use the program EP sign in.  The
 * program that checks their passwords has the same name. */
const char *sign_in_name(const struct endpoint *ep);

/* A view of the page to sign in.  The program that its form is sent to adds
 * what was typed. */
struct view *sign_in_page(struct cx *cx, const struct sign_in *s);

/* Answers a request that needs somebody to be signed in: for a GET 303 to the
 * page to sign in; for a POST 403 with that page, because nothing was done. */
MUST_USE enum err sign_in_ask(struct cx *cx);

/* Answers a request that has signed somebody in: with a redirect to NEXT; but
 * if FORM is a kept form, with a page that has one button, which leads back to
 * that form. */
MUST_USE enum err sign_in_done(
    struct cx *cx, const char *next, const char *form);

#endif
