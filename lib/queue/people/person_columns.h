/* person_columns.h - a person as a row of whoever joins it; private to
 * lib/queue.
 */
#ifndef QUEUE_PEOPLE_PERSON_COLUMNS_H
#define QUEUE_PEOPLE_PERSON_COLUMNS_H

#include "queue/people/person.h"

/* The columns of a person called p in the statement, and their letters. */
#define PERSON_COLUMNS                                                         \
	"p.id, p.member_no, p.name, p.birth, p.sex, p.nik_hash, p.nik_key,"    \
	" p.nik_sealed, p.nik_mask, p.nik_flags"
#define PERSON_TYPES "iisdsbibsi"

/* Reads those cells. */
void person_read(const struct db_value *row, struct person *p);

#endif
