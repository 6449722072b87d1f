/* days.c - shows the days and periods of an office, one week at a time. */
#include "public/slot/slot.h"

#include "app/public/slot_words.h"
#include "base/day.h"
#include "text/words.h"

#define WEEK 7 /* days per page, so that it fits 14 KB */
#define OTHERS 3

/* True if every slot of D is in STATE with the same opening. */
static bool
all_are(const struct slot_day *d, enum slot_state state)
{
	for (int i = 0; i < d->count; i++)
		if (d->slot[i].state != state ||
		    d->slot[i].opens_at != d->slot[0].opens_at)
			return false;
	return d->count > 0;
}

static void
show_periods(struct cx *cx, struct view *item, const struct ask *ask,
    const struct slot_day *d)
{
	for (int i = 0; i < d->count; i++) {
		const struct slot *s = &d->slot[i];
		struct view *p = view_item(item, "periods");

		view_int(p, "id", s->id);
		view_text(
		    p, "period", words_period(cx->arena, s->start, s->end));
		view_flag(p, "open", s->state == SLOT_OPEN);
		view_text(
		    p, "left", slot_words_line(cx, s, ask->office, ask->party));
	}
}

/* The slot whose state is shown for the whole day; NULL if each slot shows a
 * state of its own.  For a closed day the result is CLOSED, filled here,
 * because such a day possibly has no slots.
 */
static const struct slot *
day_slot(const struct ask *ask, const struct slot_day *d, struct slot *closed)
{
	*closed = (struct slot){
	    .state = d->closure ? SLOT_CLOSED : SLOT_HOLIDAY,
	    .reason_id = d->holiday_id,
	    .reason_en = d->holiday_en,
	};
	if (ask->office->suspended_id != NULL && d->count > 0)
		return &d->slot[0];
	if (d->holiday_id != NULL)
		return closed;
	return all_are(d, SLOT_EARLY) || all_are(d, SLOT_OVER) ? &d->slot[0]
	                                                       : NULL;
}

static void
show_day(struct cx *cx, struct view *v, const struct ask *ask,
    const struct slot_day *d)
{
	struct view *item = view_item(v, "days");
	struct slot closed;
	const struct slot *s = day_slot(ask, d, &closed);

	view_text(
	    item, "weekday", words_weekday(cx->lang, day_weekday(d->day)));
	view_text(item, "date", words_date(cx->arena, cx->lang, d->day));
	if (s == NULL) {
		slot_words_show(item, SLOT_OPEN, "", "");
		show_periods(cx, item, ask, d);
	} else if (s->state == SLOT_OVER) {
		slot_words_show(item, s->state,
		    slot_words_line(cx, s, ask->office, ask->party), "");
	} else {
		slot_words_show(item, s->state, slot_words_state(cx, s->state),
		    slot_words_note(cx, s, ask->office, ask->party));
	}
}

/* True if the page shows D: D is today or later, and if D is today, not all of
 * its slots are over. */
static bool
worth_showing(const struct ask *ask, const struct slot_day *d)
{
	return d->day >= ask->today &&
	       !(d->day == ask->today && all_are(d, SLOT_OVER));
}

/* The number of slots of D that can be booked. */
static int
open_count(const struct slot_day *d)
{
	int n = 0;

	for (int i = 0; i < d->count; i++)
		n += d->slot[i].state == SLOT_OPEN;
	return n;
}

static void
show_week_link(struct cx *cx, struct view *v, const struct ask *ask,
    const char *name, int32_t from)
{
	char iso[DAY_ISO_SIZE];

	day_iso(from, iso);
	view_text(v, name,
	    cx_href(cx, "slot",
		CX_ARGS({"office", ask->office->code}, {"kind", ask->kind},
		    {"n", ask->n}, {"from", from <= ask->today ? "" : iso})));
}

static enum err
show_others(struct cx *cx, struct view *v, const struct ask *ask)
{
	const struct slot_wish wish = {
	    .day = ask->from, .party = ask->party, .now = cx->now};
	struct slot_offer offer[OTHERS];
	int count = OTHERS;
	enum err e =
	    availability_alternatives(cx, ask->office, &wish, offer, &count);

	for (int i = 0; e == OK && i < count; i++) {
		const struct office *o = &offer[i].office;
		const struct slot *s = &offer[i].slot;
		struct view *item = view_item(v, "others");

		view_text(item, "href",
		    cx_href(cx, "slot",
			CX_ARGS({"office", o->code}, {"kind", ask->kind},
			    {"n", ask->n})));
		view_text(item, "name", o->short_name);
		view_text_f(item, "note", "%s, %s %s",
		    words_short_day(cx->arena, cx->lang, s->day),
		    words_period(cx->arena, s->start, s->end), o->zone);
	}
	return e;
}

/* The index of the first day to show among N days: the first from ask->from on;
 * if that is today, days whose slots are all over are left out. */
static int
page_begin(const struct ask *ask, const struct slot_day *day, int n)
{
	int i = 0, k;

	while (
	    i < n && (day[i].day < ask->from || !worth_showing(ask, &day[i])))
		i++;
	for (k = i; k < n && all_are(&day[k], SLOT_OVER); k++)
		;
	return ask->from == ask->today && k < n ? k : i;
}

/* Shows why the slot that `booking` refused cannot be booked; nothing if it can
 * be booked now. */
static void
show_was(struct cx *cx, struct view *v, const struct ask *ask,
    const struct slot_day *day, int n)
{
	const struct slot *s = NULL;

	for (int i = 0; i < n; i++)
		for (int k = 0; k < day[i].count; k++)
			if (day[i].slot[k].id == ask->was)
				s = &day[i].slot[k];
	if (ask->was == 0 || (s != NULL && s->state == SLOT_OPEN))
		return;
	if (s == NULL) { /* the snapshot lacks only slots of past days */
		view_text(v, "refusal", cx_text(cx, "refusal.past"));
		return;
	}
	view_text(v, "was", slot_words_when(cx, s, ask->office));
	view_text(v, "refusal", slot_words_why(cx, s, ask->office, ask->party));
}

enum err
days_show(struct cx *cx, struct view *v, const struct ask *ask)
{
	struct slot_day *day;
	int n, begin, end, open = 0, other = -1;

	slot_list_days(
	    cx->arena, &ask->slots, ask->office, ask->party, cx->now, &day, &n);
	show_was(cx, v, ask, day, n);
	begin = end = page_begin(ask, day, n);
	for (; end < n && day[end].day < day[begin].day + WEEK; end++) {
		open += open_count(&day[end]);
		show_day(cx, v, ask, &day[end]);
	}
	view_flag(v, "some_open", open > 0);
	for (int i = 0; i < n && other < 0; i++)
		if (open_count(&day[i]) > 0)
			other = i;
	if (end < n)
		show_week_link(cx, v, ask, "next_href", day[end].day);
	if (open == 0 && other >= 0)
		show_week_link(cx, v, ask, "other_href", day[other].day);
	if (ask->from > ask->today)
		show_week_link(cx, v, ask, "prev_href",
		    begin < n ? ask->from - WEEK : ask->today);
	return other >= 0 ? OK : show_others(cx, v, ask);
}
