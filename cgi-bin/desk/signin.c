/* signin.c - staff sign in and out. */
#include <string.h>

#include "app/who/next.h"
#include "app/who/password.h"
#include "app/who/pending.h"
#include "app/who/sign_in.h"
#include "queue/people/staff.h"

enum {
	STEP,
	NEXT,
	FORM,
	LOGIN,
	PASSWORD,
	DONE,
	FIELDS
};
static const struct field fields[FIELDS] = {
    [STEP] = {.name = "step", .kind = FIELD_WORD, .high = 8, .hidden = true},
    [NEXT] = {.name = "next", .kind = FIELD_LINE, .high = 512, .hidden = true},
    [FORM] = {.name = "form",
	.kind = FIELD_TOKEN,
	.high = PENDING_TEXT,
	.hidden = true},
    [LOGIN] = {.name = "login",
	.kind = FIELD_LOGIN,
	.high = 60,
	.required = "in"},
    [PASSWORD] = {.name = "password",
	.kind = FIELD_SECRET,
	.high = 256,
	.required = "in"},
    [DONE] = {.name = "done", .kind = FIELD_WORD, .high = 8, .hidden = true},
};

static enum err
go_on(struct cx *cx)
{
	return sign_in_done(
	    cx, next_read(cx, NEXT, next_staff), field_text(&cx->field, FORM));
}

static enum err
show(struct cx *cx, int status)
{
	struct sign_in s = {.next = next_read(cx, NEXT, next_staff),
	    .signed_out = strcmp(field_text(&cx->field, DONE), "out") == 0,
	    .busy = status == 503};
	struct view *v;

	/* a form waits in an answer of ours, never in a link of somebody's */
	if (cx->req->method == METHOD_GET)
		field_forget(&cx->field, FORM);
	else if (cx->who.role >= ROLE_OFFICER)
		return go_on(cx); /* the button pressed twice, or elsewhere */
	s.form = field_text(&cx->field, FORM);
	v = sign_in_page(cx, &s);
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	view_text(v, "next", s.next);
	return cx_send(cx, v, "signin", status);
}

/* Judges login and password; somebody unknown or disabled costs the same time
 * and is answered alike. */
static enum err
sign_in(struct cx *cx, struct staff *staff)
{
	const char *login = field_text(&cx->field, LOGIN), *stored;
	bool ok;
	enum err e = limit_check(cx, password_wrong, login);

	if (e != OK)
		return e;
	*staff = (struct staff){0};
	e = staff_by_login(cx->db, cx->arena, login, staff);
	if (e != OK && e != ERR_MISSING)
		return e;
	stored = e == OK && staff->disabled_at == 0 ? staff->password : NULL;
	password_work(cx);
	ok = crypt_password_ok(stored, field_text(&cx->field, PASSWORD));
	password_leave(cx);
	if (ok)
		return OK;
	e = limit_count(cx, password_wrong, login);
	if (e == OK)
		e = staff_refused(cx->db, staff, cx->now);
	if (e != OK)
		return e;
	field_fail(&cx->field, LOGIN, "field.signin");
	return ERR_INPUT;
}

static enum err
post_in(struct cx *cx)
{
	struct staff staff;
	enum err e;

	if (cx->field.errors > 0)
		return show(cx, 422);
	e = password_enter(cx, PASSWORD_STAFF);
	if (e == OK)
		e = sign_in(cx, &staff);
	if (e == ERR_INPUT)
		return show(cx, 422);
	if (e == OK)
		e = auth_begin(cx, 0, &staff);
	if (e == ERR_BUSY) {
		password_busy(cx);
		return show(cx, 503);
	}
	if (e != OK)
		return e;
	return go_on(cx);
}

static enum err
post(struct cx *cx)
{
	enum err e;

	if (strcmp(field_text(&cx->field, STEP), "out") != 0)
		return post_in(cx);
	e = auth_end(cx, true);
	return e == OK ? cx_redirect(cx, "signin", CX_ARGS({"done", "out"}))
	               : e;
}

static const struct endpoint signin = {
    .name = "signin",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .staff = true,
    .fields = fields,
    .field_count = FIELDS,
    .form_max = PENDING_FORM_MAX,
    .pages = (const char *const[]){"signin-resume", NULL},
    .start = (app_start *const[]){password_start, NULL},
    .post = post,
    .show = show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&signin, argc, argv);
}
