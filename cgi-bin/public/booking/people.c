/* people.c - step 4: choose people of the account, or add one. */
#include "public/booking/booking.h"

#include "app/public/slot_words.h"
#include "text/words.h"

static void
show_services(struct cx *cx, const struct plan *p, struct view *item)
{
	for (int i = 0; i < p->snapshot->services; i++) {
		const struct service *k = &p->snapshot->service[i];
		struct view *s;

		if (!k->bookable)
			continue;
		s = view_item(item, "services");
		view_text(s, "code", k->code);
		view_text(s, "name",
		    cx_text(
			cx, arena_printf(cx->arena, "service.%s", k->code)));
	}
}

/* Shows person I.  If no people were chosen yet, the first N people are ticked,
 * with the kind of application chosen in the first step; N is the number of
 * people chosen there. */
static void
show_person(struct cx *cx, const struct plan *p, int i, struct view *item)
{
	const struct person *q = &p->person[i];
	bool chosen = plan_chosen(cx) > 0;

	view_int(item, "id", q->member_no);
	view_int(item, "person", q->id);
	view_text(item, "name", q->name);
	view_text(item, "nik", q->nik_mask);
	view_text(item, "birth", words_date(cx->arena, cx->lang, q->birth));
	show_services(cx, p, item);
	fields_show_item(
	    &cx->field, q->member_no, item, cx->app->texts, cx->lang);
	if (!chosen && i < (int)field_number(&cx->field, F_N))
		view_int(item, "who", q->id);
	if (!field_at(&cx->field, F_WHAT, q->member_no)->given)
		view_text(item, "kind", field_text(&cx->field, F_KIND));
}

/* Tells the list of faults which person each fault is about. */
static void
name_people(struct cx *cx, const struct plan *p)
{
	for (int i = 0; i < p->persons; i++) {
		const struct person *q = &p->person[i];

		field_name(&cx->field, F_WHAT, q->member_no, q->name);
		field_name(&cx->field, F_YEAR, q->member_no, q->name);
	}
	for (int item = 0; item < PERSON_MAX; item++)
		field_name(&cx->field, F_WHO, item, "");
}

enum err
people_show(struct cx *cx, const struct plan *p, const struct person_form *form,
    int status)
{
	struct view *v = cx_page(cx, "people");

	name_people(cx, p);
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	if (form != NULL)
		person_form_show(cx, form, v);
	view_text(v, "office_name", p->office.name);
	view_text(v, "when", slot_words_when(cx, &p->slot, &p->office));
	view_text(v, "slot_href",
	    cx_href(cx, "slot",
		CX_ARGS({"office", p->office.code},
		    {"kind", field_text(&cx->field, F_KIND)},
		    {"n", field_text(&cx->field, F_N)})));
	view_int(v, "slot", p->slot.id);
	view_text(v, "cards", cards_make(cx, p));
	view_flag(v, "can_add", p->persons < PERSON_MAX);
	view_text(v, "account_href", cx_href(cx, "account", NULL));
	for (int i = 0; i < p->persons; i++)
		show_person(cx, p, i, view_item(v, "people"));
	return cx_send(cx, v, "people", status);
}

enum err
people_add(struct cx *cx, struct plan *p)
{
	struct person_form form = {.first = F_PERSON};
	struct person person;
	enum err e = person_form_read(cx, &form, &person);

	if (e == OK)
		e = person_form_save(cx, &form, &person);
	if (e == ERR_INPUT)
		return people_show(cx, p, &form, 422);
	if (e == ERR_LIMIT) /* the page says that the account is full */
		return people_show(cx, p, &form, 409);
	if (e != OK)
		return e;
	return cx_redirect(cx, "booking",
	    CX_ARGS({"slot", cx_int(cx, p->slot.id)},
		{"kind", field_text(&cx->field, F_KIND)},
		{"n", field_text(&cx->field, F_N)}));
}
