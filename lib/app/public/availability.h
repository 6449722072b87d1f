/* availability.h - what everybody may know, and what is free.
 *
 * The pages of the crowd ask here and nowhere else.  While the host's seat map
 * is trusted (queue/seat/place.h) and the snapshot that goes with it can be
 * read (queue/seat/snapshot.h), every answer is of memory and the database is
 * not opened: "from memory" below.  Otherwise the same is asked of the database
 * and kept AVAILABILITY_AGE seconds by the process, so its work depends on the
 * number of processes and not on that of visitors; the log says so.  Which of
 * the two holds is decided once a request.
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

/* True if what is asked here is answered from memory. */
bool availability_in_memory(struct cx *cx);

/* Offices, kinds of application, rules.  Its slots are there only from memory:
 * ask for them below. */
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
 * left and the closed days; perhaps those of others too. */
MUST_USE enum err availability_slots(
    struct cx *cx, const struct office *office, struct slot_list *list);

/* One word for each office of PROVINCE_CODE, or for all (""), for a party of
 * 1 to 5: (*SUM)[i] belongs to the snapshot's office[i], those of other
 * provinces are void.  At most a second old from memory. */
MUST_USE enum err availability_sums(struct cx *cx, const char *province_code,
    int party, const struct slot_summary **sum);

/* A slot by number with its office, judged for a PARTY: queue/office/slot.h's
 * slot_find from memory.  Only a slot that the snapshot or the map does not
 * know, as one of the past, is asked of the database.  ERR_MISSING if there is
 * none. */
MUST_USE enum err availability_find_slot(struct cx *cx, int64_t id, int party,
    struct slot *slot, struct office *office);

/* At most *COUNT open slots instead of WISH at OFFICE: slot_alternatives with
 * the country's offices and, unless from memory, with what the database says
 * now and not a moment ago: who was refused must not be sent in circles. */
MUST_USE enum err availability_alternatives(struct cx *cx,
    const struct office *office, const struct slot_wish *wish,
    struct slot_offer *offer, int *count);

/* The kind of application in field INDEX: "" if none came, or after putting
 * a fault beside the field if it is none that books a place. */
const char *availability_kind(
    struct cx *cx, const struct snapshot *snapshot, size_t index);

#endif
