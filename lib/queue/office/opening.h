/* opening.h - makes the slots and places of an office for a range of days from
 * its week template (quota.h), and sets when they can be booked.
 *
 * A closed day gets no slots.  A period of the template that overlaps an
 * existing slot of the day is skipped, and the slot is not changed.  So a
 * second opening of the same range adds nothing.  If the template has changed
 * since, the second opening never doubles the slots of a day.
 */
#ifndef QUEUE_OFFICE_OPENING_H
#define QUEUE_OFFICE_OPENING_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

#define OPENING_DAYS_MAX 92
#define OPENING_LONGEST (400 * 86400) /* most seconds from opens_at on */

struct opening {
	int64_t office_id;
	int32_t first; /* local days of the visits, inclusive */
	int32_t last;
	int64_t opens_at; /* instants between which applicants can book */
	int64_t closes_at;
	bool unconfirmed; /* also make slots for a year without its decree */
};

struct opening_made {
	int days;       /* days that got slots */
	int closed;     /* closed days that the template has periods for */
	int unsure;     /* days of the template on, or next to, a */
			/* predicted holiday, whose date can move by one */
	int kept;       /* periods that overlap an existing slot */
	int slots;      /* new slots */
	int64_t places; /* new places */
};

extern const struct db_query opening_queries[];
extern const size_t opening_query_count;

/* Makes the opening O in one transaction and sets *MADE; writes nothing if
 * there is no slot to make.  ERR_INPUT: the range is empty or longer than
 * OPENING_DAYS_MAX, or the opening closes before it opens or more than
 * OPENING_LONGEST after that; a snapshot would not have it.  ERR_EARLY: a year
 * of the range has no holiday named by decree and O is not `unconfirmed`.
 * ERR_MISSING: the office does not exist for BY. */
MUST_USE enum err opening_make(struct db *db, struct arena *a,
    const struct actor *by, const struct opening *o, struct opening_made *made);

enum opening_state {
	OPENING_EARLY, /* it has not begun */
	OPENING_NOW,
	OPENING_OVER,
};

/* The state at NOW of an opening from OPENS_AT until CLOSES_AT. */
enum opening_state opening_state(
    int64_t opens_at, int64_t closes_at, int64_t now);

/* The openings that begin at one instant in one time zone; see
 * snapshot_opening_groups. */
struct opening_group {
	const char *zone;
	int offset; /* minutes east of UTC */
	int64_t opens_at;
	int offices;
	int32_t first; /* days of the visits, inclusive */
	int32_t last;
};

#define OPENING_GROUPS_MAX 8 /* at most so many are shown */

#endif
