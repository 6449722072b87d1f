/* columns.h - the columns of services, closed days and slots, for all
 * statements that select such rows; private to lib/queue. */
#ifndef QUEUE_OFFICE_COLUMNS_H
#define QUEUE_OFFICE_COLUMNS_H

#include "queue/office/closed_day.h"
#include "queue/office/office_columns.h"
#include "queue/office/rules.h"
#include "queue/office/service.h"
#include "queue/office/slot.h"

/* For each of these tables: its columns in a SELECT, their types (letters of
 * db.h, in the same order), and the function that reads the cells of a row into
 * a struct. */
#define SERVICE_COLUMNS "id, code, bookable, replaces"
#define SERVICE_TYPES "isii"
void service_read(const struct db_value *row, struct service *s);

#define CLOSED_DAY_COLUMNS "day, office_id, kind, name_id, name_en, status"
#define CLOSED_DAY_TYPES "dissss"
void closed_day_read(const struct db_value *row, struct closed_day *d);

/* The same for a slot.  The statement must use the alias s for the slot and o
 * for its opening.  slot_read sets neither `left` nor the closed day: the
 * caller must set them. */
#define SLOT_COLUMNS                                                           \
	"s.id, s.office_id, s.day, s.start_minute, s.end_minute, o.opens_at,"  \
	" o.closes_at, s.closed_id, s.closed_en"
#define SLOT_TYPES "iidiittss"
void slot_read(const struct db_value *row, struct slot *s);

/* Sets the closed day of the slot S from the first of the N days at LIST that
 * closes the slot's office on the slot's day; changes nothing if none does. */
void slot_close(const struct closed_day *list, int n, struct slot *s);

#endif
