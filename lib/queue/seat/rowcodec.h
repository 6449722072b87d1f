/* rowcodec.h - encodes rows of a result as bytes and decodes them; private to
 * lib/queue.
 *
 * A table is encoded as its column types (db_query.out), the number of its
 * rows, and the rows.  An unsigned number has 7 bits in each byte, the least
 * significant first.  A cell begins with an unsigned number, which is 0 for
 * NULL.  For an integer it is 1 plus the value, zigzag encoded.  For a text it
 * is 1 plus the length; the bytes and a NUL follow, so that a reader need not
 * copy the text.  For a real number it is 1; 8 bytes in this machine's byte
 * order follow, because the bytes never leave a host.
 *
 * The reading functions trust no byte: rowcodec_open and rowcodec_row return
 * false if the bytes end early or are not valid.
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
 * *ROWS to the number of its rows. */
bool rowcodec_open(struct rowcodec *p, const char *types, size_t *rows);

/* Reads the next row: puts the value of each column, or NULL, to CELL.  Texts
 * point into the encoded bytes. */
bool rowcodec_row(struct rowcodec *p, const char *types, struct db_value *cell);

#endif
