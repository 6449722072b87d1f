/* gate.c - what stands between a request and its handler. */
#include "app/core/gate.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "app/core/error_page.h"
#include "app/who/form_token.h"
#include "app/who/pending.h"
#include "app/who/sign_in.h"
#include "base/log.h"
#include "queue/office/office.h"

/* The fields every program takes, behind its own. */
enum {
	LANG,
	TOKEN,
	RESUME,
	COMMON
};
static const struct field common[COMMON] = {
    [LANG] = {.name = "lang", .kind = FIELD_WORD, .high = 2, .hidden = true},
    /* a secret: the page shown next has a token of its own */
    [TOKEN] = {.name = "token", .kind = FIELD_SECRET, .high = 64},
    /* from the page that follows signing in: the form is shown, not acted on */
    [RESUME] = {.name = "resume", .kind = FIELD_CHECK, .hidden = true},
};

/* Reads the declared fields of this request's form or query. */
static enum err
read_fields(struct cx *cx)
{
	const struct endpoint *ep = cx->app->endpoint;
	size_t n = ep->field_count;
	struct field *spec = ARENA_ARRAY(cx->arena, struct field, n + COMMON);
	struct request *req = cx->req;
	const char *form = req->query;
	size_t len = strlen(form);
	enum err e;

	if (n > 0)
		memcpy(spec, ep->fields, n * sizeof(*spec));
	memcpy(spec + n, common, sizeof(common));
	if (req->method == METHOD_POST) {
		static const char type[] = "application/x-www-form-urlencoded";

		e = request_body(
		    req, ep->form_max == 0 ? ENDPOINT_FORM_MAX : ep->form_max);
		if (e != OK)
			return e;
		if (strncasecmp(req->content_type, type, sizeof(type) - 1))
			return ERR_INPUT;
		form = req->body;
		len = req->body_len;
	}
	return fields_read(
	    &cx->field, cx->arena, spec, n + COMMON, form, len, cx->now);
}

/* Another site's form is refused; Origin absent or "null" is not judged,
 * since old browsers and proxies leave it out. */
static enum err
check_origin(const struct cx *cx)
{
	const char *o = cx->req->origin;

	if (*o == '\0' || strcmp(o, "null") == 0)
		return OK;
	return strcmp(o, cx->app->conf.base_origin) == 0 ? OK : ERR_FORBIDDEN;
}

static enum err
token_check(struct cx *cx)
{
	size_t own = cx->app->endpoint->field_count;

	return form_token_check(cx, field_text(&cx->field, own + TOKEN));
}

/* Reads the session's row.  One that has ended is nobody's: no error. */
static enum err
confirm(struct cx *cx)
{
	enum err e = OK;

	if (cx->who.role > ROLE_ANYONE && !cx->app->endpoint->confirms)
		e = auth_confirm(cx);
	return e == ERR_LOGIN ? OK : e;
}

/* ERR_LOGIN: nobody is signed in, and somebody has to be. */
static enum err
check_role(const struct cx *cx)
{
	const struct endpoint *ep = cx->app->endpoint;
	enum role least = ep->role;

	if (cx->req->method == METHOD_POST && ep->post_role > least)
		least = ep->post_role;
	if (least == ROLE_PUBLIC || cx->who.role >= least)
		return OK;
	return cx->who.role == ROLE_ANYONE ? ERR_LOGIN : ERR_FORBIDDEN;
}

/* Which field names an office, or -1. */
static int
office_field(const struct endpoint *ep)
{
	for (size_t i = 0; i < ep->field_count; i++) {
		const char *object = ep->fields[i].object;

		if (object != NULL && strcmp(object, "office") == 0)
			return (int)i;
	}
	return -1;
}

/* Reads the office that staff act at, and keeps them in their own. */
static enum err
check_office(struct cx *cx)
{
	int at = office_field(cx->app->endpoint);
	bool national = cx->who.role == ROLE_NATIONAL;
	struct office *office;
	const char *code;
	enum err e;

	if (cx->who.role < ROLE_OFFICER || at < 0)
		return OK;
	assert(cx->who.confirmed);
	code = field_text(&cx->field, (size_t)at);
	if (national && *code == '\0')
		return OK;
	office = ARENA_ARRAY(cx->arena, struct office, 1);
	e = national
	        ? office_by_code(cx->db, cx->arena, code, office)
	        : office_by_id(cx->db, cx->arena, cx->who.office_id, office);
	if (e != OK)
		return e;
	if (*code != '\0' && strcmp(code, office->code) != 0)
		return ERR_FORBIDDEN;
	cx->office = office;
	return OK;
}

/* What is said above a form that is shown again. */
static const char *
reason(struct cx *cx, enum err outcome)
{
	if (outcome == ERR_LIMIT)
		return arena_printf(cx->arena, "%s %s",
		    cx_text(cx, "error.limit.what"),
		    cx_text(cx, "error.limit.todo"));
	return cx_text(
	    cx, outcome == ERR_LAPSED ? "form.lapsed" : "form.foreign");
}

