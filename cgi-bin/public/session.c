/* session.c - signing in and out with an account. */
#include <stdlib.h>
#include <string.h>

#include "app/core/endpoint.h"
#include "app/public/availability.h"
#include "app/public/slot_words.h"
#include "app/who/form_token.h"
#include "app/who/next.h"
#include "app/who/password.h"
#include "app/who/pending.h"
#include "app/who/sign_in.h"
#include "app/who/tries.h"
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

/* The slot ID: its office, day and period; "" if there is none. */
static const char *
slot_text(struct cx *cx, int64_t id)
{
	struct office office;
	struct slot slot;

	if (availability_find_slot(cx, id, 1, &slot, &office) != OK)
		return "";
	return slot_words_visit(cx, &slot, &office);
}

/* What one is about to book, by the form that waits or where one goes. */
static const char *
chosen(struct cx *cx, const char *next)
{
	static const char booking[] = "booking?slot=";
	struct pending form;

	if (pending_read(cx, field_text(&cx->field, FORM), &form))
		for (int i = 0; i < form.count; i++)
			if (strcmp(form.field[i].name, "slot") == 0)
				return slot_text(
				    cx, strtoll(form.field[i].value, NULL, 10));
	if (strncmp(next, booking, sizeof(booking) - 1) != 0)
		return "";
	return slot_text(cx, strtoll(next + sizeof(booking) - 1, NULL, 10));
}

static enum err
show(struct cx *cx, int status)
{
	const char *next = next_read(cx, NEXT, next_applicant);
	const struct sign_in s = {
	    .next = next,
	    .form = field_text(&cx->field, FORM),
	    /* whoever is sent away costs no database */
	    .chosen = status == 503 ? "" : chosen(cx, next),
	    .signed_out = strcmp(field_text(&cx->field, DONE), "out") == 0,
	    .busy = status == 503,
	};
	struct view *v = sign_in_page(cx, &s);

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	view_text(v, "next", next);
	return cx_send(cx, v, "session", status);
}

/* Signed in: on to where one was.  A form that waits is there again behind one
 * button, since an address cannot hold it. */
static enum err
go_on(struct cx *cx, const char *next)
{
	struct pending form;
	struct view *v;

	if (!pending_read(cx, field_text(&cx->field, FORM), &form))
		return cx_go_on(cx, *next == '\0' ? "account" : next);
	v = cx_page(cx, "resume");
	view_text(v, "token", form_token_for(cx, form.program));
	view_text(v, "program", cx_href(cx, form.program, NULL));
	view_text(v, "chosen", chosen(cx, next));
	for (int i = 0; i < form.count; i++)
		field_pair_show(&form.field[i], v);
	return cx_send(cx, v, "resume", 200);
}

/* The cookie of somebody whose session has ended is nobody's. */
static enum err
session_get(struct cx *cx)
{
	enum err e = OK;

	/* a form waits in an answer of ours, never in a link of somebody's */
	field_forget(&cx->field, FORM);
	if (cx->who.role >= ROLE_APPLICANT)
		e = auth_confirm(cx);
	return e == OK || e == ERR_LOGIN ? show(cx, 200) : e;
}

/* Judges e-mail and password; an account that is not there costs the same
 * time and is answered alike. */
static enum err
sign_in(struct cx *cx, int64_t *account_id)
{
	const char *email = field_text(&cx->field, EMAIL);
	struct account account = {0};
	struct tries tries;
	bool ok;
	enum err e =
	    tries_begin(cx, "signin", account_fold(cx->arena, email), &tries);

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
	e = tries_wrong(cx, &tries);
	if (e != OK)
		return e;
	field_fail(&cx->field, PASSWORD, "field.password");
	return ERR_INPUT;
}

static enum err
post_in(struct cx *cx)
{
	const char *next = next_read(cx, NEXT, next_applicant);
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
	return go_on(cx, next);
}

static enum err
session_post(struct cx *cx)
{
	enum err e;

	if (strcmp(field_text(&cx->field, STEP), "out") != 0)
		return post_in(cx);
	e = auth_end(cx, false);
	return e == OK ? cx_redirect(cx, "session", CX_ARGS({"done", "out"}))
	               : e;
}

/* A button without entries has nothing to keep.  The one that signs in, pressed
 * twice, or after somebody did so beside it: one is signed in. */
static enum err
session_again(struct cx *cx, int status, enum err outcome)
{
	enum err e;

	if (strcmp(field_text(&cx->field, STEP), "out") == 0)
		return outcome;
	if (cx->who.role < ROLE_APPLICANT)
		return show(cx, status);
	e = outcome == ERR_LOGIN ? auth_confirm(cx) : outcome;
	return e == OK ? go_on(cx, next_read(cx, NEXT, next_applicant))
	               : outcome;
}

static const struct endpoint session = {
    .name = "session",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .fields = fields,
    .field_count = FIELDS,
    .pages = (const char *const[]){"session", "resume", NULL},
    .start = (app_start *const[]){availability_start, password_start, NULL},
    .get = session_get,
    .post = session_post,
    .again = session_again,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&session, argc, argv);
}
