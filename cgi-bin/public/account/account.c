/* account.c - making an account; one's data and the people on it. */
#include "public/account/account.h"

#include "app/core/endpoint.h"
#include "app/form/register.h"
#include "app/who/next.h"
#include "app/who/password.h"
#include "app/who/sign_in.h"
#include "queue/people/person.h"

enum {
	REGISTER,
	PERSON,
	REMOVE,
	RESUME
};
static const char *const steps[] = {
    [REGISTER] = "register",
    [PERSON] = "person",
    [REMOVE] = "remove",
    [RESUME] = "resume",
    NULL,
};

static const struct field fields[F_FIELDS] = {
    REGISTER_FORM,
    [F_STEP] = {.name = "step",
	.kind = FIELD_CHOICE,
	.choice = steps,
	.hidden = true},
    [F_NEXT] = {.name = "next",
	.kind = FIELD_LINE,
	.high = 512,
	.hidden = true},
    [F_PERSON] = {.name = "person", .kind = FIELD_ID},
    [F_DONE] = {.name = "done", .kind = FIELD_WORD, .high = 8, .hidden = true},
};

/* The cookie of somebody whose session has ended is nobody's. */
static enum err
account_get(struct cx *cx)
{
	const struct person_form form = {0};
	enum err e =
	    cx->who.role >= ROLE_APPLICANT ? auth_confirm(cx) : ERR_LOGIN;

	if (e == ERR_LOGIN)
		return register_show(cx, &form, 200);
	return e == OK ? account_show(cx, &form, 200) : e;
}

static enum err
post_register(struct cx *cx)
{
	const char *next = next_read(cx, F_NEXT, next_applicant);
	struct person_form form = {0};
	enum err e = register_account(cx, &form);

	if (e == ERR_INPUT)
		return register_show(cx, &form, 422);
	if (e == ERR_BUSY) {
		password_busy(cx);
		return register_show(cx, &form, 503);
	}
	if (e != OK)
		return e;
	return cx_go_on(cx, *next == '\0' ? "account" : next);
}

static enum err
post_person(struct cx *cx)
{
	struct person_form form = {.first = REGISTER_PERSON};
	struct person person;
	enum err e = person_form_read(cx, &form, &person);

	if (e == OK)
		e = person_form_save(cx, &form, &person);
	if (e == ERR_INPUT)
		return account_show(cx, &form, 422);
	if (e == ERR_LIMIT) /* which the page says */
		return account_show(cx, &form, 409);
	if (e != OK)
		return e;
	return cx_redirect(cx, "account",
	    CX_ARGS({"done", "added"}, {"person", cx_int(cx, person.id)}));
}

static enum err
post_remove(struct cx *cx)
{
	const struct actor by = cx_actor(cx);
	enum err e = person_remove(cx->db, cx->arena, &by, cx->who.account_id,
	    field_number(&cx->field, F_PERSON));

	if (e != OK)
		return e;
	return cx_redirect(cx, "account", CX_ARGS({"done", "removed"}));
}

static enum err
account_post(struct cx *cx)
{
	const struct person_form form = {0};
	int step = field_choice(&cx->field, F_STEP);
	enum err e =
	    cx->who.role >= ROLE_APPLICANT ? auth_confirm(cx) : ERR_LOGIN;

	if (e == ERR_LOGIN)
		return step == REGISTER ? post_register(cx)
		                        : sign_in_ask(cx, "account", "");
	if (e != OK)
		return e;
	if (step == PERSON)
		return post_person(cx);
	if (step == REMOVE)
		return post_remove(cx);
	if (step == RESUME)
		return account_show(cx, &form, 200);
	return cx_redirect(cx, "account", NULL);
}

static enum err
account_again(struct cx *cx, int status, enum err outcome)
{
	int step = field_choice(&cx->field, F_STEP);
	const struct person_form form = {0};
	enum err e =
	    cx->who.role >= ROLE_APPLICANT ? auth_confirm(cx) : ERR_LOGIN;

	if (e == OK && step == PERSON)
		return account_show(cx, &form, status);
	if (e == ERR_LOGIN)
		return step == REGISTER ? register_show(cx, &form, status)
		                        : sign_in_ask(cx, "account", "");
	return e == OK ? outcome : e;
}

static const struct endpoint account = {
    .name = "account",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .keys = CRYPT_NIK | CRYPT_SEAL,
    .fields = fields,
    .field_count = F_FIELDS,
    .pages = (const char *const[]){"account", "register", "session", NULL},
    .texts = (const char *const[]){"person", "session", NULL},
    .kept = (const int[]){REGISTER_PERSON + PERSON_NAME,
	REGISTER_PERSON + PERSON_NIK, REGISTER_PERSON + PERSON_BIRTH,
	REGISTER_PERSON + PERSON_SEX, -1},
    .start = (app_start *const[]){password_start, NULL},
    .get = account_get,
    .post = account_post,
    .again = account_again,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&account, argc, argv);
}
