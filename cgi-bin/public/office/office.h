/* office.h - choosing an office: what its pages share. */
#ifndef PUBLIC_OFFICE_OFFICE_H
#define PUBLIC_OFFICE_OFFICE_H

#include "app/public/availability.h"

/* What was asked for, and what is known. */
struct ask {
	int party;
	const char *kind, *n; /* as they came, for links; "" if they did not */
	const struct snapshot *snapshot;
};

/* Lists the provinces; or the offices of the one FIRST is the first of, and
 * the nearest ones elsewhere if nothing is left there. */
MUST_USE enum err list_provinces(
    struct cx *cx, struct view *v, const struct ask *ask);
MUST_USE enum err list_offices(struct cx *cx, struct view *v,
    const struct ask *ask, const struct office *first);

#endif
