/* availability.h - what was free a moment ago, kept by the process.
 *
 * The pages of the rush show the same few hundred rows to everybody.  A process
 * reads them at most once in AVAILABILITY_AGE seconds, so the database's work
 * depends on the number of processes and not on that of visitors.  What it
 * says is advice of that age: the claim of a place asks the database.
 */
#ifndef APP_AVAILABILITY_H
#define APP_AVAILABILITY_H

#include "app/cx.h"
#include "queue/closed_day.h"
#include "queue/office.h"
#include "queue/opening.h"
#include "queue/service.h"
#include "queue/slot.h"

#define AVAILABILITY_AGE 5    /* seconds; as long as the pages may be kept */
#define AVAILABILITY_AHEAD 21 /* days of the calendar */

/* For endpoint.start; takes app->own. */
MUST_USE enum err availability_start(struct app *app);

/* The country's offices, by province and name, and kinds of application. */
struct availability {
	struct office *office;
	int offices;
	struct service service[SERVICE_MAX];
	int services;
};
MUST_USE enum err availability_country(
    struct cx *cx, const struct availability **out);

/* What is to come: openings, and days on which all offices are closed. */
struct calendar {
	struct opening_wave *wave;
	int waves;
	int32_t last_day; /* that can be booked now; DAY_NONE if none can */
	struct closed_day *closed;
	int closed_count;
};
MUST_USE enum err availability_calendar(
    struct cx *cx, const struct calendar **out);

/* The slots of a province, or of all (""), as of a moment ago. */
MUST_USE enum err availability_slots(
    struct cx *cx, const char *province_code, const struct slot_list **out);

/* The kind of application in field INDEX: "" if none came, or after putting
 * a fault beside the field if it is none that books a place. */
const char *availability_kind(
    struct cx *cx, const struct availability *av, size_t index);

/* "&kind=baru&n=2" for links to the next step: KIND unless empty, and the
 * number of people in field INDEX if a good one came. */
const char *availability_keep(struct cx *cx, const char *kind, size_t index);

#endif
