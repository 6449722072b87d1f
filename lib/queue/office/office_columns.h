/* office_columns.h - the columns of an office, for statements of other modules
 * that join the table `office`; private to lib/queue.
 */
#ifndef QUEUE_OFFICE_OFFICE_COLUMNS_H
#define QUEUE_OFFICE_OFFICE_COLUMNS_H

#include "queue/office/office.h"

/* The columns of an office, and their types (letters of db.h).  The statement
 * must use the alias o for the office. */
#define OFFICE_COLUMNS                                                         \
	"o.id, o.code, o.name, o.short_name, o.class, o.region_code, o.city,"  \
	" o.province_code, o.province, o.zone, o.utc_offset, o.address,"       \
	" o.postcode, o.phone, o.latitude, o.longitude, o.suspended_id,"       \
	" o.suspended_en"
#define OFFICE_TYPES "isssssssssisssffss"

/* Reads these columns into O from the cells that begin at ROW. */
void office_read(const struct db_value *row, struct office *o);

#endif
