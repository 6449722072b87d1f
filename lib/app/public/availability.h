/* availability.h - what everybody may know, and what is free.
 *
 * The public pages ask here and nowhere else.  The answers come from a snapshot
 * (queue/seat/snapshot.h) and the places left in its slots.  While the host's
 * seat map is trusted (queue/seat/place.h) and the snapshot that goes with it
 * can be read, both come from the files of the worker and the database is not
 * opened.  Otherwise a program asks the database for a snapshot with the places
 * left, which all programs of the host share for AVAILABILITY_AGE seconds, and
 * the log says so. Which of the two holds is decided once a request; the
 * answers are made by the same functions either way.
 *
 * What is said is advice: the claim of a place is place.h's.  What is returned
 * lives as long as the request.
 */
#ifndef APP_PUBLIC_AVAILABILITY_H
#define APP_PUBLIC_AVAILABILITY_H

#include "app/core/cx.h"
#include "queue/office/slot.h"
#include "queue/seat/snapshot.h"

#define AVAILABILITY_AGE 5    /* seconds; as long as the pages may be kept */
#define AVAILABILITY_AHEAD 21 /* days of the calendar */

/* For endpoint.start: sets app->availability. */
MUST_USE enum err availability_start(struct app *app);

/* True if the answers come from the worker's files, and are as new as these. */
bool availability_in_memory(struct cx *cx);

/* Offices, kinds of application, rules, slots. */
MUST_USE enum err availability_snapshot(
    struct cx *cx, const struct snapshot **out);

/* The rule P at an office, or of the country if OFFICE_ID is 0.  A rule
 * that is not there is a fault. */
MUST_USE enum err availability_parameter(
    struct cx *cx, int64_t office_id, enum parameter p, int *value);

/* What is to come: openings, and days on which all offices are closed. */
struct calendar {
	struct opening_group group[OPENING_GROUPS_MAX];
	int groups;
	int32_t last_day; /* that can be booked now; DAY_NONE if none can */
	struct closed_day *closed;
	int closed_count;
};
MUST_USE enum err availability_calendar(struct cx *cx, struct calendar *out);

/* The slots of OFFICE, one of the snapshot's, from today on, with the places
 * left and the closed days. */
MUST_USE enum err availability_slots(
    struct cx *cx, const struct office *office, struct slot_list *list);

/* One word for each office of PROVINCE_CODE, or for all (""), for a party of
 * 1 to 5, at most a second old: (*SUM)[i] belongs to the snapshot's office[i],
 * those of other provinces are void. */
MUST_USE enum err availability_sums(struct cx *cx, const char *province_code,
    int party, const struct slot_summary **sum);

/* A slot by number with its office, judged for a PARTY: queue/office/slot.h's
 * slot_find from memory.  The database is asked for a slot that the snapshot
 * does not have, as one of the past, and for the places left where the seat map
 * does not know them: what was refused a moment ago is then not offered again.
 * ERR_MISSING if there is none. */
MUST_USE enum err availability_find_slot(struct cx *cx, int64_t id, int party,
    struct slot *slot, struct office *office);

/* At most *COUNT open slots instead of WISH at OFFICE: slot_alternatives with
 * the country's offices. */
MUST_USE enum err availability_alternatives(struct cx *cx,
    const struct office *office, const struct slot_wish *wish,
    struct slot_offer *offer, int *count);

/* The kind of application in field INDEX: "" if none came, or after putting
 * a fault beside the field if it is none that books a place. */
const char *availability_kind(
    struct cx *cx, const struct snapshot *snapshot, size_t index);

#endif
