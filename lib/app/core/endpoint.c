/* endpoint.c - starts a program, runs its loop, writes the access log. */
#include "app/core/endpoint.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "app/core/gate.h"
#include "app/who/sign_in.h"
#include "base/day.h"
#include "base/log.h"
#include "queue/queries.h"
#include "queue/seat/place.h"
#include "text/xml.h"
#include "web/serve.h"

#define TEXTS_MAX 8            /* files of texts that an endpoint can name */
#define APP_ARENA (512 * 1024) /* bytes for everything loaded at start */

/* True if every field that names an object declares its kind, and a program for
 * staff has such a field.  By these declarations the gate and
 * tests/http/foreign.t keep the offices apart. */
static bool
names_objects(const struct endpoint *ep)
{
	bool any = ep->role < ROLE_OFFICER && ep->post_role < ROLE_OFFICER;
	bool all = true;

	for (size_t i = 0; i < ep->field_count; i++) {
		const struct field *f = &ep->fields[i];

		if (f->object != NULL) {
			any = true;
		} else if (f->kind == FIELD_ID || f->kind == FIELD_CODE ||
			   strcmp(f->name, "office") == 0) {
			log_fault("endpoint", "field=%s why=object", f->name);
			all = false;
		}
	}
	if (!any)
		log_fault("endpoint", "why=no-object");
	return any && all;
}

/* The option -f.  Tests use its output to try each method, and the objects of
 * another office. */
static int
print_fields(const struct endpoint *ep)
{
	static const char *const role[] = {
	    [ROLE_PUBLIC] = "public",
	    [ROLE_ANYONE] = "anyone",
	    [ROLE_APPLICANT] = "applicant",
	    [ROLE_OFFICER] = "officer",
	    [ROLE_ADMIN] = "admin",
	    [ROLE_NATIONAL] = "national",
	};

	printf("methods%s%s\n", (ep->methods & METHOD_GET) != 0 ? " GET" : "",
	    (ep->methods & METHOD_POST) != 0 ? " POST" : "");
	printf("role %s\n",
	    role[ep->post_role > ep->role ? ep->post_role : ep->role]);
	for (size_t i = 0; i < ep->field_count; i++)
		if (ep->fields[i].object != NULL)
			printf("field %s %s\n", ep->fields[i].name,
			    ep->fields[i].object);
	return 0;
}

/* Loads the texts of the program, of all programs, of the page to sign in, and
 * those that the endpoint names. */
static enum err
load_texts(struct app *app, const struct endpoint *ep)
{
	const char *name[3 + TEXTS_MAX + 1] = {ep->name, "common"};
	const char *sign_in = sign_in_name(ep);
	size_t n = 2;

	if (ep->role != ROLE_PUBLIC && strcmp(sign_in, ep->name) != 0)
		name[n++] = sign_in;
	for (size_t i = 0; ep->texts != NULL && ep->texts[i] != NULL; i++) {
		assert(i < TEXTS_MAX);
		name[n++] = ep->texts[i];
	}
	return catalogue_load(
	    &app->arena, app->conf.pages_dir, name, &app->texts);
}

static enum err
load_pages(struct app *app, const struct endpoint *ep)
{
	const struct page_source source = {.pages_dir = app->conf.pages_dir,
	    .style_file = app->conf.style_file,
	    .texts = app->texts};
	const struct page *page;
	enum err e = page_set_open(&app->arena, &source, &app->pages);

	if (e == OK)
		e = page_load(app->pages, "error", &page);
	if (e == OK && ep->role != ROLE_PUBLIC)
		e = page_load(app->pages, sign_in_name(ep), &page);
	for (size_t i = 0; e == OK && ep->pages != NULL && ep->pages[i] != NULL;
	     i++)
		e = page_load(app->pages, ep->pages[i], &page);
	return e;
}

/* Calls the functions that the endpoint names. */
static enum err
start(struct app *app, const struct endpoint *ep)
{
	enum err e = OK;

	if (ep->pdf != NULL)
		e = ep->pdf(&app->arena, app->conf.fonts_dir, &app->pdf);
	for (size_t i = 0; e == OK && ep->start != NULL && ep->start[i] != NULL;
	     i++)
		e = ep->start[i](app);
	return e;
}

/* The keys that the program loads.  A program with ROLE_PUBLIC signs nothing,
 * because its pages are the same for everybody. */
static unsigned
keys_used(const struct endpoint *ep)
{
	if (ep->role == ROLE_PUBLIC)
		return ep->keys;
	if (endpoint_staff(ep))
		return ep->keys | KEY_STAFF;
	return ep->keys | KEY_MAC;
}

static enum err
load(struct app *app, const struct endpoint *ep)
{
	enum err e;

	app->endpoint = ep;
	arena_init(&app->arena, APP_ARENA);
	assert(
	    ep->body == BODY_FORM || (ep->verify != NULL && ep->post != NULL));
	if (!names_objects(ep))
		return ERR_FAULT;
	if ((e = crypt_start()) != OK ||
	    (e = conf_load(&app->conf, NULL)) != OK)
		return e;
	xml_start();
	if ((e = keys_load(&app->keys, app->conf.keys_dir, keys_used(ep))) !=
		OK ||
	    (e = load_texts(app, ep)) != OK || (e = load_pages(app, ep)) != OK)
		return e;
	catalogue_settle(app->texts);
	arena_trim();
	app->ratelimit = ratelimit_open(&app->arena, app->conf.run_dir);
	app->places = place_map_open(&app->arena, app->conf.run_dir);
	app->db = db_new(&app->arena, &app->conf);
	return start(app, ep);
}

/* The option -t.  Checks the statements only, because the program has already
 * checked everything else when it loaded it.  ERR_FORBIDDEN is no fault: some
 * statements belong to programs with another database user. */
static int
check(struct app *app)
{
	enum err e = db_open(app->db);

	db_ask(app->db);
	for (size_t i = 0; e == OK && i < queries_count; i++)
		for (size_t k = 0; e == OK && k < *queries[i].count; k++) {
			e = db_check(app->db, &queries[i].query[k]);
			if (e == ERR_FORBIDDEN)
				e = OK;
		}
	db_close(app->db);
	puts(e == OK ? "ok" : "not ok");
	return e == OK ? 0 : 1;
}

static void
handle(void *ctx, struct request *req, struct reply *reply)
{
	struct app *app = ctx;
	enum err e = gate_pass(app, req, reply);

	log_info("request", "id=%s status=%d us=%lld bytes=%zu err=%s", req->id,
	    reply->status, (long long)((day_ticks() - req->ticks) / 1000),
	    reply->body.len, err_name(e));
}

static int
run(struct app *app, const char *word)
{
	if (strcmp(word, "-t") == 0)
		return check(app);
	if (strcmp(word, "-n") == 0) {
		conf_print(&app->conf, stdout);
		return 0;
	}
	return serve_run(&app->conf, handle, app);
}

int
endpoint_main(const struct endpoint *endpoint, int argc, char **argv)
{
	static struct app app;
	int code = 1;

	log_open(endpoint->name, LOG_INFO);
	if (argc > 1 && strcmp(argv[1], "-f") == 0)
		return print_fields(endpoint);
	if (load(&app, endpoint) == OK)
		code = run(&app, argc > 1 ? argv[1] : "");
	arena_free(&app.arena); /* also closes the database connection */
	conf_free(&app.conf);
	return code;
}
