/* office.h - the program that chooses an office: what its files share. */
#ifndef PUBLIC_OFFICE_OFFICE_H
#define PUBLIC_OFFICE_OFFICE_H

#include "app/public/availability.h"

/* The request, and the snapshot that answers it. */
struct ask {
	int party;
	const char *kind, *n; /* fields as they came, for links; "" if absent */
	const struct snapshot *snapshot;
};

/* list_provinces puts all provinces into V.  list_offices puts in the offices
 * of one province; FIRST is the first of these offices in the snapshot.  If all
 * of them are full, list_offices also puts in the nearest offices of other
 * provinces. */
MUST_USE enum err list_provinces(
    struct cx *cx, struct view *v, const struct ask *ask);
MUST_USE enum err list_offices(struct cx *cx, struct view *v,
    const struct ask *ask, const struct office *first);

#endif
