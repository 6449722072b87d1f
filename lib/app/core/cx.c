/* cx.c - the context of one request. */
#include "app/core/cx.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "app/core/endpoint.h"
#include "app/who/form_token.h"
#include "base/log.h"

#define PROGRAM_MAX 16 /* characters of a program's name, at most */

static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			   "abcdefghijklmnopqrstuvwxyz0123456789-_.~";

/* Writes S percent-encoded to P and returns the end. */
static char *
escape(char *p, const char *s)
{
	static const char digit[] = "0123456789ABCDEF";

	for (; *s != '\0'; s++) {
		if (strchr(safe, *s) != NULL) {
			*p++ = *s;
		} else {
			*p++ = '%';
			*p++ = digit[(unsigned char)*s >> 4];
			*p++ = digit[(unsigned char)*s & 15];
		}
	}
	*p = '\0';
	return p;
}

static bool
is_program(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz");

	return n > 0 && n <= PROGRAM_MAX && s[n] == '\0';
}

const char *
cx_path(const struct cx *cx, const char *program, const struct cx_arg *args)
{
	size_t size;
	char *out, *p, sep = '?';

	assert(is_program(program));
	if (strcmp(program, "home") == 0)
		program = "./";
	size = strlen(program) + 1;
	for (const struct cx_arg *a = args; a != NULL && a->name != NULL; a++)
		size += 2 + 3 * (strlen(a->name) + strlen(a->value));
	p = out = arena_alloc(cx->arena, size);
	p = stpcpy(p, program);
	for (const struct cx_arg *a = args; a != NULL && a->name != NULL; a++) {
		if (*a->value == '\0')
			continue;
		*p++ = sep;
		sep = '&';
		p = escape(p, a->name);
		*p++ = '=';
		p = escape(p, a->value);
	}
	return out;
}

/* PATH with the language of the request added. */
static const char *
with_lang(const struct cx *cx, const char *path)
{
	if (cx->lang == LANG_ID)
		return path;
	return arena_printf(cx->arena, "%s%clang=%s", path,
	    strchr(path, '?') == NULL ? '?' : '&', lang_name(cx->lang));
}

const char *
cx_href(const struct cx *cx, const char *program, const struct cx_arg *args)
{
	return with_lang(cx, cx_path(cx, program, args));
}

enum err
cx_redirect(struct cx *cx, const char *program, const struct cx_arg *args)
{
	return cx_go_on(cx, cx_path(cx, program, args));
}

enum err
cx_go_on(struct cx *cx, const char *path)
{
	path = with_lang(cx, path);
	if (strncmp(path, "./", 2) == 0)
		path += 2;
	reply_redirect(cx->reply,
	    ARENA_JOIN(cx->arena, cx->app->conf.base_url, "/", path));
	return OK;
}

const char *
cx_int(const struct cx *cx, int64_t n)
{
	return arena_printf(cx->arena, "%" PRId64, n);
}

bool
cx_is_lang(const char *q)
{
	/* some browsers leave out the '=' of an empty value */
	return strcspn(q, "=&") == 4 && strncmp(q, "lang", 4) == 0;
}

/* The URL of this page in the other language: for a GET with the same query,
 * for a POST the program's URL without a query. */
static const char *
other_language(struct cx *cx)
{
	struct arena *a = cx->arena;
	const char *name = cx->app->endpoint->name, *q;
	enum lang other = cx->lang == LANG_ID ? LANG_EN : LANG_ID;
	const char *query = "";

	if (cx->req->method == METHOD_GET)
		for (q = cx->req->query; *q != '\0';) {
			size_t n = strcspn(q, "&");

			if (n > 0 && !cx_is_lang(q))
				query = arena_printf(
				    a, "%s%.*s&", query, (int)n, q);
			q += n + (q[n] == '&');
		}
	if (strcmp(name, "home") == 0)
		name = "./";
	return arena_printf(a, "%s?%slang=%s", name, query, lang_name(other));
}

struct actor
cx_actor(const struct cx *cx)
{
	const struct who *who = &cx->who;

	if (!who->confirmed)
		return (struct actor){.kind = ACTOR_CODE, .now = cx->now};
	if (who->staff_id == 0)
		return (struct actor){.kind = ACTOR_ACCOUNT,
		    .id = who->account_id,
		    .now = cx->now};
	return (struct actor){.kind = ACTOR_STAFF,
	    .id = who->staff_id,
	    .office_id = who->office_id,
	    .now = cx->now};
}

struct view *
cx_page(struct cx *cx, const char *name)
{
	const struct page *page = page_find(cx->app->pages, name);
	struct view *v;

	if (page == NULL) { /* the endpoint does not declare this page */
		log_fault("page", "name=%s why=not-declared", name);
		_exit(70);
	}
	v = view_new(cx->arena, page, cx->app->conf.check_views);
	if (view_has(v, "lang_href"))
		view_text(v, "lang_href", other_language(cx));
	if (view_has(v, "signed_in"))
		view_flag(v, "signed_in", cx->who.role >= ROLE_APPLICANT);
	if (view_has(v, "staff_name"))
		view_text(
		    v, "staff_name", cx->who.name == NULL ? "" : cx->who.name);
	if (view_has(v, "alert"))
		view_text(v, "alert", cx->alert == NULL ? "" : cx->alert);
	/* a public page has no form that posts, and its program no key */
	if (view_has(v, "token"))
		view_text(v, "token",
		    cx->app->endpoint->role == ROLE_PUBLIC ? ""
							   : form_token(cx));
	return v;
}

enum err
cx_send(struct cx *cx, const struct view *view, const char *name, int status)
{
	struct reply *r = cx->reply;

	page_write(page_find(cx->app->pages, name), cx->lang, view, &r->body);
	if (r->body.full) {
		log_fault("reply", "page=%s why=too-large", name);
		return ERR_FAULT;
	}
	cx_head(cx, status);
	return OK;
}

void
cx_head(struct cx *cx, int status)
{
	struct reply *r = cx->reply;

	r->status = status;
	reply_header(r, "Content-Security-Policy",
	    ARENA_JOIN(cx->arena, "default-src 'none'; style-src 'sha256-",
		page_style_hash(cx->app->pages),
		"'; img-src 'self' data:; form-action 'self';"
		" frame-ancestors 'none'; base-uri 'none'"));
	reply_header(r, "Referrer-Policy", "same-origin");
	reply_header(r, "Content-Language", lang_name(cx->lang));
}

int64_t
cx_moment(const struct cx *cx)
{
	return cx->now * 1048576 + cx->req->ticks / 1000000000 % 1048576;
}

const char *
cx_text(const struct cx *cx, const char *key)
{
	return catalogue_text(cx->app->texts, cx->lang, key);
}

const char *
cx_fill(const struct cx *cx, const char *key, const struct text_arg *args)
{
	return catalogue_fill(cx->arena, cx->app->texts, cx->lang, key, args);
}
