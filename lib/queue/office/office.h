/* office.h - immigration offices (kantor imigrasi).
 *
 * An office's code is our own short name for the office.  URLs contain the
 * code, so it never changes.  The offset from UTC turns instants into local
 * days.  A suspended office takes no bookings, however many places it has.
 */
#ifndef QUEUE_OFFICE_OFFICE_H
#define QUEUE_OFFICE_OFFICE_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/audit/actor.h"

struct office {
	int64_t id;
	const char *code;
	const char *name;       /* full name with the class, as on the sign */
	const char *short_name; /* for lists */
	const char *class;      /* "" if not known */
	const char *region_code;
	const char *city;
	const char *province_code; /* two digits */
	const char *province;
	const char *zone;    /* WIB, WITA or WIT */
	int offset;          /* minutes east of UTC */
	const char *address; /* "" if not known; so are the next two */
	const char *postcode;
	const char *phone;
	bool located; /* the next two are known */
	double latitude;
	double longitude;
	const char *suspended_id; /* why the office is suspended, in */
	const char *suspended_en; /* Indonesian and English; NULL if it is
	                           * not */
};

extern const struct db_query office_queries[];
extern const size_t office_query_count;

/* Finds one office by its code, or by its id; its texts are in the arena A.
 * ERR_MISSING if there is none. */
MUST_USE enum err office_by_code(
    struct db *db, struct arena *a, const char *code, struct office *out);
MUST_USE enum err office_by_id(
    struct db *db, struct arena *a, int64_t id, struct office *out);

/* The offices of the province PROVINCE_CODE, or of all provinces if it is "",
 * sorted by province code and short name. */
MUST_USE enum err office_list(struct db *db, struct arena *a,
    const char *province_code, struct office **out, int *count);

/* Saves the COUNT offices at LIST in one transaction: changes the office that
 * has the same code, or adds a new office.  Sets the id of each office in LIST,
 * and *ADDED to the number of new offices.  Does not change suspensions.
 * ERR_FORBIDDEN: the actor BY belongs to one office. */
MUST_USE enum err office_import(struct db *db, struct arena *a,
    const struct actor *by, struct office *list, int count, int *added);

#endif
