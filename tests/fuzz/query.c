/* query.c - fuzzes a request's environment: the first line is the method, the
 * second the length, the third the query, the fourth the body. */
#include <string.h>
#include <strings.h>

#include "app/core/cx.h"
#include "app/core/endpoint.h"
#include "app/who/auth.h"
#include "app/who/next.h"
#include "app/who/sign_in.h"
#include "base/utf8.h"
#include "fuzz.h"

#define LINES 4
#define BODY_MAX 64

static const char document[] =
    "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:q='urn:antrean:page'"
    " lang='id'><body><a q:href='lang_href'>x</a></body></html>";
static const char before[] = "<a href=\"";
static const struct endpoint slot = {.name = "slot"};
static const struct field spec[] = {
    {.name = "next", .kind = FIELD_LINE, .high = 8192},
    {.name = "lang", .kind = FIELD_WORD, .high = 2},
};
static struct app app;

struct source {
	const char *at, *end;
};

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct page_source source = {.pages_dir = ".", .style_file = ""};
	const struct page *page;

	(void)argc;
	(void)argv;
	fuzz_start();
	arena_init(&app.arena, 4096);
	fuzz_file("public/p.xhtml", document, sizeof(document) - 1);
	HOLDS(catalogue_load(&app.arena, PAGESDIR,
		  (const char *const[]){"common", NULL}, &app.texts) == OK);
	source.texts = app.texts;
	HOLDS(page_set_open(&app.arena, &source, &app.pages) == OK);
	HOLDS(page_load(app.pages, "p", &page) == OK);
	HOLDS(conf_load(&app.conf, "") == OK);
	app.endpoint = &slot;
	return 0;
}

static ssize_t
source_read(void *in, char *out, size_t n)
{
	struct source *s = in;
	size_t left = (size_t)(s->end - s->at);

	HOLDS(n > 0);
	if (n > left)
		n = left;
	if (n > 3)
		n = 3;
	memcpy(out, s->at, n);
	s->at += n;
	return (ssize_t)n;
}

static void
body_holds(struct request *req, const char *body)
{
	struct source s = {body, body + strlen(body)};
	size_t len = strlen(body);
	enum err e;

	req->read = source_read;
	req->in = &s;
	e = request_body(req, BODY_MAX);
	request_drain(req);
	HOLDS(s.at == s.end);
	HOLDS((e == ERR_LARGE) ==
	      (req->length > BODY_MAX || (req->length < 0 && len > BODY_MAX)));
	if (e != OK)
		return;
	HOLDS(req->body_len <= BODY_MAX && req->body_len <= len);
	HOLDS(req->length < 0 || req->body_len == (size_t)req->length);
	HOLDS(memcmp(req->body, body, req->body_len) == 0);
	HOLDS(req->body[req->body_len] == '\0');
}

/* Reads an address from its attribute, as a browser does. */
static void
unescape(char *s)
{
	char *out = s;

	for (; *s != '\0'; s += strncmp(s, "&amp;", 5) == 0 ? 5 : 1)
		*out++ = *s;
	*out = '\0';
}

/* Checks the link to the page in the other language: its address names the same
 * program and the other language, and holds nothing that ends the attribute. */
static void
language_holds(struct cx *cx)
{
	enum lang other = cx->lang == LANG_ID ? LANG_EN : LANG_ID;
	struct view *view = cx_page(cx, "p");
	struct fields f;
	struct buf out;
	char *href, *end;

	fuzz_buf(&out, cx->arena);
	page_write(page_find(cx->app->pages, "p"), cx->lang, view, &out);
	href = strstr(out.data, before);
	HOLDS(href != NULL);
	href += sizeof(before) - 1;
	end = strstr(href, "\">x</a></body></html>\n");
	HOLDS(end != NULL && strcspn(href, "\"<>") == (size_t)(end - href));
	*end = '\0';
	unescape(href);
	HOLDS(strcmp(href, "#") == 0 || strncmp(href, "slot?", 5) == 0);
	if (!fuzz_only(cx->req->query, "abcdefghijklmnopqrstuvwxyz=?/:;"))
		return;
	HOLDS(fields_read(&f, cx->arena, spec, 2, href + 5, strlen(href + 5),
		  cx->now) == OK);
	HOLDS(lang_read(field_text(&f, 1)) == other);
}

/* Checks where a person goes after signing in: to the page that was requested.
 * Only GET: for a form the sign-in page is the answer itself, and the target
 * "cookie" fuzzes the form that this page keeps. */
static void
sign_in_holds(struct cx *cx)
{
	const char *location = NULL, *query, *back;
	struct reply *r = cx->reply;

	if (cx->req->method != METHOD_GET)
		return;
	HOLDS(sign_in_ask(cx) == OK);
	HOLDS(r->status == 303);
	for (size_t i = 0; i < r->headers; i++)
		if (strcasecmp(r->header[i].name, "Location") == 0)
			location = r->header[i].value;
	HOLDS(location != NULL && fuzz_clean(location));
	HOLDS(strpbrk(location, " \"<>\\#") == NULL);
	HOLDS(strncmp(location, app.conf.base_url, strlen(app.conf.base_url)) ==
	      0);
	query = strchr(location, '?');
	HOLDS(query != NULL);
	query++;
	HOLDS(fields_read(&cx->field, cx->arena, spec, 2, query, strlen(query),
		  cx->now) == OK);
	HOLDS(lang_read(field_text(&cx->field, 1)) == cx->lang);
	back = next_read(cx, 0);
	HOLDS(cx_is_lang(cx->req->query) ||
	      !fuzz_only(cx->req->query, "abcdefghijklmnopqrstuvwxyz=") ||
	      *cx->req->query == '\0' || strcmp(back + 5, cx->req->query) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *line[LINES], *env[LINES], *p;
	struct request req;
	struct reply reply;
	struct arena a;

	arena_init(&a, 4096);
	p = fuzz_text(&a, data, size);
	for (int i = 0; i < LINES; i++) {
		size_t n = i == LINES - 1 ? strlen(p) : strcspn(p, "\n");

		line[i] = arena_strndup(&a, p, n);
		p += n + (p[n] == '\n');
	}
	env[0] = arena_printf(&a, "REQUEST_METHOD=%s", line[0]);
	env[1] = arena_printf(&a, "CONTENT_LENGTH=%s", line[1]);
	env[2] = arena_printf(&a, "QUERY_STRING=%s", line[2]);
	env[3] = NULL;
	request_begin(&req, &a, env);
	HOLDS(strcmp(req.query, line[2]) == 0);
	body_holds(&req, line[3]);
	reply_begin(&reply, &a);
	struct cx cx = {.arena = &a,
	    .app = &app,
	    .req = &req,
	    .reply = &reply,
	    .lang = size % 2 == 0 ? LANG_ID : LANG_EN,
	    .now = FUZZ_NOW};
	language_holds(&cx);
	sign_in_holds(&cx);
	arena_free(&a);
	return 0;
}
