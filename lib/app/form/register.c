/* register.c - opens an account. */
#include "app/form/register.h"

#include <string.h>

#include "app/core/limit.h"
#include "app/who/password.h"
#include "base/day.h"
#include "queue/people/account.h"

#define HOUR 3600

static const struct limit making[] = {
    {"register", LIMIT_ADDRESS, PARAMETER_REGISTER_ADDRESS, 1, HOUR},
    {0},
};
/* how often a network address can learn that a mailbox has an account */
static const struct limit taken[] = {
    {"taken", LIMIT_ADDRESS, PARAMETER_TAKEN_ADDRESS, 1, HOUR},
    {0},
};

/* Adds a fault if the password is easy to guess or the second one differs. */
static void
judge_password(struct cx *cx)
{
	struct fields *f = &cx->field;
	const char *password = field_text(f, REGISTER_PASSWORD1);

	if (!field_ok(f, REGISTER_PASSWORD1))
		return;
	if (account_weak(cx->arena, password, field_text(f, REGISTER_EMAIL),
		field_text(f, REGISTER_PERSON + PERSON_NAME)))
		field_fail(f, REGISTER_PASSWORD1, "field.password.weak");
	else if (strcmp(password, field_text(f, REGISTER_PASSWORD2)) != 0)
		field_fail(f, REGISTER_PASSWORD2, "field.password2");
}

static enum err
store(struct cx *cx, struct person *holder, int64_t *account_id)
{
	char password[CRYPT_PASSWORD_SIZE];
	struct account account = {
	    .email = field_text(&cx->field, REGISTER_EMAIL),
	    .phone = field_text(&cx->field, REGISTER_PHONE),
	    .password = password,
	    .lang = lang_name(cx->lang),
	    .notice_version = cx_text(cx, "notice.edition"),
	};
	const struct actor by = {.kind = ACTOR_ACCOUNT, .now = cx->now};
	enum err e = password_enter(cx);

	/* counted before the password is hashed, and for every mailbox alike */
	if (e == OK)
		e = limit_check(cx, taken, NULL);
	if (e == OK)
		e = limit_count(cx, making, NULL);
	if (e == OK) {
		password_work(cx);
		e = crypt_password(
		    field_text(&cx->field, REGISTER_PASSWORD1), password);
	}
	password_leave(cx);
	if (e != OK)
		return e;
	e = account_make(cx->db, cx->arena, &by, &account, holder);
	if (e == ERR_TWICE) {
		e = limit_count(cx, taken, NULL);
		if (e != OK)
			return e;
		field_fail(&cx->field, REGISTER_EMAIL, "field.email.taken");
		return ERR_INPUT;
	}
	if (e != OK)
		return e;
	*account_id = account.id;
	return OK;
}

static void
judge_age(struct cx *cx)
{
	static const size_t birth = REGISTER_PERSON + PERSON_BIRTH;
	int32_t today = day_national(cx->now);

	if (field_ok(&cx->field, birth) &&
	    day_age((int32_t)field_number(&cx->field, birth), today) <
		REGISTER_ADULT)
		field_fail_at(
		    &cx->field, birth, 0, "field.birth.holder", REGISTER_ADULT);
}

enum err
register_account(struct cx *cx, struct person_form *form)
{
	struct person holder;
	int64_t account_id;
	enum err e;

	form->first = REGISTER_PERSON;
	judge_password(cx);
	e = person_form_read(cx, form, &holder);
	judge_age(cx);
	if (e == OK && cx->field.errors > 0)
		e = ERR_INPUT;
	if (e == OK)
		e = store(cx, &holder, &account_id);
	return e == OK ? auth_begin(cx, account_id, NULL) : e;
}
