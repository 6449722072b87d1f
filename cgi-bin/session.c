/* session.c - signing in and out with an account. */
#include <stdlib.h>
#include <string.h>

#include "app/endpoint.h"
#include "app/next.h"
#include "app/password.h"
#include "app/tries.h"
#include "queue/account.h"
#include "queue/slot.h"
#include "text/words.h"

enum {
	STEP,
	NEXT,
	EMAIL,
	PASSWORD,
	DONE,
	FIELDS
};
static const struct field fields[FIELDS] = {
    [STEP] = {.name = "step", .kind = FIELD_WORD, .high = 8},
    [NEXT] = {.name = "next", .kind = FIELD_LINE, .high = 512},
    [EMAIL] = {.name = "email", .kind = FIELD_EMAIL, .high = 254},
    [PASSWORD] = {.name = "password", .kind = FIELD_SECRET, .high = 256},
    [DONE] = {.name = "done", .kind = FIELD_WORD, .high = 8},
};

/* The slot one was about to book: its office, day and period; "" if none. */
static const char *
chosen(struct cx *cx, const char *next)
{
	static const char booking[] = "booking?slot=";
	struct office office;
	struct slot slot;
	int64_t id;

	if (strncmp(next, booking, sizeof(booking) - 1) != 0)
		return "";
	id = strtoll(next + sizeof(booking) - 1, NULL, 10);
	if (slot_find(cx->db, cx->arena, id, 1, cx->now, &slot, &office) != OK)
		return "";
	return arena_printf(cx->arena, "%s, %s, %s %s", office.name,
	    words_day(cx->arena, cx->lang, slot.day),
	    words_period(cx->arena, slot.start, slot.end), office.zone);
}

static enum err
show(struct cx *cx, int status)
{
	struct view *v = cx_page(cx, "session");
	const char *next = next_read(cx, NEXT, next_applicant);

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	view_text(v, "next", next);
	/* whoever is sent away costs no database */
	view_text(v, "chosen", status == 503 ? "" : chosen(cx, next));
	view_flag(
	    v, "signed_out", strcmp(field_text(&cx->field, DONE), "out") == 0);
	view_flag(v, "busy", status == 503);
	view_text(v, "register_href",
	    *next == '\0'
		? cx_href(cx, "account")
		: cx_href(cx, "account?next=%s", cx_escape(cx, next)));
	return cx_send(cx, v, "session", status);
}

/* The cookie of somebody whose session has ended is nobody's. */
static enum err
session_get(struct cx *cx)
{
	enum err e = OK;

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

	fields_need(&cx->field, EMAIL, PASSWORD);
	if (cx->field.errors > 0)
		return show(cx, 422);
	e = password_enter(cx, DOOR_PUBLIC);
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
	return cx_redirect(cx, "%s", *next == '\0' ? "account" : next);
}

static enum err
session_post(struct cx *cx)
{
	enum err e;

	if (strcmp(field_text(&cx->field, STEP), "out") != 0)
		return post_in(cx);
	e = auth_end(cx, false);
	return e == OK ? cx_redirect(cx, "session?done=out") : e;
}

/* A button without entries has nothing to keep. */
static enum err
session_again(struct cx *cx, int status, enum err outcome)
{
	if (strcmp(field_text(&cx->field, STEP), "out") == 0 ||
	    cx->who.role >= ROLE_APPLICANT)
		return outcome;
	return show(cx, status);
}

static const struct endpoint session = {
    .name = "session",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .fields = fields,
    .field_count = FIELDS,
    .pages = (const char *const[]){"session", NULL},
    .start = password_start,
    .get = session_get,
    .post = session_post,
    .again = session_again,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&session, argc, argv);
}
