/* sign_in_form.c - the form of the two programs where people sign in and
 * out. */
#include "app/who/sign_in_form.h"

#include <string.h>

#include "app/who/next.h"
#include "app/who/password.h"
#include "app/who/sign_in.h"
#include "queue/people/account.h"
#include "queue/people/staff.h"

#define SPAN (15 * 60) /* seconds in which wrong passwords are counted */

/* Both programs count in the same buckets: names of accounts have an @, those
 * of staff do not. */
static const struct limit wrong[] = {
    {"signin", LIMIT_NAME, PARAMETER_SIGNIN_TRIES, 1, SPAN},
    {"signin-addr", LIMIT_ADDRESS, PARAMETER_SIGNIN_ADDRESS, 1, SPAN},
    {0},
};

static enum err
go_on(struct cx *cx)
{
	return sign_in_done(cx, next_read(cx, SIGN_IN_NEXT),
	    field_text(&cx->field, SIGN_IN_WAITING));
}

enum err
sign_in_show(struct cx *cx, int status)
{
	struct sign_in s = {.next = next_read(cx, SIGN_IN_NEXT),
	    .signed_out =
		strcmp(field_text(&cx->field, SIGN_IN_DONE), "out") == 0,
	    .busy = status == 503};
	struct view *v;

	/* a kept form in a GET comes from a link that somebody made */
	if (cx->req->method == METHOD_GET)
		field_forget(&cx->field, SIGN_IN_WAITING);
	else if (cx->who.role >= ROLE_APPLICANT)
		return go_on(cx); /* the button was pressed twice, or another
		                   * tab signed in */
	s.form = field_text(&cx->field, SIGN_IN_WAITING);
	v = sign_in_page(cx, &s);
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	view_text(v, "next", s.next);
	return cx_send(cx, v, cx->app->endpoint->name, status);
}

/* Counts a wrong password and adds the fault to a field.  Returns ERR_INPUT, or
 * ERR_LIMIT if a limit was reached before. */
static enum err
count_wrong(struct cx *cx, const char *folded, const struct sign_in_bearer *b)
{
	enum err e = limit_count(cx, wrong, folded);

	if (e == OK && b->staff != NULL)
		e = staff_refused(cx->db, b->staff, cx->now);
	if (e != OK)
		return e;
	if (b->staff != NULL)
		field_fail(&cx->field, SIGN_IN_NAME, "field.signin");
	else
		field_fail(&cx->field, SIGN_IN_PASSWORD, "field.password");
	return ERR_INPUT;
}

/* Checks the name and the password. */
static enum err
check_password(struct cx *cx, sign_in_find *find, struct sign_in_bearer *b)
{
	const char *name = field_text(&cx->field, SIGN_IN_NAME);
	const char *folded = account_fold(cx->arena, name);
	bool ok;
	enum err e = password_enter(cx);

	if (e == OK)
		e = limit_check(cx, wrong, folded);
	if (e == OK)
		e = find(cx, name, b);
	if (e != OK)
		return e;
	password_work(cx);
	ok = crypt_password_ok(
	    b->password, field_text(&cx->field, SIGN_IN_PASSWORD));
	password_leave(cx);
	return ok ? OK : count_wrong(cx, folded, b);
}

static enum err
sign_in(struct cx *cx, sign_in_find *find)
{
	struct sign_in_bearer b = {0};
	enum err e;

	if (cx->field.errors > 0)
		return sign_in_show(cx, 422);
	e = check_password(cx, find, &b);
	if (e == ERR_INPUT)
		return sign_in_show(cx, 422);
	if (e == OK)
		e = auth_begin(cx, b.account_id, b.staff);
	if (e == ERR_BUSY) {
		password_busy(cx);
		return sign_in_show(cx, 503);
	}
	return e == OK ? go_on(cx) : e;
}

enum err
sign_in_post(struct cx *cx, sign_in_find *find)
{
	enum err e;

	if (strcmp(field_text(&cx->field, SIGN_IN_STEP), "out") != 0)
		return sign_in(cx, find);
	e = auth_end(cx);
	return e == OK ? cx_redirect(cx, cx->app->endpoint->name,
			     CX_ARGS({"done", "out"}))
	               : e;
}
