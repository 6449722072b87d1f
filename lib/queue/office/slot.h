/* slot.h - a period of a day at an office, and its state.
 *
 * Only slot_judge decides which state a slot is in, so all pages show the same
 * state for a slot.  "Today" is the local day of the office.  Reasons for a
 * closed slot come from the database, in both languages.
 *
 * `left` is counted only while the slot's opening is open, and is 0 otherwise.
 * A place that is left is not a promise: a booking claims its places through
 * seat/place.h, and a unique key of the table `applicant` decides.
 */
#ifndef QUEUE_OFFICE_SLOT_H
#define QUEUE_OFFICE_SLOT_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/office/closed_day.h"
#include "queue/office/office.h"

/* For whom a slot is.  The public books the online lane; staff fill the
 * others. */
enum slot_lane {
	LANE_NONE, /* no such word */
	LANE_ONLINE,
	LANE_PRIORITY,
	LANE_BAP,
	LANE_WALKIN,
	LANE_COUNT
};

/* The word of the database for a lane; "" for LANE_NONE. */
const char *slot_lane_name(enum slot_lane lane);

/* The states, sorted from the best for an applicant to the worst. */
enum slot_state {
	SLOT_OPEN,    /* `left` places, enough for the party */
	SLOT_EARLY,   /* booking begins at opens_at */
	SLOT_FULL,    /* fewer places are left than the party needs */
	SLOT_CLOSED,  /* closed by the office or the directorate */
	SLOT_HOLIDAY, /* a holiday or joint leave; its name is the reason */
	SLOT_OVER,    /* booking has ended, or the period has begun */
};

struct slot {
	int64_t id;
	int64_t office_id;
	int32_t day;
	int start; /* minutes after local midnight */
	int end;
	int64_t opens_at; /* instants between which the slot can be booked */
	int64_t closes_at;
	const char *closed_id; /* why the slot is closed; NULL if it is not */
	const char *closed_en;
	const char *holiday_id; /* name of the closed day; NULL if the day is
	                         * not closed */
	const char *holiday_en;
	bool closure; /* the closed day is a closure, not a holiday */
	int left;     /* places free to the public */

	/* set by slot_judge; reasons of CLOSED and HOLIDAY, else NULL */
	enum slot_state state;
	const char *reason_id;
	const char *reason_en;
};

/* A day of an office: its slots, or the reason why it has none. */
struct slot_day {
	int32_t day;
	const char *holiday_id; /* as in struct slot */
	const char *holiday_en;
	bool closure;
	struct slot *slot;
	int count; /* can be 0 on a closed day */
};

extern const struct db_query slot_queries[];
extern const size_t slot_query_count;

/* Sets the state and reason of S for a party of PARTY people at NOW, and
 * returns the state.  The first that applies: office suspended, closed day,
 * slot closed, over (booking ended or period begun), early, full, open. */
enum slot_state slot_judge(
    struct slot *s, const struct office *office, int party, int64_t now);

/* Finds slot ID with its office, and sets its state (slot_judge); ERR_MISSING
 * if there is none in the online lane. */
MUST_USE enum err slot_find(struct db *db, struct arena *a, int64_t id,
    int party, int64_t now, struct slot *slot, struct office *office);

/* The slots of a range of days without their states (slot_judge), sorted by
 * office id, day and start; and the closed days of that range. */
struct slot_list {
	struct slot *slot;
	int count;
	struct closed_day *closed;
	int closed_count;
};

/* Sets *DAYS (in A) to the days of OFFICE in LIST, sorted: the days with slots,
 * and the closed days from Monday to Friday up to the last day with slots.
 * Also sets the states of these slots for a party of PARTY people at NOW. */
void slot_list_days(struct arena *a, const struct slot_list *list,
    const struct office *office, int party, int64_t now, struct slot_day **days,
    int *count);

/* The state of a whole office for a party. */
struct slot_summary {
	enum slot_state state; /* the best state of its slots; OVER if it has no
	                        * slots and is not suspended */
	int left;              /* if SLOT_OPEN: the sum over its open slots */
	int64_t opens_at;      /* if SLOT_EARLY: the next opening */
	const char *reason_id; /* if SLOT_CLOSED or SLOT_HOLIDAY */
	const char *reason_en;
};

/* Sets the states of the slots of OFFICE in LIST for a party at NOW
 * (slot_judge) and sums them up in *SUM. */
void slot_sum(const struct slot_list *list, const struct office *office,
    int party, int64_t now, struct slot_summary *sum);

/* Adds SUM to TOTAL: the better state, the sum of the places left, the earlier
 * opening.  So the state of a province is the best of its offices.  TOTAL must
 * begin as {.state = SLOT_OVER}. */
void slot_sum_add(struct slot_summary *total, const struct slot_summary *sum);

/* The slot that a party wanted and did not get. */
struct slot_wish {
	int32_t day;
	int start; /* minutes after local midnight */
	int party;
	int64_t now;
};

/* An open slot that is offered in place of the wanted one. */
struct slot_offer {
	struct slot slot;
	struct office office;
	int km; /* to its office, as the crow flies; -1 if not known */
};

/* An office and its distance as the crow flies; -1 if not known. */
struct slot_near {
	const struct office *office;
	int km;
};

#define SLOT_NEAR_MAX 12

/* Chooses among the N offices at LIST the SLOT_NEAR_MAX that are nearest to
 * FROM, without FROM itself and without suspended offices.  Puts them to NEAR,
 * nearest first, and returns their number.  Memory for sorting comes from A. */
int slot_near(struct arena *a, const struct office *list, int n,
    const struct office *from, struct slot_near near[SLOT_NEAR_MAX]);

#define SLOT_AHEAD 60

/* Where slot_alternatives gets slots from: the other offices, nearest first,
 * and a function that returns the slots of an office with the places left. */
struct slot_source {
	const struct slot_near *near;
	int count;
	enum err (*slots)(
	    void *ctx, const struct office *office, struct slot_list *list);
	void *ctx;
};

/* Finds at most *COUNT open slots to offer in place of WISH at OFFICE, up to
 * SLOT_AHEAD days ahead.  Slots of OFFICE come first, sorted by distance in
 * days and then minutes; then one slot of each other office.  Sets *COUNT to
 * the number of slots found. */
MUST_USE enum err slot_alternatives(const struct slot_source *source,
    const struct office *office, const struct slot_wish *wish,
    struct slot_offer *offer, int *count);

/* Kilometres between two offices as the crow flies; -1 if the position of
 * either is not known. */
int slot_km(const struct office *p, const struct office *q);

#endif
