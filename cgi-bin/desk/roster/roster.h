/* roster.h - the roster of a period: what page, PDF and CSV share. */
#ifndef DESK_ROSTER_ROSTER_H
#define DESK_ROSTER_ROSTER_H

#include "app/core/cx.h"
#include "queue/desk/roster.h"
#include "queue/office/office.h"

enum roster_field {
	F_OFFICE,
	F_DAY,
	F_PERIOD,
	F_AS,
	F_FROM,
	F_COUNT
};

/* What was asked for, within what this member of staff may see. */
struct duty {
	struct office office;
	struct roster_period *period; /* days and periods to choose from */
	int periods;
	int32_t day;
	int start; /* ROSTER_ALL for the whole day */
	int end;
	struct roster_entry *entry;
	int count;
	int bookings;
};

/* The answers; each shows D. */
MUST_USE enum err roster_page(struct cx *cx, const struct duty *d, int status);
MUST_USE enum err roster_pdf(struct cx *cx, const struct duty *d);
MUST_USE enum err roster_csv(struct cx *cx, const struct duty *d);

/* What an officer should look at in E, in words; "" for nothing. */
const char *roster_look(struct cx *cx, const struct roster_entry *e);

#endif
