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
#include "queue/office/slot.h"

#define ROSTER_ALL (-1) /* for START: every period of the day */

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

struct roster_period {
	int32_t day;
	int start, end;
};

extern const struct db_query roster_queries[];
extern const size_t roster_query_count;

/* The people of an office's DAY and LANE, in the period that begins at START.
 */
MUST_USE enum err roster_find(struct db *db, struct arena *a, int64_t office_id,
    int32_t day, enum slot_lane lane, int start, struct roster_entry **out,
    int *count);

/* Days and periods FIRST..LAST of a lane of an office that have slots, in
 * order. */
MUST_USE enum err roster_periods(struct db *db, struct arena *a,
    int64_t office_id, int32_t first, int32_t last, enum slot_lane lane,
    struct roster_period **out, int *count);

#endif
