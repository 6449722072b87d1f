/* snapshot_private.h - the inside of the board; for board*.c only. */
#ifndef QUEUE_SEAT_SNAPSHOT_PRIVATE_H
#define QUEUE_SEAT_SNAPSHOT_PRIVATE_H

#include "base/buf.h"
#include "queue/office/columns.h"
#include "queue/seat/rowcodec.h"
#include "queue/seat/snapshot.h"

#define BOARD_MAX (16 << 20) /* bytes; a nation needs a quarter of one */

/* Its tables, in the order of the bytes. */
enum {
	BOARD_OFFICES,
	BOARD_SERVICES,
	BOARD_RULES,
	BOARD_CLOSED,
	BOARD_OPENINGS,
	BOARD_SLOTS,
	BOARD_TABLES,
};
#define BOARD_RULE_LETTERS "sii"
#define BOARD_OPENING_LETTERS "iddtt"

struct board_rule {
	const char *name;
	int64_t office_id; /* 0 for the country */
	int value;
};

/* The rows of an office's slots. */
struct board_run {
	struct pack rows;
	int count;
};

/* Where the row of a slot begins, counted from the first byte. */
struct board_mark {
	uint32_t id; /* INT UNSIGNED */
	uint32_t at;
};

/* The bytes: magic and hash, then the tables.  Between begin and end the
 * tables are put.  board_bytes_open sets P to the first of them, false if the
 * bytes are not whole. */
void board_bytes_begin(struct buf *b);
MUST_USE enum err board_bytes_end(struct buf *b, struct board_bytes *out);
bool board_bytes_open(const struct board_bytes *bytes, struct pack *p);

#endif
