/* roster.h - the program that shows rosters: what its files share. */
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

/* The request for a roster, and the people on that roster. */
struct duty {
	struct office office;
	struct roster_period *period; /* days and periods that can be chosen */
	int periods;
	int32_t day;
	int start; /* ROSTER_ALL: the whole day */
	int end;
	struct roster_entry *entry;
	int count;
	int bookings;
};

/* Each of these functions makes the answer from D: as page, PDF or CSV. */
MUST_USE enum err roster_page(struct cx *cx, const struct duty *d, int status);
MUST_USE enum err roster_pdf(struct cx *cx, const struct duty *d);
MUST_USE enum err roster_csv(struct cx *cx, const struct duty *d);

/* Notes for the officer about what to check of the person E, as text in the
 * language of the request; "" if there is nothing to check. */
const char *roster_look(struct cx *cx, const struct roster_entry *e);

#endif
