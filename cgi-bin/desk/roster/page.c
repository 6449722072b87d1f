/* page.c - the roster as a page, 200 people at a time. */
#include "desk/roster/roster.h"

#include <string.h>

#include "base/day.h"
#include "queue/visit/code.h"
#include "text/words.h"

#define PER_PAGE 200

/* A link to this roster with the pair NAME=VALUE added. */
static const char *
href(struct cx *cx, const struct duty *d, const char *name, const char *value)
{
	char iso[DAY_ISO_SIZE];

	day_iso(d->day, iso);
	return cx_href(cx, "roster",
	    CX_ARGS({"office", d->office.code}, {"day", iso},
		{"period", d->start == ROSTER_ALL ? "" : cx_int(cx, d->start)},
		{name, value}));
}

static void
show_days(struct cx *cx, const struct duty *d, struct view *v)
{
	char iso[DAY_ISO_SIZE];
	int32_t last = DAY_NONE;

	for (int i = 0; i < d->periods; i++) {
		const struct roster_period *p = &d->period[i];
		struct view *item;

		if (p->day != last) {
			item = view_item(v, "days");
			day_iso(p->day, iso);
			view_text_f(item, "id", "%s", iso);
			view_text(item, "name",
			    words_day(cx->arena, cx->lang, p->day));
			last = p->day;
		}
		if (p->day == d->day) {
			item = view_item(v, "periods");
			view_int(item, "id", p->start);
			view_text(item, "name",
			    words_period(cx->arena, p->start, p->end));
		}
	}
	day_iso(d->day, iso);
	view_text_f(v, "day", "%s", iso);
	if (d->start != ROSTER_ALL)
		view_int(v, "period", d->start);
}

/* Shows the list of all offices to national staff. */
static enum err
show_offices(struct cx *cx, const struct duty *d, struct view *v)
{
	struct office *all;
	int count;
	enum err e;

	view_text(v, "office", d->office.code);
	if (cx->who.role != ROLE_NATIONAL)
		return OK;
	e = office_list(cx->db, cx->arena, "", &all, &count);
	for (int i = 0; e == OK && i < count; i++) {
		struct view *item = view_item(v, "offices");

		view_text(item, "code", all[i].code);
		view_text(item, "name", all[i].short_name);
	}
	return e;
}

static void
show_row(struct cx *cx, const struct duty *d, int at, struct view *row)
{
	const struct roster_entry *e = &d->entry[at];
	char shown[CODE_SHOWN_SIZE];

	code_show(e->code, shown);
	view_int(row, "no", at + 1);
	view_flag(row, "whole", d->start == ROSTER_ALL);
	view_text(row, "period", words_time(cx->arena, e->start));
	view_text_f(row, "code", "%s", shown);
	view_text(row, "name", e->name);
	view_text(row, "kind_name",
	    cx_text(cx, arena_printf(cx->arena, "service.%s", e->service)));
	view_text(row, "nik", e->nik_mask);
	view_text(row, "look", roster_look(cx, e));
}

static void
show_rows(struct cx *cx, const struct duty *d, struct view *v)
{
	int from = (int)field_number(&cx->field, F_FROM), to;

	/* the roster is possibly shorter than when the link was made */
	if (from >= d->count)
		from = d->count == 0 ? 0 : (d->count - 1) / PER_PAGE * PER_PAGE;
	to = from + PER_PAGE < d->count ? from + PER_PAGE : d->count;

	for (int i = from; i < to; i++)
		show_row(cx, d, i, view_item(v, "rows"));
	view_text(v, "prev_href",
	    from == 0 ? ""
		      : href(cx, d, "from",
			    cx_int(cx, from > PER_PAGE ? from - PER_PAGE : 0)));
	view_text(v, "next_href",
	    to == d->count ? "" : href(cx, d, "from", cx_int(cx, to)));
}

enum err
roster_page(struct cx *cx, const struct duty *d, int status)
{
	struct view *v = cx_page(cx, "roster");
	const char *day = words_day(cx->arena, cx->lang, d->day);
	enum err e;

	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	e = show_offices(cx, d, v);
	if (e != OK)
		return e;
	show_days(cx, d, v);
	view_text(v, "office_name", d->office.name);
	view_flag(v, "whole", d->start == ROSTER_ALL);
	if (d->start == ROSTER_ALL)
		view_text(v, "caption", day);
	else
		view_text_f(v, "caption", "%s, %s %s", day,
		    words_period(cx->arena, d->start, d->end), d->office.zone);
	view_flag(v, "none", d->count == 0 && cx->field.errors == 0);
	view_int(v, "people", d->count);
	view_int(v, "bookings", d->bookings);
	view_text(v, "now",
	    words_instant(cx->arena, cx->lang, cx->now, d->office.offset,
		d->office.zone));
	view_text(v, "pdf_href", href(cx, d, "as", "pdf"));
	view_text(v, "csv_href", href(cx, d, "as", "csv"));
	show_rows(cx, d, v);
	return cx_send(cx, v, "roster", status);
}
