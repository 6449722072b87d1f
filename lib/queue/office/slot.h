/* slot.h - a period of a day at an office, and what can be said of it.
 *
 * One function says what state a slot is in, and everybody says the same
 * words for it (FEATURES row 16): open with n left, full, opens at, closed
 * because, holiday, over.  "Today" is the office's.  Reasons are data, in both
 * languages.  Places left are counted only for slots whose opening has begun
 * and not ended: for others nobody needs the number.  They are advice; the
 * claim is place.h's and the unique key's.
 */
#ifndef QUEUE_OFFICE_SLOT_H
#define QUEUE_OFFICE_SLOT_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/office/closed_day.h"
#include "queue/office/office.h"

/* For whom a slot is: the public books online, staff give the others. */
enum slot_lane {
	LANE_NONE, /* no such word */
	LANE_ONLINE,
	LANE_PRIORITY,
	LANE_BAP,
	LANE_WALKIN,
	LANE_COUNT
};

/* The word of the database for a lane; LANE_NONE has none (""). */
const char *slot_lane_name(enum slot_lane lane);

/* In rising order of how little there is to hope for. */
enum slot_state {
	SLOT_OPEN,    /* left places, for whoever needs no more */
	SLOT_EARLY,   /* opens at opens_at */
	SLOT_FULL,    /* nothing, or less than the party needs, is left */
	SLOT_CLOSED,  /* by the office or the directorate: reason */
	SLOT_HOLIDAY, /* a holiday or joint leave: reason is its name */
	SLOT_OVER,    /* booking has ended, or the period has begun */
};

struct slot {
	int64_t id;
	int64_t office_id;
	int32_t day;
	int start; /* minutes after local midnight */
	int end;
	int64_t opens_at; /* instants of its opening */
	int64_t closes_at;
	const char *closed_id; /* why this slot is closed, NULL if it is not */
	const char *closed_en;
	const char *holiday_id; /* name of the closed day it falls on, NULL */
	const char *holiday_en;
	bool closure; /* that day is a closure, not a holiday */
	int left;     /* places free to the public */

	/* said by slot_judge; the reason is of CLOSED and HOLIDAY, else NULL */
	enum slot_state state;
	const char *reason_id;
	const char *reason_en;
};

/* A day of an office: its slots, or why it has none. */
struct slot_day {
	int32_t day;
	const char *holiday_id; /* as in struct slot */
	const char *holiday_en;
	bool closure;
	struct slot *slot;
	int count; /* may be 0 on a closed day */
};

extern const struct db_query slot_queries[];
extern const size_t slot_query_count;

/* Judges S for a PARTY at NOW, sets its state and reason and returns the
 * state.  The first that holds: office suspended, closed day, slot closed,
 * over (opening closed or period begun), early, full, open. */
enum slot_state slot_judge(
    struct slot *s, const struct office *office, int party, int64_t now);

/* One slot by number with its office, judged; ERR_MISSING if there is none. */
MUST_USE enum err slot_find(struct db *db, struct arena *a, int64_t id,
    int party, int64_t now, struct slot *slot, struct office *office);

/* Slots by office number, day and start, not judged, and the closed days
 * among them. */
struct slot_list {
	struct slot *slot;
	int count;
	struct closed_day *closed;
	int closed_count;
};

/* The days of an office that have slots in LIST, and up to the last of them
 * closed days from Monday to Friday, in order, each slot judged. */
void slot_list_days(struct arena *a, const struct slot_list *list,
    const struct office *office, int party, int64_t now, struct slot_day **days,
    int *count);

/* What one word says of a whole office, for a party. */
struct slot_summary {
	enum slot_state state; /* the best of its slots; OVER if it has none
	                          and is not suspended */
	int left;              /* SLOT_OPEN: over all its open slots */
	int64_t opens_at;      /* SLOT_EARLY: the next opening */
	const char *reason_id; /* SLOT_CLOSED, SLOT_HOLIDAY */
	const char *reason_en;
};

/* Sums up OFFICE from LIST, judging its slots. */
void slot_sum(const struct slot_list *list, const struct office *office,
    int party, int64_t now, struct slot_summary *sum);

/* Makes TOTAL the better word of the two, and adds what is left: a province
 * is the best of its offices.  Begins with {.state = SLOT_OVER}. */
void slot_sum_add(struct slot_summary *total, const struct slot_summary *sum);

/* What a party wanted and cannot have. */
struct slot_wish {
	int32_t day;
	int start; /* minute */
	int party;
	int64_t now;
};

/* A place to go instead. */
struct slot_offer {
	struct slot slot;
	struct office office;
	int km; /* to the office, by air; -1 if not known */
};

/* An office and how far it is by air; -1 if not known. */
struct slot_near {
	const struct office *office;
	int km;
};

/* The offices of LIST that take bookings and are nearest to FROM, but not FROM
 * itself; returns how many. */
#define SLOT_NEAR_MAX 12
int slot_near(struct arena *a, const struct office *list, int n,
    const struct office *from, struct slot_near near[SLOT_NEAR_MAX]);

#define SLOT_AHEAD 60

/* Where slots are looked up: other offices, nearest first, and what has the
 * slots of an office with their places left. */
struct slot_source {
	const struct slot_near *near;
	int count;
	enum err (*slots)(
	    void *ctx, const struct office *office, struct slot_list *list);
	void *ctx;
};

/* At most *COUNT open slots instead of WISH at OFFICE, SLOT_AHEAD days ahead:
 * the same office first (by days apart, then minutes), then the other offices,
 * one slot each.  *COUNT becomes how many there are. */
MUST_USE enum err slot_alternatives(const struct slot_source *source,
    const struct office *office, const struct slot_wish *wish,
    struct slot_offer *offer, int *count);

/* Kilometres by air between two offices; -1 if a position is not known. */
int slot_km(const struct office *p, const struct office *q);

#endif
