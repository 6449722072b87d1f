/* account.c - opens an account; shows its data and its people. */
#include "public/account/account.h"

#include "app/core/endpoint.h"
#include "app/form/register.h"
#include "app/who/next.h"
#include "app/who/password.h"
#include "queue/people/keys.h"
#include "queue/people/person.h"

enum {
	REGISTER,
	PERSON,
	REMOVE
};
static const char *const steps[] = {
    [REGISTER] = "register",
    [PERSON] = "person",
    [REMOVE] = "remove",
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
    [F_PERSON] = {.name = "person",
	.kind = FIELD_ID,
	.object = "person",
	.hidden = true},
    [F_DONE] = {.name = "done", .kind = FIELD_WORD, .high = 8, .hidden = true},
};

/* Shows the account, or the form to open one if nobody is signed in. */
static enum err
show(struct cx *cx, int status)
{
	bool make = field_choice(&cx->field, F_STEP) == REGISTER;
	const struct person_form form = {0};

	if (cx->who.role == ROLE_APPLICANT)
		return make ? cx_redirect(cx, "account", NULL) /* it was made
		                                                * already */
		            : account_show(cx, &form, status);
	return cx->req->method == METHOD_GET || make
	           ? register_show(cx, &form, status)
	           : ERR_LOGIN;
}

static enum err
post_register(struct cx *cx)
{
	const char *next = next_read(cx, F_NEXT);
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
	if (e == ERR_LIMIT) /* the page says that the account is full */
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
post(struct cx *cx)
{
	int step = field_choice(&cx->field, F_STEP);

	if (cx->who.role != ROLE_APPLICANT)
		return step == REGISTER ? post_register(cx) : ERR_LOGIN;
	if (step == PERSON)
		return post_person(cx);
	if (step == REMOVE)
		return post_remove(cx);
	return cx_redirect(cx, "account", NULL);
}

static const struct endpoint account = {
    .name = "account",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .keys = KEY_SEAL,
    .fields = fields,
    .field_count = F_FIELDS,
    .pages = (const char *const[]){"account", "register", NULL},
    .texts = (const char *const[]){"person", NULL},
    .start = (app_start *const[]){password_start, NULL},
    .post = post,
    .show = show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&account, argc, argv);
}
