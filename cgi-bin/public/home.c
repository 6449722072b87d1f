/* home.c - the start page: when places open, and links to everything. */
#include "app/core/endpoint.h"
#include "app/public/availability.h"
#include "base/day.h"
#include "text/words.h"

#include <string.h>

#define NOTICES 4
#define DAY 86400
/* How many seconds before an opening the page says "sign in now". */
#define SOON (4 * 3600)

/* "hari ini", "besok", or the day with its date. */
static const char *
day_text(struct cx *cx, int32_t day, int32_t today)
{
	if (day == today)
		return cx_text(cx, "day.today");
	if (day == today + 1)
		return cx_text(cx, "day.tomorrow");
	return words_day(cx->arena, cx->lang, day);
}

/* "21–23 Desember 2026", or two full dates if the months differ. */
static const char *
days_text(struct cx *cx, int32_t first, int32_t last)
{
	struct day_date f = day_date(first), l = day_date(last);
	const char *end = words_date(cx->arena, cx->lang, last);

	if (first == last)
		return end;
	if (f.year == l.year && f.month == l.month)
		return arena_printf(cx->arena, "%d–%s", f.mday, end);
	return arena_printf(
	    cx->arena, "%s – %s", words_date(cx->arena, cx->lang, first), end);
}

/* The index of the group of openings that most people wait for: among the
 * groups that open within a day of the first, the group with the most
 * offices. */
static int
main_group(const struct calendar *c)
{
	int best = 0;

	for (int i = 1; i < c->groups; i++)
		if (c->group[i].opens_at < c->group[0].opens_at + DAY &&
		    c->group[i].offices > c->group[best].offices)
			best = i;
	return best;
}

static void
show_next(struct cx *cx, struct view *v, const struct opening_group *w)
{
	view_text(v, "next_day",
	    day_text(cx, day_local(w->opens_at, w->offset),
		day_local(cx->now, w->offset)));
	view_text_f(v, "next_time", "%s %s",
	    words_time(cx->arena, day_minute(w->opens_at, w->offset)), w->zone);
	view_text(v, "next_span",
	    words_span(cx->arena, cx->lang, w->opens_at - cx->now));
	view_text(v, "next_days", days_text(cx, w->first, w->last));
}

static void
show_groups(struct cx *cx, struct view *v, const struct calendar *c)
{
	int next = main_group(c);
	bool soon = c->groups > 0 && c->group[next].opens_at - cx->now <= SOON;

	view_flag(v, "next", c->groups > 0);
	view_flag(v, "soon", soon);
	view_flag(v, "ready", c->groups > 0 && !soon);
	for (int i = 0; i < c->groups; i++) {
		const struct opening_group *w = &c->group[i];
		struct view *item;

		if (i == next) {
			show_next(cx, v, w);
			continue;
		}
		item = view_item(v, "zones");
		view_text(item, "when",
		    words_instant(
			cx->arena, cx->lang, w->opens_at, w->offset, w->zone));
		view_text(item, "span",
		    words_span(cx->arena, cx->lang, w->opens_at - cx->now));
	}
}

/* Shows the next closed days.  Those on a weekend are left out. */
static void
show_notices(struct cx *cx, struct view *v, const struct calendar *c)
{
	for (int i = 0, n = 0; i < c->closed_count && n < NOTICES; i++) {
		const struct closed_day *d = &c->closed[i];
		const struct text_arg args[] = {
		    {"day", words_day(cx->arena, cx->lang, d->day)},
		    {"name", cx->lang == LANG_EN ? d->name_en : d->name_id},
		    {NULL, NULL},
		};

		if (day_weekday(d->day) > 5)
			continue;
		view_text(view_item(v, "notices"), "text",
		    cx_fill(cx,
			d->status == CLOSED_DAY_PREDICTED ? "home.closed.unsure"
							  : "home.closed",
			args));
		n++;
	}
}

static enum err
home_get(struct cx *cx)
{
	struct calendar c;
	struct view *v;
	enum err e = availability_calendar(cx, &c);

	if (e != OK)
		return e;
	v = cx_page(cx, "home");
	view_flag(v, "open", c.last_day != DAY_NONE);
	if (c.last_day != DAY_NONE)
		view_text(
		    v, "open_last", words_day(cx->arena, cx->lang, c.last_day));
	show_groups(cx, v, &c);
	show_notices(cx, v, &c);
	view_text(v, "now",
	    words_instant(cx->arena, cx->lang, cx->now, DAY_WIB, "WIB"));
	return cx_send(cx, v, "home", 200);
}

static const struct endpoint home = {
    .name = "home",
    .methods = METHOD_GET,
    .role = ROLE_PUBLIC,
    .pages = (const char *const[]){"home", NULL},
    .start = (app_start *const[]){availability_start, NULL},
    .get = home_get,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&home, argc, argv);
}
