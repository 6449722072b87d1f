/* endpoint.h - a program: declarations and handlers, main is one line.
 *
 *	static const struct endpoint health = {
 *		.name = "health",
 *		.methods = METHOD_GET,
 *		.pages = (const char *const[]){"health", NULL},
 *		.get = health_get,
 *	};
 *	int
 *	main(int argc, char **argv)
 *	{
 *		return endpoint_main(&health, argc, argv);
 *	}
 *
 * Options of every program: -t checks configuration, keys, pages, texts and
 * every statement, and ends; -n prints settings that differ from the defaults;
 * -f prints the role a program needs and the fields that name an object.
 *
 * A program does not start if one of its fields holds an id or a code, or is
 * called "office", and does not say which kind of object it names; nor if the
 * program is for staff alone and has no such field.
 */
#ifndef APP_CORE_ENDPOINT_H
#define APP_CORE_ENDPOINT_H

#include "app/core/limit.h"

#define ENDPOINT_FORM_MAX 16384 /* bytes */

/* Loads a part of the house into APP when the program starts. */
typedef enum err app_start(struct app *app);

struct endpoint {
	const char *name; /* the path below the base URL; "home" is "/" */
	unsigned methods; /* METHOD_GET, METHOD_POST */
	enum role role; /* the gate asks others to sign in: app/who/sign_in.h */
	enum role post_role; /* the same of a POST, where it needs more */
	bool staff;    /* ROLE_ANYONE: it looks for staff, not applicants */
	unsigned keys; /* bits of base/crypt.h it uses beside mac.key, or
	                  staff.key where it looks for staff */
	/* The program reads the session's row itself, with what else it needs
	 * (auth_confirm_people), and returns ERR_LOGIN if it has ended.  The
	 * gate then believes the cookie. */
	bool confirms;
	const struct field *fields; /* the program's own; lang and token are
	                               taken care of */
	size_t field_count;
	const char *const *pages; /* names, NULL-ended; error is always there */
	const char *const *texts; /* files of texts besides the program's own
	                             and common, NULL-ended; may be NULL */
	const char *home;         /* of a program to sign in: the program where
	                             people go on to who came from none */
	size_t form_max;          /* bytes of a POST; 0 is ENDPOINT_FORM_MAX */
	/* Limits that each POST counts against, or each GET of a program
	 * without POST; NULL for none. */
	const struct limit *limit;
	/* Fields that may stand in an address of the program, -1 behind the
	 * last: somebody who has to sign in first comes back to it. */
	const int *address;
	app_start *const *start; /* called in turn, NULL-ended; may be NULL */
	/* pdf_open of paper/kit/pdf.h in a program that prints, else NULL */
	enum err (*pdf)(
	    struct arena *a, const char *fonts_dir, struct pdf **pdf);
	/* slot_words_by_id of app/public/slot_words.h in a program that knows
	 * slots: the page to sign in then names what one is about to book */
	const char *(*slot_said)(struct cx *cx, int64_t slot_id);
	/* GET and POST, after the gate.  ERR_LOGIN becomes the page to sign
	 * in, which keeps a form; another error the error page.  A form with
	 * faults answers 422 itself and returns OK. */
	enum err (*get)(struct cx *cx); /* NULL: show, 422 after faults */
	enum err (*post)(struct cx *cx);
	/* The page of the form, with STATUS and everything that came for it;
	 * does nothing else.  Besides the program itself the gate calls it
	 * for a form without a token of ours or with one too old, for one that
	 * post answers with ERR_LIMIT, and for one that waited until its sender
	 * had signed in.  cx->alert then says why.  NULL: the error page. */
	enum err (*show)(struct cx *cx, int status);
};

/* True if the program looks for staff, false if for applicants. */
static inline bool
endpoint_staff(const struct endpoint *ep)
{
	return ep->staff || ep->role >= ROLE_OFFICER ||
	       ep->post_role >= ROLE_OFFICER;
}

int endpoint_main(const struct endpoint *endpoint, int argc, char **argv);

#endif
