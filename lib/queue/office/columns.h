/* columns.h - nouns as rows of whoever selects them; private to lib/queue. */
#ifndef QUEUE_OFFICE_COLUMNS_H
#define QUEUE_OFFICE_COLUMNS_H

#include "queue/office/closed_day.h"
#include "queue/office/office_columns.h"
#include "queue/office/rules.h"
#include "queue/office/service.h"
#include "queue/office/slot.h"

/* Columns and their letters, and what reads such cells. */
#define SERVICE_COLUMNS "id, code, bookable, replaces"
#define SERVICE_TYPES "isii"
void service_read(const struct db_value *row, struct service *s);

#define CLOSED_DAY_COLUMNS "day, office_id, kind, name_id, name_en, status"
#define CLOSED_DAY_TYPES "dissss"
void closed_day_read(const struct db_value *row, struct closed_day *d);

/* Of a slot called s in the statement and its opening called o.  Left is 0,
 * and no day is closed: the next one knows. */
#define SLOT_COLUMNS                                                           \
	"s.id, s.office_id, s.day, s.start_minute, s.end_minute, o.opens_at,"  \
	" o.closes_at, s.closed_id, s.closed_en"
#define SLOT_TYPES "iidiittss"
void slot_read(const struct db_value *row, struct slot *s);

/* Puts to S the first of N closed days that closes its day, if one does. */
void slot_close(const struct closed_day *list, int n, struct slot *s);

#endif
