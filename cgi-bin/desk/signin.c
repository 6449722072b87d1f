/* signin.c - staff sign in and out. */
#include "app/who/password.h"
#include "app/who/sign_in_form.h"
#include "queue/people/staff.h"

static const struct field fields[SIGN_IN_FIELDS] = {
    SIGN_IN_FORM,
    [SIGN_IN_NAME] = {.name = "login",
	.kind = FIELD_LOGIN,
	.high = 60,
	.required = "in"},
};

static enum err
find(struct cx *cx, const char *login, struct sign_in_bearer *b)
{
	struct staff *staff = ARENA_NEW(cx->arena, struct staff);
	enum err e = staff_by_login(cx->db, cx->arena, login, staff);

	b->staff = staff;
	if (staff->disabled_at == 0)
		b->password = staff->password;
	return e == ERR_MISSING ? OK : e;
}

static enum err
post(struct cx *cx)
{
	return sign_in_post(cx, find);
}

static const struct endpoint signin = {
    .name = "signin",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .staff = true,
    .home = "roster",
    .fields = fields,
    .field_count = SIGN_IN_FIELDS,
    .form_max = PENDING_FORM_MAX,
    .pages = (const char *const[]){"signin-resume", NULL},
    .start = (app_start *const[]){password_start, NULL},
    .post = post,
    .show = sign_in_show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&signin, argc, argv);
}
