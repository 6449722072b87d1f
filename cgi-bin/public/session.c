/* session.c - signing in and out with an account. */
#include <string.h>

#include "app/public/availability.h"
#include "app/public/slot_words.h"
#include "app/who/next.h"
#include "app/who/password.h"
#include "app/who/pending.h"
#include "app/who/sign_in.h"
#include "queue/people/account.h"

enum {
	STEP,
	NEXT,
	FORM,
	EMAIL,
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
    [EMAIL] = {.name = "email",
	.kind = FIELD_EMAIL,
	.high = 254,
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
	return sign_in_done(cx, next_read(cx, NEXT, next_applicant),
	    field_text(&cx->field, FORM));
}

static enum err
show(struct cx *cx, int status)
{
	struct sign_in s = {.next = next_read(cx, NEXT, next_applicant),
	    .signed_out = strcmp(field_text(&cx->field, DONE), "out") == 0,
	    .busy = status == 503};
	struct view *v;

	/* a form waits in an answer of ours, never in a link of somebody's */
	if (cx->req->method == METHOD_GET)
		field_forget(&cx->field, FORM);
	else if (cx->who.role == ROLE_APPLICANT)
		return go_on(cx); /* the button pressed twice, or elsewhere */
	s.form = field_text(&cx->field, FORM);
	v = sign_in_page(cx, &s);
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	view_text(v, "next", s.next);
	return cx_send(cx, v, "session", status);
}

/* Judges e-mail and password; an account that is not there costs the same
 * time and is answered alike. */
static enum err
sign_in(struct cx *cx, int64_t *account_id)
{
	const char *email = field_text(&cx->field, EMAIL);
	struct account account = {0};
	bool ok;
	const char *name = account_fold(cx->arena, email);
	enum err e = limit_check(cx, password_wrong, name);

	if (e != OK)
		return e;
	e = account_by_email(cx->db, cx->arena, email, &account);
	if (e != OK && e != ERR_MISSING)
		return e;
	password_work(cx);
	ok = crypt_password_ok(
	    account.password, field_text(&cx->field, PASSWORD));
	password_leave(cx);
	if (ok) {
		*account_id = account.id;
		return OK;
	}
	e = limit_count(cx, password_wrong, name);
	if (e != OK)
		return e;
	field_fail(&cx->field, PASSWORD, "field.password");
	return ERR_INPUT;
}

static enum err
post_in(struct cx *cx)
{
	int64_t account_id;
	enum err e;

	if (cx->field.errors > 0)
		return show(cx, 422);
	e = password_enter(cx, PASSWORD_APPLICANT);
	if (e == OK)
		e = sign_in(cx, &account_id);
	if (e == ERR_INPUT)
		return show(cx, 422);
	if (e == OK)
		e = auth_begin(cx, account_id, NULL);
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
	e = auth_end(cx, false);
	return e == OK ? cx_redirect(cx, "session", CX_ARGS({"done", "out"}))
	               : e;
}

static const struct endpoint session = {
    .name = "session",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .fields = fields,
    .field_count = FIELDS,
    .form_max = PENDING_FORM_MAX,
    .pages = (const char *const[]){"resume", NULL},
    .start = (app_start *const[]){availability_start, password_start, NULL},
    .slot_said = slot_words_by_id,
    .post = post,
    .show = show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&session, argc, argv);
}
