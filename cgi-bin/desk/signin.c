/* signin.c - staff sign in and out. */
#include <string.h>

#include "app/core/endpoint.h"
#include "app/who/next.h"
#include "app/who/password.h"
#include "app/who/tries.h"
#include "queue/people/staff.h"

enum {
	STEP,
	NEXT,
	LOGIN,
	PASSWORD,
	DONE,
	FIELDS
};
static const struct field fields[FIELDS] = {
    [STEP] = {.name = "step", .kind = FIELD_WORD, .high = 8, .hidden = true},
    [NEXT] = {.name = "next", .kind = FIELD_LINE, .high = 512, .hidden = true},
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
show(struct cx *cx, int status)
{
	struct view *v = cx_page(cx, "signin");
	const char *next = next_read(cx, NEXT, next_staff);

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	view_text(v, "next", next);
	view_flag(
	    v, "signed_out", strcmp(field_text(&cx->field, DONE), "out") == 0);
	view_flag(v, "busy", status == 503);
	return cx_send(cx, v, "signin", status);
}

/* The cookie of somebody whose session has ended is nobody's. */
static enum err
signin_get(struct cx *cx)
{
	enum err e = OK;

	if (cx->who.role >= ROLE_OFFICER)
		e = auth_confirm(cx);
	return e == OK || e == ERR_LOGIN ? show(cx, 200) : e;
}

/* Judges login and password; somebody unknown or disabled costs the same time
 * and is answered alike. */
static enum err
sign_in(struct cx *cx, struct staff *staff)
{
	const char *login = field_text(&cx->field, LOGIN), *stored;
	struct tries tries;
	bool ok;
	enum err e = tries_begin(cx, "signin-staff", login, &tries);

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
	e = tries_wrong(cx, &tries);
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
	const char *next = next_read(cx, NEXT, next_staff);
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
	return cx_go_on(cx, *next == '\0' ? "roster" : next);
}

static enum err
signin_post(struct cx *cx)
{
	enum err e;

	if (strcmp(field_text(&cx->field, STEP), "out") != 0)
		return post_in(cx);
	e = cx->who.role >= ROLE_OFFICER ? auth_confirm(cx) : ERR_LOGIN;
	if (e == OK)
		e = auth_end(cx, true);
	if (e != OK && e != ERR_LOGIN)
		return e;
	return cx_redirect(cx, "signin", CX_ARGS({"done", "out"}));
}

/* A button without entries has nothing to keep. */
static enum err
signin_again(struct cx *cx, int status, enum err outcome)
{
	if (strcmp(field_text(&cx->field, STEP), "out") == 0 ||
	    cx->who.role >= ROLE_OFFICER)
		return outcome;
	return show(cx, status);
}

static const struct endpoint signin = {
    .name = "signin",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .staff = true,
    .fields = fields,
    .field_count = FIELDS,
    .pages = (const char *const[]){"signin", NULL},
    .start = (app_start *const[]){password_start, NULL},
    .get = signin_get,
    .post = signin_post,
    .again = signin_again,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&signin, argc, argv);
}
