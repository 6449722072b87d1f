/* page.c - the pages of `account`: the form to open one, and its data. */
#include "public/account/account.h"

#include <string.h>

#include "app/form/register.h"
#include "app/who/next.h"
#include "queue/people/account.h"
#include "text/words.h"

enum err
register_show(struct cx *cx, const struct person_form *form, int status)
{
	struct view *v = cx_page(cx, "register");
	const char *next = next_read(cx, F_NEXT);

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	person_form_show(cx, form, v);
	view_text(v, "next", next);
	view_flag(v, "busy", status == 503);
	view_int(v, "password_min", REGISTER_PASSWORD);
	return cx_send(cx, v, "register", status);
}

/* A sentence about what the last request did; "" if nothing. */
static const char *
done(struct cx *cx, const struct person people[], int count)
{
	const char *what = field_text(&cx->field, F_DONE);

	if (strcmp(what, "removed") == 0)
		return cx_text(cx, "account.removed");
	for (int i = 0; i < count && strcmp(what, "added") == 0; i++) {
		const struct text_arg args[] = {
		    {"name", people[i].name}, {NULL, NULL}};

		if (people[i].id == field_number(&cx->field, F_PERSON))
			return cx_fill(cx, "account.added", args);
	}
	return "";
}

enum err
account_show(struct cx *cx, const struct person_form *form, int status)
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
