/* slot.h - the program that chooses a day and period: what its files share. */
#ifndef PUBLIC_SLOT_SLOT_H
#define PUBLIC_SLOT_SLOT_H

#include "app/public/availability.h"

/* The request, and the slots that answer it. */
struct ask {
	const struct office *office;
	int party;
	const char *kind, *n; /* fields as they came, for links; "" if absent */
	int32_t from;         /* first day to show; not before `today` */
	int32_t today;
	struct slot_list slots;
	int64_t was; /* the slot that `booking` refused; 0 if none */
};

/* Puts into V a week of days from ASK->from on, with links to the weeks before
 * and after, and the reason why ASK->was was refused.  If no slot of the office
 * is open, also puts in the nearest other offices. */
MUST_USE enum err days_show(
    struct cx *cx, struct view *v, const struct ask *ask);

#endif
