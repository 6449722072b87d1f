/* rowcodec.h - rows of a result as bytes, and back; private to lib/queue.
 *
 * A table is its letters (db_query.out), the number of its rows, and the rows.
 * A number is 7 bits a byte, least first; a cell is 0 for NULL, else one more
 * than its value: integers zigzag, texts their length and then the bytes and
 * a NUL, so that a reader needs no copy of them.  Reals are 8 bytes behind
 * the 1, in this machine's order: bytes never leave a host.
 *
 * A reader believes nothing: every step says whether the bytes were whole.
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

/* The head of the next table, which must have those LETTERS. */
bool rowcodec_open(struct rowcodec *p, const char *types, size_t *rows);

/* The cells of the next row: of each, what its letter says and whether it is
 * NULL.  Texts point into the bytes. */
bool rowcodec_row(struct rowcodec *p, const char *types, struct db_value *cell);

#endif
