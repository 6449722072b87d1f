/* roster.h - whom an office expects on a day.
 *
 * One row a person, sorted by period, then by the name of the first of those
 * who come with one booking, a party together in its order.  Cancelled bookings
 * and offers are not there. A row has what an officer at the door needs and no
 * birth date.
 */
#ifndef QUEUE_DESK_ROSTER_H
#define QUEUE_DESK_ROSTER_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"
#include "queue/office/slot.h"

#define ROSTER_ALL (-1) /* a start: every period of the day */

struct roster_entry {
	int start, end; /* the period, minutes after local midnight */
	const char *code;
	int party; /* of the booking */
	int no;    /* 1.. within it */
	const char *name;
	const char *nik_mask;
	unsigned nik_flags;  /* queue/people/nik.h */
	const char *service; /* code */
	bool child;          /* under DOCUMENTS_ADULT on the day */
};

/* How a roster is taken, which the audit says. */
enum roster_form {
	ROSTER_PAGE,
	ROSTER_PDF,
	ROSTER_CSV,
	ROSTER_FORMS
};

struct roster_wish {
	int64_t office_id;
	int32_t day;
	enum slot_lane lane;
	int start; /* of the period, or ROSTER_ALL */
	enum roster_form form;
};

struct roster_period {
	int32_t day;
	int start, end;
};

extern const struct db_query roster_queries[];
extern const size_t roster_query_count;

/* The people of WISH, for BY to see: the audit has its line before this
 * returns.  ERR_MISSING: the office is not for BY. */
MUST_USE enum err roster_find(struct db *db, struct arena *a,
    const struct actor *by, const struct roster_wish *wish,
    struct roster_entry **out, int *count);

struct roster_range {
	int64_t office_id;
	int32_t first, last; /* days */
	enum slot_lane lane;
};

/* The days and periods of RANGE that have slots, in order.  ERR_MISSING: the
 * office is not for BY. */
MUST_USE enum err roster_periods(struct db *db, struct arena *a,
    const struct actor *by, const struct roster_range *range,
    struct roster_period **out, int *count);

#endif
