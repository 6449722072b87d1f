/* review.c - step 5: shows everything that the applicant has chosen; the same
 * page shows why a booking was refused. */
#include "public/booking/booking.h"

#include "app/public/slot_words.h"
#include "queue/visit/documents.h"
#include "text/words.h"

#define ALTERNATIVES 3

static void
show_people(struct cx *cx, const struct plan *p, struct view *v)
{
	for (int i = 0; i < p->b.party; i++) {
		const struct applicant *a = &p->b.applicant[i];
		struct view *item = view_item(v, "people");

		view_int(item, "no", i + 1);
		view_int(item, "id", a->person.member_no);
		view_int(item, "person", a->person.id);
		view_text(item, "name", a->person.name);
		view_text(item, "nik", a->person.nik_mask);
		view_text(item, "birth",
		    words_date(cx->arena, cx->lang, a->person.birth));
		view_flag(item, "child", documents_child(a, p->slot.day));
		view_text(item, "kind", a->service);
		view_text(item, "kind_name",
		    cx_text(cx, ARENA_JOIN(cx->arena, "service.", a->service)));
		if (a->old_year != 0)
			view_int(item, "year", a->old_year);
		else
			view_text(item, "year", "");
		view_flag(item, "abroad", a->old_abroad);
	}
}

static void
show_visit(struct cx *cx, const struct plan *p, struct view *v)
{
	struct arena *a = cx->arena;
	const char *kind = p->b.applicant[0].service;
	const char *n = cx_int(cx, p->b.party);

	view_text(v, "office_name", p->office.name);
	view_text(v, "address", p->office.address);
	view_text(v, "day", words_day(a, cx->lang, p->slot.day));
	view_text(v, "period",
	    ARENA_JOIN(a, words_period(a, p->slot.start, p->slot.end), " ",
		p->office.zone));
	view_text(v, "arrive",
	    ARENA_JOIN(a, words_time(a, p->slot.start - p->arrive_before), " ",
		p->office.zone));
	view_text(v, "office_href",
	    cx_href(cx, "office",
		CX_ARGS({"kind", kind}, {"n", n},
		    {"province", p->office.province_code})));
	view_text(v, "slot_href",
	    cx_href(cx, "slot",
		CX_ARGS({"office", p->office.code}, {"kind", kind}, {"n", n})));
}

static struct view *
page(struct cx *cx, struct plan *p)
{
	struct view *v = cx_page(cx, "review");

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	show_visit(cx, p, v);
	show_people(cx, p, v);
	view_text(v, "once", p->once);
	view_text(v, "cards", cards_make(cx, p));
	view_int(v, "slot", p->slot.id);
	view_int(v, "was", p->slot.id);
	view_int(v, "n", p->b.party);
	view_text(v, "people_href", cx_href(cx, "booking", plan_args(cx)));
	return v;
}

enum err
review_show(struct cx *cx, struct plan *p, int status)
{
	return cx_send(cx, page(cx, p), "review", status);
}

/* Shows the nearest open slots; true if there are any.  A failure to find them
 * does not stop the refusal. */
static bool
show_alternatives(struct cx *cx, const struct plan *p, struct view *v)
{
	const struct slot_wish wish = {.day = p->slot.day,
	    .start = p->slot.start,
	    .party = p->b.party,
	    .now = cx->now};
	/* availability_alternatives needs the office of the snapshot, not a
	 * copy */
	const struct office *office =
	    snapshot_office_by_id(p->snapshot, p->office.id);
	struct slot_offer offer[ALTERNATIVES];
	int count = ALTERNATIVES;

	if (office == NULL || /* the office is newer than the snapshot */
	    availability_alternatives(cx, office, &wish, offer, &count) != OK)
		count = 0;
	for (int i = 0; i < count; i++) {
		struct view *item = view_item(v, "alternatives");
		const struct slot *s = &offer[i].slot;
		const struct office *o = &offer[i].office;

		view_int(item, "id", s->id);
		view_text(item, "when", slot_words_when(cx, s, o));
		view_text(item, "office_name", o->name);
		view_text(item, "note", slot_words_note(cx, s, o, p->b.party));
	}
	return count > 0;
}

enum err
review_refuse(
    struct cx *cx, struct plan *p, const struct refusal *why, int status)
{
	struct view *v = page(cx, p);
	bool others;

	view_text(v, "refusal", why->text);
	view_flag(v, "blocked", why->blocked);
	view_flag(v, "unsure", why->unsure);
	others = why->alternatives && show_alternatives(cx, p, v);
	view_text(v, "refusal_todo",
	    why->todo != NULL
		? why->todo
		: cx_text(cx, others ? "refusal.choose" : "refusal.other"));
	return cx_send(cx, v, "review", status);
}
