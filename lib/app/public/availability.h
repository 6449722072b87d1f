/* availability.h - what the public pages show: offices, slots, places left.
 *
 * Public pages get these data from here only.  They come from a snapshot
 * (queue/seat/snapshot.h) and the places left in its slots.  If the host's seat
 * map is trusted (queue/seat/place.h) and the snapshot made with it can be
 * read, both come from the files of the worker, and no database is queried.
 * Otherwise a program makes a snapshot with the places left from the database
 * and logs that; all programs of the host share this snapshot for
 * AVAILABILITY_AGE seconds.  A request decides once which of the two sources it
 * uses; the functions are the same for both.
 *
 * The places left are advice: place.h decides whether a booking gets a place.
 * What these functions return lives as long as the request.
 */
#ifndef APP_PUBLIC_AVAILABILITY_H
#define APP_PUBLIC_AVAILABILITY_H

#include "app/core/cx.h"
#include "queue/office/slot.h"
#include "queue/seat/snapshot.h"

#define AVAILABILITY_AGE 5    /* seconds; browsers can cache as long */
#define AVAILABILITY_AHEAD 21 /* days that the calendar shows */

/* For the field `start` of an endpoint: sets app->availability. */
MUST_USE enum err availability_start(struct app *app);

/* True if this request uses the files of the worker, not the database. */
bool availability_in_memory(struct cx *cx);

/* Sets *OUT to the snapshot that this request uses. */
MUST_USE enum err availability_snapshot(
    struct cx *cx, const struct snapshot **out);

/* Sets *VALUE to rule P of an office, or of the country if OFFICE_ID is 0.
 * ERR_FAULT, logged, if the snapshot does not have it. */
MUST_USE enum err availability_parameter(
    struct cx *cx, int64_t office_id, enum parameter p, int *value);

/* Future openings, and future days on which all offices are closed. */
struct calendar {
	struct opening_group group[OPENING_GROUPS_MAX];
	int groups;
	int32_t last_day; /* last day that can be booked now, or DAY_NONE */
	struct closed_day *closed;
	int closed_count;
};
MUST_USE enum err availability_calendar(struct cx *cx, struct calendar *out);

/* Sets *LIST to the slots of OFFICE from today on, with the places left, and to
 * the closed days.  OFFICE must point into the snapshot.  The slots have no
 * states yet (slot_judge). */
MUST_USE enum err availability_slots(
    struct cx *cx, const struct office *office, struct slot_list *list);

/* Computes the state of each office of PROVINCE_CODE, or of all offices if it
 * is "", for a party of 1 to PARTY_MAX people; the states are at most one
 * second old. (*SUM)[i] is the state of office[i] of the snapshot; the states
 * of offices of other provinces are not set. */
MUST_USE enum err availability_sums(struct cx *cx, const char *province_code,
    int party, const struct slot_summary **sum);

/* As slot_find of queue/office/slot.h, but from the snapshot: finds slot ID
 * with its office and sets its state for a party (slot_judge).  Queries the
 * database for a slot that the snapshot does not have (a slot of the past).
 * Also queries the database for the places left if the seat map does not know
 * them, so that a slot that was refused as full a moment ago is not shown as
 * open.  ERR_MISSING if there is no such slot. */
MUST_USE enum err availability_find_slot(struct cx *cx, int64_t id, int party,
    struct slot *slot, struct office *office);

/* Finds at most *COUNT open slots to offer in place of WISH at OFFICE, among
 * all offices; see slot_alternatives. */
MUST_USE enum err availability_alternatives(struct cx *cx,
    const struct office *office, const struct slot_wish *wish,
    struct slot_offer *offer, int *count);

/* The code of the kind of application in field INDEX; "" if the field is empty.
 * If the kind does not exist or cannot be booked, adds a fault to the field and
 * returns "". */
const char *availability_kind(
    struct cx *cx, const struct snapshot *snapshot, size_t index);

#endif
