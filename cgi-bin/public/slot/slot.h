/* slot.h - choosing a day and period: what its page needs. */
#ifndef PUBLIC_SLOT_SLOT_H
#define PUBLIC_SLOT_SLOT_H

#include "app/public/availability.h"

/* What was asked for. */
struct ask {
	const struct office *office;
	int party;
	const char *kind, *n; /* as they came, for links; "" if they did not */
	int32_t from;         /* first day shown; the office's today at least */
	int32_t today;
	struct slot_list slots;
	int64_t was; /* the slot that could not be had, 0 if none */
};

/* Shows a week of days from ASK->from on, links to the weeks around, the
 * nearest other offices if nothing is left in any week, and why ASK->was could
 * not be had. */
MUST_USE enum err days_show(
    struct cx *cx, struct view *v, const struct ask *ask);

#endif
