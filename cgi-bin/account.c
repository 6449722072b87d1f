/* account.c - making an account; one's data and the people on it. */
#include <string.h>

#include "app/endpoint.h"
#include "app/next.h"
#include "app/person_form.h"
#include "app/register.h"
#include "queue/account.h"
#include "queue/audit.h"
#include "text/words.h"

enum {
	STEP = REGISTER_FIELDS,
	NEXT,
	PERSON,
	DONE,
	FIELDS
};
static const struct field fields[FIELDS] = {
    REGISTER_FORM,
    [STEP] = {.name = "step", .kind = FIELD_WORD, .high = 8},
    [NEXT] = {.name = "next", .kind = FIELD_LINE, .high = 512},
    [PERSON] = {.name = "person", .kind = FIELD_ID},
    [DONE] = {.name = "done", .kind = FIELD_WORD, .high = 8},
};

static enum err
show_register(struct cx *cx, const struct person_form *form, int status)
{
	struct view *v = cx_page(cx, "register");
	const char *next = next_read(cx, NEXT, next_applicant);

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	person_form_show(cx, form, v);
	view_text(v, "next", next);
	view_int(v, "password_min", REGISTER_PASSWORD);
	return cx_send(cx, v, "register", status);
}

/* What was just done, "" if nothing. */
static const char *
done(struct cx *cx, const struct person people[], int count)
{
	const char *what = field_text(&cx->field, DONE);

	if (strcmp(what, "removed") == 0)
		return cx_text(cx, "account.removed");
	for (int i = 0; i < count && strcmp(what, "added") == 0; i++) {
		const struct text_arg args[] = {
		    {"name", people[i].name}, {NULL, NULL}};

		if (people[i].id == field_number(&cx->field, PERSON))
			return cx_fill(cx, "account.added", args);
	}
	return "";
}

static enum err
show_account(struct cx *cx, const struct person_form *form, int status)
{
	struct person people[PERSON_MAX];
	struct account account;
	struct view *v;
	int count;
	enum err e =
	    account_by_id(cx->db, cx->arena, cx->who.account_id, &account);

	if (e == OK)
		e = person_list(cx->db, cx->arena, account.id, people, &count);
	if (e != OK)
		return e;
	v = cx_page(cx, "account");
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	person_form_show(cx, form, v);
	view_text(v, "done", done(cx, people, count));
	view_text(v, "email", account.email);
	view_text(v, "phone", account.phone);
	view_flag(v, "can_add", count < PERSON_MAX);
	view_int(v, "left", PERSON_MAX - count);
	for (int i = 0; i < count; i++) {
		struct view *item = view_item(v, "people");

		view_int(item, "id", people[i].id);
		view_text(item, "name", people[i].name);
		view_text(item, "nik", people[i].nik_mask);
		view_text(item, "birth",
		    words_date(cx->arena, cx->lang, people[i].birth));
		view_flag(item, "holder", people[i].member_no == 0);
	}
	return cx_send(cx, v, "account", status);
}

/* The cookie of somebody whose session has ended is nobody's. */
static enum err
account_get(struct cx *cx)
{
	const struct person_form form = {0};
	enum err e =
	    cx->who.role >= ROLE_APPLICANT ? auth_confirm(cx) : ERR_LOGIN;

	if (e == ERR_LOGIN)
		return show_register(cx, &form, 200);
	return e == OK ? show_account(cx, &form, 200) : e;
}

static enum err
post_register(struct cx *cx)
{
	const char *next = next_read(cx, NEXT, next_applicant);
	struct person_form form = {0};
	enum err e = register_account(cx, &form);

	if (e == ERR_INPUT)
		return show_register(cx, &form, 422);
	if (e != OK)
		return e;
	return cx_redirect(cx, "%s", *next == '\0' ? "account" : next);
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
		return show_account(cx, &form, 422);
	if (e != OK)
		return e;
	return cx_redirect(
	    cx, "account?done=added&person=%lld", (long long)person.id);
}

static enum err
post_remove(struct cx *cx)
{
	int64_t account_id = cx->who.account_id;
	int64_t person_id = field_number(&cx->field, PERSON);
	const struct audit audit = {.actor = "account",
	    .actor_id = account_id,
	    .act = "person.remove",
	    .object = "person",
	    .object_id = person_id};
	enum err e = person_remove(cx->db, cx->arena, account_id, person_id);

	if (e == OK)
		e = audit_write(cx->db, &audit, cx->now);
	return e == OK ? cx_redirect(cx, "account?done=removed") : e;
}

static enum err
account_post(struct cx *cx)
{
	const char *step = field_text(&cx->field, STEP);
	enum err e =
	    cx->who.role >= ROLE_APPLICANT ? auth_confirm(cx) : ERR_LOGIN;

	if (e == ERR_LOGIN)
		return strcmp(step, "register") == 0 ? post_register(cx)
						     : auth_ask(cx);
	if (e != OK)
		return e;
	if (strcmp(step, "person") == 0)
		return post_person(cx);
	if (strcmp(step, "remove") == 0)
		return post_remove(cx);
	/* a second press of the button that made the account */
	return cx_redirect(cx, "account");
}

static const struct endpoint account = {
    .name = "account",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .fields = fields,
    .field_count = FIELDS,
    .pages = (const char *const[]){"account", "register", NULL},
    .get = account_get,
    .post = account_post,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&account, argc, argv);
}
