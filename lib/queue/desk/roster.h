/* roster.h - whom an office expects on a day.
 *
 * A roster is a list with one row for each person, sorted by period, then by
 * the name of the first person of a booking.  People of one booking stay
 * together, in the order of the booking.  Cancelled bookings and offers are
 * left out.  A row has what an officer at the door needs, and no birth date.
 */
#ifndef QUEUE_DESK_ROSTER_H
#define QUEUE_DESK_ROSTER_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"
#include "queue/office/slot.h"

#define ROSTER_ALL (-1) /* as `start`: all periods of the day */

struct roster_entry {
	int start, end; /* the period, in minutes after local midnight */
	const char *code;
	int party; /* of the booking */
	int no;    /* from 1 on, within the booking */
	const char *name;
	const char *nik_mask;
	unsigned nik_flags;  /* queue/people/nik.h */
	const char *service; /* code */
	bool child;          /* younger than DOCUMENTS_ADULT on that day */
};

/* The format of a roster; the audit records it. */
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
	int start; /* of the period; or ROSTER_ALL */
	enum roster_form form;
};

struct roster_period {
	int32_t day;
	int start, end;
};

extern const struct db_query roster_queries[];
extern const size_t roster_query_count;

/* Finds the people of WISH in the arena A, and writes in the audit that the
 * actor BY reads them.  ERR_MISSING: the office does not exist for BY. */
MUST_USE enum err roster_find(struct db *db, struct arena *a,
    const struct actor *by, const struct roster_wish *wish,
    struct roster_entry **out, int *count);

struct roster_range {
	int64_t office_id;
	int32_t first, last; /* inclusive */
	enum slot_lane lane;
};

/* Finds the days and periods of RANGE that have slots, sorted by day and start;
 * the audit gets no line.  ERR_MISSING: the office does not exist for BY. */
MUST_USE enum err roster_periods(struct db *db, struct arena *a,
    const struct actor *by, const struct roster_range *range,
    struct roster_period **out, int *count);

#endif
