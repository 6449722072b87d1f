/* endpoint.h - declares a program and its handlers, and runs it.
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
 * All programs have these options.  -t checks configuration, keys, pages, texts
 * and every statement, and ends.  -n prints the settings that differ from the
 * defaults.  -f prints the methods of the program, the role that it needs and
 * its fields that name an object.
 *
 * Each field that holds an id or a code, or is called "office", must declare
 * which kind of object it names (`object`), and a program for staff must have
 * at least one field with an object.  Otherwise the program does not start.
 */
#ifndef APP_CORE_ENDPOINT_H
#define APP_CORE_ENDPOINT_H

#include "app/core/limit.h"
#include "queue/people/keys.h"

#define ENDPOINT_FORM_MAX 16384 /* bytes */

/* Loads something into APP when the program starts. */
typedef enum err app_start(struct app *app);

/* The body of a POST. */
enum body {
	BODY_FORM, /* the declared fields, urlencoded, with a form token */
	BODY_RAW,  /* signed bytes of any type, from a machine */
};

struct endpoint {
	const char *name;    /* path below the base URL; "home" is "/" */
	unsigned methods;    /* bits: METHOD_GET, METHOD_POST */
	enum role role;      /* least role; the gate asks others to sign in */
	enum role post_role; /* least role for a POST, if it is higher */
	bool staff;          /* with ROLE_ANYONE: read the staff's cookie */
	unsigned keys; /* bits of queue/people/keys.h: keys besides mac.key, or
	                * staff.key in programs for staff */
	/* True if the program itself reads the session's row, in a statement
	 * that reads other data too (auth_confirm_people), and returns
	 * ERR_LOGIN if the session has ended.  The gate then only checks the
	 * cookie. */
	bool confirms;
	const struct field *fields; /* without lang and token, which the gate
	                             * adds */
	size_t field_count;
	const char *const *pages; /* names, NULL-ended, without `error` */
	const char *const *texts; /* files of texts besides the program's own
	                           * and `common`, NULL-ended; or NULL */
	const char *home;         /* in a program to sign in: where people go if
	                           * they did not come from another program */
	enum body body;           /* of a POST */
	/* Required with BODY_RAW, where the gate calls it before the handler
	 * and checks neither fields, token, Origin nor session: ERR_FORBIDDEN
	 * if the signature of cx->req->body is wrong.  It must not use the
	 * database, because anybody can make the gate call it without limit. */
	enum err (*verify)(struct cx *cx);
	size_t form_max; /* bytes of a POST; 0: ENDPOINT_FORM_MAX */
	/* Limits that the gate counts each POST against (with BODY_RAW only
	 * signed ones, and without LIMIT_PERSON rows, as nobody is signed in),
	 * or each GET of a program without POST; or NULL. */
	const struct limit *limit;
	/* Fields that can be in a URL of the program, ended by -1: after
	 * signing in, people come back to the URL with these fields. */
	const int *address;
	app_start *const *start; /* called in this order, NULL-ended; or NULL */
	/* pdf_open (paper/kit/pdf.h) in a program that makes PDFs, else NULL */
	enum err (*pdf)(
	    struct arena *a, const char *fonts_dir, struct pdf **pdf);
	/* slot_words_by_id (app/public/slot_words.h) in a program that knows
	 * slots, else NULL: with it the page to sign in shows the slot that the
	 * person is about to book */
	const char *(*slot_said)(struct cx *cx, int64_t slot_id);
	/* Handlers of GET and POST, which the gate calls last.  If one returns
	 * ERR_LOGIN, the answer is the page to sign in, which keeps a form;
	 * other errors are answered with the error page.  For a form with
	 * faults the handler answers 422 itself and returns OK. */
	enum err (*get)(struct cx *cx); /* NULL: show, with 422 after faults */
	enum err (*post)(struct cx *cx);
	/* Answers with the page of the form, with the HTTP status STATUS and
	 * all values of the request; changes nothing.  The gate calls it for a
	 * form whose token is wrong or too old, for a form that post answered
	 * with ERR_LIMIT, and for a form that was kept while its sender signed
	 * in; cx->alert then has the reason.  NULL: the gate uses the error
	 * page. */
	enum err (*show)(struct cx *cx, int status);
};

/* True if the program reads the cookie of staff, false if it reads the cookie
 * of applicants. */
static inline bool
endpoint_staff(const struct endpoint *ep)
{
	return ep->staff || ep->role >= ROLE_OFFICER ||
	       ep->post_role >= ROLE_OFFICER;
}

int endpoint_main(const struct endpoint *endpoint, int argc, char **argv);

#endif
