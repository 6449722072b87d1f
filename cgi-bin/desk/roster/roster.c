/* roster.c - whom an office expects: page, PDF and CSV for its staff. */
#include "desk/roster/roster.h"

#include <string.h>

#include "app/core/endpoint.h"
#include "base/day.h"
#include "paper/kit/pdf.h"

#define DAYS_BACK 7 /* past days in the list of days to choose from */
#define DAYS_AHEAD 60

/* The format; a page if the field is absent. */
enum {
	AS_PDF,
	AS_CSV
};
static const char *const forms[] = {[AS_PDF] = "pdf", [AS_CSV] = "csv", NULL};

static const struct field fields[F_COUNT] = {
    [F_OFFICE] = {.name = "office",
	.kind = FIELD_WORD,
	.high = 32,
	.object = "office"},
    [F_DAY] = {.name = "day", .kind = FIELD_DAY},
    [F_PERIOD] = {.name = "period", .kind = FIELD_INT, .low = 0, .high = 1439},
    [F_AS] = {.name = "as", .kind = FIELD_CHOICE, .choice = forms},
    [F_FROM] = {.name = "from", .kind = FIELD_INT, .low = 0, .high = 100000},
};

/* Sets the office to show; if national staff named no office, this is the first
 * office. */
static enum err
choose_office(struct cx *cx, struct duty *d)
{
	struct office *all;
	int count;
	enum err e;

	if (cx->office != NULL) {
		d->office = *cx->office;
		return OK;
	}
	e = office_list(cx->db, cx->arena, "", &all, &count);
	if (e != OK || count == 0)
		return e == OK ? ERR_MISSING : e;
	d->office = all[0];
	return OK;
}

/* Sets the day: the requested day, else the first day from today on that has
 * periods.  Then sets the period, which must be one of that day. */
static void
choose_day(struct cx *cx, struct duty *d)
{
	int32_t today = day_local(cx->now, d->office.offset);

	d->day = today;
	if (field_given(&cx->field, F_DAY)) {
		d->day = (int32_t)field_number(&cx->field, F_DAY);
	} else {
		for (int i = 0; i < d->periods; i++) {
			if (d->period[i].day >= today) {
				d->day = d->period[i].day;
				break;
			}
		}
	}
	d->start = ROSTER_ALL;
	if (field_given(&cx->field, F_PERIOD))
		d->start = (int)field_number(&cx->field, F_PERIOD);
	for (int i = 0; i < d->periods; i++)
		if (d->period[i].day == d->day &&
		    d->period[i].start == d->start)
			d->end = d->period[i].end;
	/* otherwise the empty roster would mean that nobody comes */
	if (d->start != ROSTER_ALL && d->end == 0)
		field_fail(&cx->field, F_PERIOD, "field.choice");
}

static enum roster_form
form(struct cx *cx)
{
	switch (field_choice(&cx->field, F_AS)) {
	case AS_PDF:
		return ROSTER_PDF;
	case AS_CSV:
		return ROSTER_CSV;
	default:
		return ROSTER_PAGE;
	}
}

static enum err
find(struct cx *cx, struct duty *d)
{
	const struct actor by = cx_actor(cx);
	struct roster_range range = {.lane = LANE_ONLINE};
	struct roster_wish wish = {.lane = LANE_ONLINE, .form = form(cx)};
	int32_t today;
	enum err e = choose_office(cx, d);

	if (e != OK)
		return e;
	today = day_local(cx->now, d->office.offset);
	range.office_id = wish.office_id = d->office.id;
	range.first = today - DAYS_BACK;
	range.last = today + DAYS_AHEAD;
	e = roster_periods(
	    cx->db, cx->arena, &by, &range, &d->period, &d->periods);
	if (e != OK || cx->field.errors > 0)
		return e;
	choose_day(cx, d);
	if (cx->field.errors > 0)
		return OK;
	wish.day = d->day;
	wish.start = d->start;
	e = roster_find(cx->db, cx->arena, &by, &wish, &d->entry, &d->count);
	for (int i = 0; e == OK && i < d->count; i++)
		d->bookings += d->entry[i].no == 1;
	return e;
}

static enum err
get(struct cx *cx)
{
	struct duty d = {.start = ROSTER_ALL};
	enum err e = find(cx, &d);

	if (e != OK)
		return e;
	if (cx->field.errors > 0)
		return roster_page(cx, &d, 422);
	switch (form(cx)) {
	case ROSTER_PDF:
		return roster_pdf(cx, &d);
	case ROSTER_CSV:
		return roster_csv(cx, &d);
	default:
		return roster_page(cx, &d, 200);
	}
}

static const struct endpoint roster = {
    .name = "roster",
    .methods = METHOD_GET,
    .role = ROLE_OFFICER,
    .fields = fields,
    .field_count = F_COUNT,
    .pages = (const char *const[]){"roster", NULL},
    .texts = (const char *const[]){"service", NULL},
    .pdf = pdf_open,
    .get = get,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&roster, argc, argv);
}
