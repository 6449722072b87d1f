/* opening.h - releases of places: slots and places for the working days of a
 * range, from the office's week template.
 *
 * A closed day gets none.  A period that overlaps a slot which is there
 * already is kept as it is, so making an opening again adds nothing, and a
 * changed template never doubles a day.
 */
#ifndef QUEUE_OFFICE_OPENING_H
#define QUEUE_OFFICE_OPENING_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

#define OPENING_DAYS_MAX 92
#define OPENING_LONGEST (400 * 86400) /* seconds one stays open, at most */

struct opening {
	int64_t office_id;
	int32_t first; /* local days of the visits */
	int32_t last;
	int64_t opens_at; /* instants between which they can be booked */
	int64_t closes_at;
	bool unconfirmed; /* open a year whose decree is not in yet */
};

struct opening_made {
	int days;       /* days that got slots */
	int closed;     /* days of the template that are closed */
	int unsure;     /* days of the template next to, or on, a predicted */
			/* holiday: its date may still move by one */
	int kept;       /* periods that were there already */
	int slots;      /* made */
	int64_t places; /* made */
};

extern const struct db_query opening_queries[];
extern const size_t opening_query_count;

/* Makes it; nothing at all if there is no slot to make.  ERR_INPUT: the range
 * is empty or longer than OPENING_DAYS_MAX, or closes before it opens.
 * ERR_EARLY: a year of the range has no holiday named by decree.  ERR_MISSING:
 * there is no such office, or not for BY. */
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

/* Openings of one instant in one zone: snapshot_opening_groups. */
struct opening_group {
	const char *zone;
	int offset; /* minutes */
	int64_t opens_at;
	int offices;
	int32_t first; /* days of the visits */
	int32_t last;
};

#define OPENING_GROUPS_MAX 8 /* told of at once */

#endif
