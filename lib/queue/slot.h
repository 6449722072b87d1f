/* slot.h - a period of a day at an office, and what can be said of it.
 *
 * One function says what state a slot or day is in, and everybody says the
 * same words for it (FEATURES row 16): open with n left, full, opens at,
 * closed because, holiday, over.  "Today" is the office's.
 */
#ifndef QUEUE_SLOT_H
#define QUEUE_SLOT_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/office.h"

enum slot_state {
	SLOT_OPEN,    /* left places, for whoever needs no more */
	SLOT_FULL,    /* nothing, or less than the party needs, is left */
	SLOT_EARLY,   /* opens at opens_at */
	SLOT_OVER,    /* booking has ended, or the period has begun */
	SLOT_CLOSED,  /* by the office or the directorate: reason */
	SLOT_HOLIDAY, /* a holiday or joint leave: reason is its name */
};

struct slot {
	int64_t id; /* 0 on a day that has none */
	int64_t office_id;
	int32_t day;
	int start; /* minutes after local midnight */
	int end;
	int64_t opens_at; /* instants of its opening */
	int64_t closes_at;
	const char *reason_id; /* why closed, Indonesian; NULL if it is not */
	const char *reason_en;
	int left; /* places free to the public */
	enum slot_state state;
};

struct slot_day {
	int32_t day;
	const char *holiday_id; /* name, NULL if it is none */
	const char *holiday_en;
	bool closure; /* the "holiday" is a closure of the office */
	struct slot *slot;
	int count;
};

extern const struct db_query slot_queries[];
extern const size_t slot_query_count;

/* The state for a PARTY at NOW; LEFT and the reasons must be set. */
enum slot_state slot_judge(
    const struct slot *s, const struct office *office, int party, int64_t now);

/* One slot by number with its office; ERR_MISSING if there is none. */
MUST_USE enum err slot_find(struct db *db, struct arena *a, int64_t id,
    int party, int64_t now, struct slot *slot, struct office *office);

/* The days FIRST..LAST of an office that have slots or are closed days
 * between days that have, in order, each slot judged. */
MUST_USE enum err slot_days(struct db *db, struct arena *a,
    const struct office *office, int32_t first, int32_t last, int party,
    int64_t now, struct slot_day **days, int *count);

/* What one word says of a whole office: its best slot. */
struct slot_summary {
	int64_t office_id;
	enum slot_state state;
	int left;	  /* SLOT_OPEN: places over all its open slots */
	int64_t opens_at; /* SLOT_EARLY: the next opening */
	const char *reason_id, *reason_en; /* SLOT_CLOSED, SLOT_HOLIDAY */
};

/* For the offices of a province ("" for all), by office number. */
MUST_USE enum err slot_summaries(struct db *db, struct arena *a,
    const char *province_code, int party, int64_t now,
    struct slot_summary **out, int *count);

/* The nearest COUNT open slots for a PARTY that was refused S: the same
 * office first (by days apart, then minutes), then the nearest offices. */
MUST_USE enum err slot_alternatives(struct db *db, struct arena *a,
    const struct slot *s, const struct office *office, int party, int64_t now,
    struct slot *out, struct office *out_office, int *count);

#endif