/* What was typed is not lost with its token, nor by too many tries: the form is
 * shown again, with a token that is good.  Only for forms of no other site
 * (check_origin), whose words would stand on our page. */
static enum err
show_again(struct cx *cx, enum err outcome)
{
	const struct endpoint *ep = cx->app->endpoint;
	/* made before its sender signed in, who is not asked to again */
	bool before = outcome == ERR_LOGIN;
	enum err e;

	/* a button without entries has nothing to lose */
	if (ep->show == NULL ||
	    (cx->who.role > ROLE_ANYONE && !pending_any(cx)))
		return before ? cx_redirect(cx, ep->name, NULL) : outcome;
	cx->alert = reason(cx, outcome);
	e = ep->show(cx, error_status(before ? ERR_FORBIDDEN : outcome));
	if (e != OK)
		cx->alert = NULL;
	else if (error_retry(outcome) != NULL)
		reply_header(cx->reply, "Retry-After", error_retry(outcome));
	return e;
}

static enum err
get(struct cx *cx)
{
	const struct endpoint *ep = cx->app->endpoint;
	enum err e = OK;

	if ((ep->methods & METHOD_POST) == 0)
		e = limit_count(cx, ep->limit, NULL);
	if (e != OK)
		return e;
	if (ep->role == ROLE_PUBLIC)
		cx->reply->cache = REPLY_PUBLIC;
	return ep->get != NULL ? ep->get(cx)
	                       : ep->show(cx, cx->field.errors > 0 ? 422 : 200);
}

/* TOKEN is what the form's token came to. */
static enum err
post(struct cx *cx, enum err token)
{
	const struct endpoint *ep = cx->app->endpoint;
	enum err e;

	if (token != OK)
		return show_again(cx, token);
	if (cx->resumed)
		return ep->show == NULL ? cx_redirect(cx, ep->name, NULL)
		                        : ep->show(cx, 200);
	fields_require(&cx->field);
	e = limit_count(cx, ep->limit, NULL);
	if (e == OK)
		e = ep->post(cx);
	return e == ERR_LIMIT ? show_again(cx, e) : e;
}

/* True if the form has what no page of ours says again. */
static bool
has_secret(const struct cx *cx)
{
	size_t own = cx->app->endpoint->field_count;

	for (size_t i = 0; i < own; i++)
		if (cx->field.spec[i].kind == FIELD_SECRET &&
		    field_given(&cx->field, i))
			return true;
	return false;
}

/* True if the form of a request that failed may be sent again from the page
 * that says so: it is from a page of ours. */
static bool
may_resend(struct cx *cx, enum err e)
{
	return e == ERR_BUSY && cx->req->method == METHOD_POST &&
	       cx->field.count > 0 && !has_secret(cx) &&
	       check_origin(cx) == OK && token_check(cx) == OK;
}

static enum err
lead(struct cx *cx)
{
	/* RFC 9110 section 15.5.6 wants it with a 405 */
	static const char *const allow[] = {
	    [METHOD_GET] = "GET, HEAD",
	    [METHOD_POST] = "POST",
	    [METHOD_GET | METHOD_POST] = "GET, HEAD, POST",
	};
	const struct endpoint *ep = cx->app->endpoint;
	size_t own = ep->field_count;
	enum err token = OK, e;

	if ((ep->methods & cx->req->method) == 0) {
		reply_header(cx->reply, "Allow", allow[ep->methods]);
		return ERR_METHOD;
	}
	e = read_fields(cx);
	if (e != OK)
		return e;
	cx->lang = lang_read(field_text(&cx->field, own + LANG));
	cx->resumed = field_given(&cx->field, own + RESUME);
	if (ep->role != ROLE_PUBLIC)
		auth_read(cx, endpoint_staff(ep));
	if (cx->req->method == METHOD_POST) {
		e = check_origin(cx);
		if (e != OK)
			return e;
		/* by the cookie: the page may be of a session that has ended */
		token = token_check(cx);
	}
	e = confirm(cx);
	if (e == OK)
		e = check_role(cx);
	if (e == OK)
		e = check_office(cx);
	if (e == OK)
		e = cx->req->method == METHOD_GET ? get(cx) : post(cx, token);
	return e == ERR_LOGIN ? sign_in_ask(cx) : e;
}

enum err
gate_pass(struct app *app, struct request *req, struct reply *reply)
{
	struct cx cx = {
	    .arena = req->arena,
	    .app = app,
	    .req = req,
	    .reply = reply,
	    .db = app->db,
	    .now = req->now,
	    .who = {.role = ROLE_ANYONE},
	};
	enum err e;

	/* before the form is read the query is the only sign of the language */
	if (strstr(req->query, "lang=en") != NULL)
		cx.lang = LANG_EN;
	e = lead(&cx);
	if (e != OK)
		error_page(&cx, e, may_resend(&cx, e));
	return e;
}
