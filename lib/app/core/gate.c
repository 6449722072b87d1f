/* gate.c - the checks of every request before its handler. */
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

/* Fields of every program, after its own. */
enum {
	LANG,
	TOKEN,
	RESUME,
	COMMON
};
static const struct field common[COMMON] = {
    [LANG] = {.name = "lang", .kind = FIELD_WORD, .high = 2, .hidden = true},
    /* treated as a secret, so that no page repeats it: each page has a new
     * token */
    [TOKEN] = {.name = "token", .kind = FIELD_SECRET, .high = 64},
    /* the page after signing in sends it: the gate then only shows the form */
    [RESUME] = {.name = "resume", .kind = FIELD_CHECK, .hidden = true},
};

static enum err
read_body(struct cx *cx)
{
	size_t max = cx->app->endpoint->form_max;

	return request_body(cx->req, max == 0 ? ENDPOINT_FORM_MAX : max);
}

/* Answers a POST with BODY_RAW, which has a signature in place of a session and
 * a form token. */
static enum err
post_raw(struct cx *cx)
{
	const struct endpoint *ep = cx->app->endpoint;
	enum err e = read_body(cx);

	if (e == OK)
		e = ep->verify(cx);
	if (e == ERR_FORBIDDEN)
		log_warn("gate", "id=%s why=signature bytes=%zu", cx->req->id,
		    cx->req->body_len);
	if (e == OK)
		e = limit_count(cx, ep->limit, NULL);
	return e == OK ? ep->post(cx) : e;
}

/* Reads the declared fields from the form or the query. */
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

		e = read_body(cx);
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

/* Refuses a form of another site.  A request without Origin, or with the value
 * "null", passes, because old browsers and some proxies leave the header
 * out. */
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

/* Reads the session's row.  If the session has ended, nobody is signed in, and
 * the result is OK. */
static enum err
confirm(struct cx *cx)
{
	enum err e = OK;

	if (cx->who.role > ROLE_ANYONE && !cx->app->endpoint->confirms)
		e = auth_confirm(cx);
	return e == ERR_LOGIN ? OK : e;
}

/* ERR_LOGIN: nobody is signed in, but the program needs it; ERR_FORBIDDEN: the
 * role is too low. */
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

/* The index of the field that names an office; -1 if there is none. */
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

/* Sets cx->office for staff.  ERR_FORBIDDEN: the request names another office
 * than their own. */
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

/* The text above a form that is shown again. */
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

/* Shows the form again, so that its sender loses nothing if the token is too
 * old or a limit is reached; the page has a new token.  Only for forms that no
 * other site sent (check_origin), because their text appears on our page. */
static enum err
show_again(struct cx *cx, enum err outcome)
{
	const struct endpoint *ep = cx->app->endpoint;
	/* the token was made before the sender signed in */
	bool before = outcome == ERR_LOGIN;
	enum err e;

	/* a form with only a button has nothing to lose */
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

/* Answers a POST; TOKEN is the result of checking the form's token. */
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

/* True if the form has a secret, which must not be put into a page. */
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

/* True if the error page can have a button that sends the failed form again:
 * the form came from a page of ours. */
static bool
may_resend(struct cx *cx, enum err e)
{
	return e == ERR_BUSY && cx->req->method == METHOD_POST &&
	       cx->field.count > 0 && !has_secret(cx) &&
	       check_origin(cx) == OK && token_check(cx) == OK;
}

static enum err
answer_request(struct cx *cx)
{
	/* RFC 9110 section 15.5.6 requires this header with a 405 */
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
	if (ep->body == BODY_RAW && cx->req->method == METHOD_POST)
		return post_raw(cx);
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
		/* before confirm(): the token belongs to the session in the
		 * cookie, even if confirm() finds that the session has ended */
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

	/* until the form is read, only the query tells the language */
	if (strstr(req->query, "lang=en") != NULL)
		cx.lang = LANG_EN;
	e = answer_request(&cx);
	if (e != OK)
		error_page(&cx, e, may_resend(&cx, e));
	return e;
}
