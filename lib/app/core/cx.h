/* cx.h - one request on its way through a program.
 *
 * The context is passed, never global.  Everything in it lives as long as the
 * request, but for APP, which is the program's.
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

/* What a program has loaded at its start. */
struct app {
	struct arena arena;
	struct conf conf;
	struct crypt_keys keys;
	struct catalogue *texts;
	struct page_set *pages;
	struct ratelimit_map *ratelimit;
	struct place_map *places;    /* queue/seat/place.h */
	struct semaphore *semaphore; /* of who takes passwords, else NULL */
	struct db *db;
	const struct endpoint *endpoint;
	struct page_cache *page_cache; /* app/public/page_keep.h, or NULL */
	/* what the functions of endpoint.start and endpoint.press made; NULL
	 * in a program without them */
	struct availability *availability; /* app/public/availability.h */
	struct pdf *pdf;                   /* paper/kit/pdf.h */
	struct info *info;                 /* text/info.h */
	void *own; /* the program's alone: no library reads or sets it */
};

struct cx {
	struct arena *arena;
	struct app *app;
	struct request *req;
	struct reply *reply;
	struct fields field; /* as declared by the endpoint */
	struct who who;      /* app/who/auth.h */
	/* Of staff in a program with a field that names an office: theirs, or
	 * the one that national staff named, NULL if they named none. */
	const struct office *office;
	struct db *db; /* opened by its first statement */
	enum lang lang;
	int64_t now;       /* the request's instant */
	const char *alert; /* said above the page; NULL for nothing */
	bool resumed;      /* the form waited for its sender to sign in */
};

/* The actor of this request, at its instant: the account or member of staff
 * whose session was confirmed in this request (auth_confirm), else somebody
 * unknown with a code or a link. */
struct actor cx_actor(const struct cx *cx);

/* A view of the page NAME with all that every page shows already set: the
 * other language's address, who is signed in, the form token. */
struct view *cx_page(struct cx *cx, const char *name);

/* Writes VIEW as the answer with STATUS.  ERR_FAULT, logged, if it is larger
 * than REPLY_MAX: to be returned, an error page then takes its place. */
MUST_USE enum err cx_send(
    struct cx *cx, const struct view *view, const char *name, int status);

/* Sets the status and what stands above every page of ours; cx_send does. */
void cx_head(struct cx *cx, int status);

/* A field of a link and its text, "" for none:
 *
 *	cx_redirect(cx, "slot", CX_ARGS({"office", code}, {"n", cx_int(cx, n)}))
 *
 * Names and values are percent-encoded; a pair without a value is left out. */
struct cx_arg {
	const char *name, *value;
};
#define CX_ARGS(...) ((const struct cx_arg[]){__VA_ARGS__, {NULL, NULL}})

/* A number as a pair's value. */
const char *cx_int(const struct cx *cx, int64_t n);

/* The address of PROGRAM, relative to the base URL, with ARGS (CX_ARGS, or NULL
 * for none) as its query.  PROGRAM is a name of ours, never what came. */
const char *cx_path(
    const struct cx *cx, const char *program, const struct cx_arg *args);

/* The same for a link: with lang=en where the request is in English. */
const char *cx_href(
    const struct cx *cx, const char *program, const struct cx_arg *args);

/* 303 to there, language kept.  Always OK, to be returned. */
MUST_USE enum err cx_redirect(
    struct cx *cx, const char *program, const struct cx_arg *args);

/* The same for a path that cx_path made or next_read let through. */
MUST_USE enum err cx_go_on(struct cx *cx, const char *path);

/* True if the pair that begins at Q, in a query, is the language. */
bool cx_is_lang(const char *q);

/* A moment: the same within one second of our clock and of the machine's, so
 * that nothing is kept for ever where ours stands still. */
int64_t cx_moment(const struct cx *cx);

/* Text of the request's language. */
const char *cx_text(const struct cx *cx, const char *key);
const char *cx_fill(
    const struct cx *cx, const char *key, const struct text_arg *args);

#endif
