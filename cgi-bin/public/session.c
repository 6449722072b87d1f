/* session.c - applicants sign in and out. */
#include "app/public/availability.h"
#include "app/public/slot_words.h"
#include "app/who/password.h"
#include "app/who/sign_in_form.h"
#include "queue/people/account.h"

static const struct field fields[SIGN_IN_FIELDS] = {
    SIGN_IN_FORM,
    [SIGN_IN_NAME] = {.name = "email",
	.kind = FIELD_EMAIL,
	.high = 254,
	.required = "in"},
};

static enum err
find(struct cx *cx, const char *email, struct sign_in_bearer *b)
{
	struct account account = {0};
	enum err e = account_by_email(cx->db, cx->arena, email, &account);

	b->password = account.password;
	b->account_id = account.id;
	return e == ERR_MISSING ? OK : e;
}

static enum err
post(struct cx *cx)
{
	return sign_in_post(cx, find);
}

static const struct endpoint session = {
    .name = "session",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .home = "account",
    .fields = fields,
    .field_count = SIGN_IN_FIELDS,
    .form_max = PENDING_FORM_MAX,
    .pages = (const char *const[]){"resume", NULL},
    .start = (app_start *const[]){availability_start, password_start, NULL},
    .slot_said = slot_words_by_id,
    .post = post,
    .show = sign_in_show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&session, argc, argv);
}
