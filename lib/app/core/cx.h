/* cx.h - the context of one request.
 *
 * Functions get the context as a parameter, because it is never global.
 * Everything in the context lives as long as the request, except `app`, which
 * lives as long as the program.  So does everything that functions with a
 * parameter CX return, unless their header says otherwise.
 */
#ifndef APP_CORE_CX_H
#define APP_CORE_CX_H

#include "app/who/auth.h"
#include "base/conf.h"
#include "base/crypt.h"
#include "base/ratelimit.h"
#include "db/db.h"
#include "queue/audit/actor.h"
#include "text/catalogue.h"
#include "web/form/field.h"
#include "web/page/page.h"
#include "web/page/view.h"
#include "web/reply.h"
#include "web/request.h"

struct availability;
struct endpoint;
struct info;
struct office;
struct place_map;
struct pdf;
struct semaphore;

/* What a program loads when it starts. */
struct app {
	struct arena arena;
	struct conf conf;
	struct crypt_keys keys;
	struct catalogue *texts;
	struct page_set *pages;
	struct ratelimit_map *ratelimit;
	struct place_map *places;    /* queue/seat/place.h */
	struct semaphore *semaphore; /* app/who/password.h, or NULL */
	struct db *db;
	const struct endpoint *endpoint;
	struct page_cache *page_cache; /* app/public/page_keep.h, or NULL */
	/* set by the functions in endpoint.start and endpoint.pdf; NULL in
	 * programs without them */
	struct availability *availability; /* app/public/availability.h */
	struct pdf *pdf;                   /* paper/kit/pdf.h */
	struct info *info;                 /* text/info.h */
	void *own; /* for the program only: no library uses it */
};

struct cx {
	struct arena *arena;
	struct app *app;
	struct request *req;
	struct reply *reply;
	struct fields field; /* the endpoint's declared fields */
	struct who who;      /* app/who/auth.h */
	/* Set for staff in a program that has a field for an office: their own
	 * office; for national staff the office in the field, or NULL if it is
	 * empty. */
	const struct office *office;
	struct db *db; /* connects when a statement first needs it */
	enum lang lang;
	int64_t now;       /* instant of the request */
	const char *alert; /* text shown above the page; NULL for none */
	bool resumed;      /* the form was kept while its sender signed in */
};

/* The actor of this request at its instant: the account or member of staff
 * whose session this request has confirmed (auth_confirm), else ACTOR_CODE with
 * id 0. */
struct actor cx_actor(const struct cx *cx);

/* A view of the page NAME, in which everything that all pages show is set: the
 * link to the other language, who is signed in, the form token. */
struct view *cx_page(struct cx *cx, const char *name);

/* Writes the page NAME, filled from VIEW, as the answer with the HTTP status
 * STATUS.  ERR_FAULT, logged, if the page is larger than REPLY_MAX; the caller
 * returns it, and the gate answers with the error page. */
MUST_USE enum err cx_send(
    struct cx *cx, const struct view *view, const char *name, int status);

/* Sets the HTTP status and the headers that every page has.  cx_send calls this
 * function. */
void cx_head(struct cx *cx, int status);

/* A name and value in the query of a link:
 *
 *	cx_redirect(cx, "slot", CX_ARGS({"office", code}, {"n", cx_int(cx, n)}))
 *
 * cx_path percent-encodes both, and leaves out a pair whose value is "". */
struct cx_arg {
	const char *name, *value;
};
#define CX_ARGS(...) ((const struct cx_arg[]){__VA_ARGS__, {NULL, NULL}})

/* N as text, for the value of a pair. */
const char *cx_int(const struct cx *cx, int64_t n);

/* The URL of PROGRAM, relative to the base URL, with ARGS (CX_ARGS, or NULL for
 * none) as its query.  PROGRAM must be a constant, never input. */
const char *cx_path(
    const struct cx *cx, const char *program, const struct cx_arg *args);

/* As cx_path, with lang=en added if the request is in English. */
const char *cx_href(
    const struct cx *cx, const char *program, const struct cx_arg *args);

/* Answers 303 to cx_href(PROGRAM, ARGS).  Always returns OK. */
MUST_USE enum err cx_redirect(
    struct cx *cx, const char *program, const struct cx_arg *args);

/* Answers 303 to PATH, which must come from cx_path or next_read, with the
 * language of the request added.  Always returns OK. */
MUST_USE enum err cx_go_on(struct cx *cx, const char *path);

/* True if the pair that begins at Q in a query is the language. */
bool cx_is_lang(const char *q);

/* A number for caches that last a second.  Two requests get the same number
 * only if both are within the same second of the wall clock and of the
 * monotonic clock.  The wall clock alone could be set back or, in tests, stand
 * still. */
int64_t cx_moment(const struct cx *cx);

/* The text for KEY in the language of the request.  cx_fill replaces the names
 * in braces in that text by ARGS. */
const char *cx_text(const struct cx *cx, const char *key);
const char *cx_fill(
    const struct cx *cx, const char *key, const struct text_arg *args);

#endif
