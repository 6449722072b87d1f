/* rowcodec.h - encodes rows of a result as bytes and decodes them; private to
 * lib/queue.
 *
 * A table is its column types (db_query.out), the number of its rows, and the
 * rows.  An unsigned number has 7 bits in each byte, the least significant
 * first.  A cell is the number 0 for NULL, else 1 plus its value: integers are
 * zigzag encoded; a text is its length, then its bytes and a NUL, so that a
 * reader need not copy it.  A real number is 1 and 8 bytes in this machine's
 * byte order: the bytes never leave a host.
 *
 * The reading functions trust no byte: each returns false if the bytes end
 * early or are not valid.
 */
#ifndef QUEUE_SEAT_ROWCODEC_H
#define QUEUE_SEAT_ROWCODEC_H

#include "base/buf.h"
#include "db/db.h"

#define ROWCODEC_COLUMNS_MAX 24

struct rowcodec {
	const unsigned char *at;
	const unsigned char *end;
};

void rowcodec_table(
    struct buf *out, const char *types, const struct db_rows *rows);

/* Reads the head of the next table, whose types must equal TYPES, and sets
 * *ROWS. */
bool rowcodec_open(struct rowcodec *p, const char *types, size_t *rows);

/* Reads the cells of the next row: for each its value or NULL.  Texts point
 * into the bytes. */
bool rowcodec_row(struct rowcodec *p, const char *types, struct db_value *cell);

#endif
