/* person_columns.h - the columns of a person, for statements of other modules
 * that join the table `person`; private to lib/queue.
 */
#ifndef QUEUE_PEOPLE_PERSON_COLUMNS_H
#define QUEUE_PEOPLE_PERSON_COLUMNS_H

#include "queue/people/person.h"

/* The columns of a person, and their types (letters of db.h).  The statement
 * must use the alias p for the person. */
#define PERSON_COLUMNS                                                         \
	"p.id, p.member_no, p.name, p.birth, p.sex, p.nik_hash, p.nik_key,"    \
	" p.nik_sealed, p.nik_mask, p.nik_flags"
#define PERSON_TYPES "iisdsbibsi"

/* Reads these columns into P from the cells that begin at ROW. */
void person_read(const struct db_value *row, struct person *p);

#endif
