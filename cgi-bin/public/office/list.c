/* list.c - lists provinces and offices with the state of each. */
#include "public/office/office.h"

#include <stdlib.h>
#include <string.h>

#include "app/public/slot_words.h"
#include "base/day.h"
#include "text/words.h"

#define OTHERS 3 /* offices elsewhere, shown if a province is full */

/* A line of a list: an office and its state, or a province with its first
 * office and the state of the province. */
struct line {
	const struct office *office;
	int offices;
	struct slot_summary sum;
	int km;
};

static int
by_state(const void *a, const void *b)
{
	const struct line *p = a, *q = b;

	if (p->sum.state != q->sum.state)
		return (int)p->sum.state - (int)q->sum.state;
	return strcmp(p->office->short_name, q->office->short_name);
}

static int
by_name(const void *a, const void *b)
{
	const struct line *p = a, *q = b;

	return strcmp(p->office->province, q->office->province);
}

static int
by_distance(const void *a, const void *b)
{
	const struct line *p = a, *q = b;

	if ((p->km < 0) != (q->km < 0))
		return p->km < 0 ? 1 : -1;
	return p->km - q->km;
}

static void
show_status(struct cx *cx, struct view *item, const struct line *l)
{
	slot_words_show(item, l->sum.state, slot_words_sum(cx, &l->sum),
	    slot_words_sum_note(cx, &l->sum, l->office));
}

static struct line *
lines_new(struct cx *cx, const struct ask *ask)
{
	return ARENA_ARRAY(
	    cx->arena, struct line, (size_t)ask->snapshot->offices + 1);
}

/* A link with the pair NAME=VALUE, the kind of application and the number of
 * people. */
static const char *
href(struct cx *cx, const struct ask *ask, const char *program,
    const char *name, const char *value)
{
	return cx_href(cx, program,
	    CX_ARGS({name, value}, {"kind", ask->kind}, {"n", ask->n}));
}

enum err
list_provinces(struct cx *cx, struct view *v, const struct ask *ask)
{
	struct line *line = lines_new(cx, ask);
	const struct slot_summary *sum;
	int n = 0;
	enum err e = availability_sums(cx, "", ask->party, &sum);

	for (int i = 0; e == OK && i < ask->snapshot->offices; i++) {
		const struct office *o = &ask->snapshot->office[i];

		if (n == 0 || strcmp(line[n - 1].office->province_code,
				  o->province_code) != 0)
			line[n++] =
			    (struct line){.office = o, .sum.state = SLOT_OVER};
		slot_sum_add(&line[n - 1].sum, &sum[i]);
		line[n - 1].offices++;
	}
	qsort(line, (size_t)n, sizeof(*line), by_name);
	for (int i = 0; i < n; i++) {
		struct view *item = view_item(v, "provinces");

		view_text(item, "href",
		    href(cx, ask, "office", "province",
			line[i].office->province_code));
		view_text(item, "name", line[i].office->province);
		view_int(item, "offices", line[i].offices);
		show_status(cx, item, &line[i]);
	}
	view_text(v, "now",
	    words_instant(cx->arena, cx->lang, cx->now, DAY_WIB, "WIB"));
	return e;
}

/* Shows the nearest offices of other provinces that have places. */
static enum err
show_others(struct cx *cx, struct view *v, const struct ask *ask,
    const struct office *from)
{
	struct line *line = lines_new(cx, ask);
	const struct slot_summary *sum;
	int n = 0;
	enum err e = availability_sums(cx, "", ask->party, &sum);

	for (int i = 0; e == OK && i < ask->snapshot->offices; i++) {
		line[n].office = &ask->snapshot->office[i];
		line[n].km = slot_km(from, line[n].office);
		line[n].sum = sum[i];
		n += line[n].sum.state == SLOT_OPEN;
	}
	qsort(line, (size_t)n, sizeof(*line), by_distance);
	for (int i = 0; i < n && i < OTHERS; i++) {
		struct view *item = view_item(v, "others");

		view_text(item, "href",
		    href(cx, ask, "slot", "office", line[i].office->code));
		view_text(item, "name", line[i].office->short_name);
		view_text(item, "status", slot_words_sum(cx, &line[i].sum));
		view_text(item, "note",
		    slot_words_sum_note(cx, &line[i].sum, line[i].office));
	}
	return e;
}

enum err
list_offices(struct cx *cx, struct view *v, const struct ask *ask,
    const struct office *first)
{
	struct line *line = lines_new(cx, ask);
	const struct office *end =
	    ask->snapshot->office + ask->snapshot->offices;
	const struct slot_summary *sum;
	int n = 0;
	enum err e =
	    availability_sums(cx, first->province_code, ask->party, &sum);

	if (e != OK)
		return e;
	for (const struct office *o = first;
	     o < end && strcmp(o->province_code, first->province_code) == 0;
	     o++, n++) {
		line[n].office = o;
		line[n].sum = sum[o - ask->snapshot->office];
	}
	qsort(line, (size_t)n, sizeof(*line), by_state);
	for (int i = 0; i < n; i++) {
		struct view *item = view_item(v, "offices");

		view_text(item, "href",
		    href(cx, ask, "slot", "office", line[i].office->code));
		view_text(item, "name", line[i].office->short_name);
		view_text(item, "address",
		    *line[i].office->address != '\0' ? line[i].office->address
						     : line[i].office->city);
		show_status(cx, item, &line[i]);
	}
	view_int(v, "count", n);
	view_text(v, "now",
	    words_instant(
		cx->arena, cx->lang, cx->now, first->offset, first->zone));
	view_text(v, "provinces_href",
	    cx_href(cx, "office", CX_ARGS({"kind", ask->kind}, {"n", ask->n})));
	return line[0].sum.state == SLOT_OPEN ? OK
	                                      : show_others(cx, v, ask, first);
}
