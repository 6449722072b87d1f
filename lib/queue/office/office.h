/* office.h - immigration offices (kantor imigrasi) and their provinces.
 *
 * An office's code is our own short name: it stands in addresses and never
 * changes.  Its offset makes local days of instants.  While it is suspended it
 * takes no bookings, whatever places there are.
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
	const char *name;       /* in full with its class, as on the sign */
	const char *short_name; /* in lists */
	const char *class;      /* "" if not known */
	const char *region_code;
	const char *city;
	const char *province_code; /* two digits */
	const char *province;
	const char *zone;    /* WIB, WITA or WIT */
	int offset;          /* minutes east of UTC */
	const char *address; /* "" if not known, as the next two */
	const char *postcode;
	const char *phone;
	bool located; /* the next two are known */
	double latitude;
	double longitude;
	const char *suspended_id; /* why no bookings are taken; NULL if they */
	const char *suspended_en; /* are; Indonesian and English */
};

struct province {
	const char *code;
	const char *name;
	int offices;
};

extern const struct db_query office_queries[];
extern const size_t office_query_count;

/* One by code or number; ERR_MISSING if there is none. */
MUST_USE enum err office_by_code(
    struct db *db, struct arena *a, const char *code, struct office *out);
MUST_USE enum err office_by_id(
    struct db *db, struct arena *a, int64_t id, struct office *out);

/* The offices of a province ("" for all), by province code and name. */
MUST_USE enum err office_list(struct db *db, struct arena *a,
    const char *province_code, struct office **out, int *count);

/* The provinces that have offices, by code. */
MUST_USE enum err province_list(
    struct db *db, struct arena *a, struct province **out, int *count);

/* Adds each of the COUNT offices at LIST or, if there is one of its code,
 * changes that; sets their ids and how many were *ADDED.  Suspension is left
 * alone.  ERR_FORBIDDEN: BY is of one office. */
MUST_USE enum err office_import(struct db *db, struct arena *a,
    const struct actor *by, struct office *list, int count, int *added);

#endif
