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
 * every statement, and ends; -n prints settings that differ from the defaults.
 */
#ifndef APP_CORE_ENDPOINT_H
#define APP_CORE_ENDPOINT_H

#include "app/core/cx.h"

/* Loads a part of the house into APP when the program starts. */
typedef enum err app_start(struct app *app);

struct endpoint {
	const char *name; /* the path below the base URL; "home" is "/" */
	unsigned methods; /* METHOD_GET, METHOD_POST */
	enum role role;
	bool staff;    /* ROLE_ANYONE: it looks for staff, not applicants */
	unsigned keys; /* bits of base/crypt.h it uses beside mac.key, or
	                  staff.key where it looks for staff */
	const struct field *fields; /* the program's own; lang and token are
	                               taken care of */
	size_t field_count;
	const char *const *pages; /* names, NULL-ended; error is always there */
	const char *const *texts; /* files of texts besides the program's own
	                             and common, NULL-ended; may be NULL */
	size_t form_max;          /* bytes of a POST; 0 is 16 KiB */
	const int *kept; /* fields that may wait for the sender to sign in, -1
	                    behind the last: app/who/pending.h */
	app_start *const *start; /* called in turn, NULL-ended; may be NULL */
	/* pdf_open of paper/kit/pdf.h in a program that prints, else NULL */
	enum err (*pdf)(
	    struct arena *a, const char *fonts_dir, struct pdf **pdf);
	/* GET and POST, after the gate.  An error returned becomes the error
	 * page; a form with faults answers 422 itself and returns OK. */
	enum err (*get)(struct cx *cx);
	enum err (*post)(struct cx *cx);
	/* A form that came without a token of ours, or with one too old, or
	 * for which post returned ERR_LIMIT: shows it again with STATUS and
	 * everything typed, under what cx->alert says; nothing may be done for
	 * it.  NULL, or OUTCOME returned: the error page. */
	enum err (*again)(struct cx *cx, int status, enum err outcome);
};

int endpoint_main(const struct endpoint *endpoint, int argc, char **argv);

#endif
