/* snapshot_private.h - the layout of a snapshot; for snapshot*.c only. */
#ifndef QUEUE_SEAT_SNAPSHOT_PRIVATE_H
#define QUEUE_SEAT_SNAPSHOT_PRIVATE_H

#include "base/buf.h"
#include "queue/office/columns.h"
#include "queue/seat/rowcodec.h"
#include "queue/seat/snapshot.h"

#define SNAPSHOT_MAX (16 << 20) /* bytes; the country needs a quarter */

/* The tables of a snapshot, in the order of the bytes. */
enum {
	SNAPSHOT_OFFICES,
	SNAPSHOT_SERVICES,
	SNAPSHOT_RULES,
	SNAPSHOT_CLOSED,
	SNAPSHOT_OPENINGS,
	SNAPSHOT_SLOTS,
	SNAPSHOT_LEFT,
	SNAPSHOT_TABLES,
};
#define SNAPSHOT_RULE_TYPES "sii"
#define SNAPSHOT_OPENING_TYPES "iddtt"
#define SNAPSHOT_LEFT_TYPES "ii"

struct snapshot_rule {
	const char *name;
	int64_t office_id; /* 0 for the country */
	int value;
};

/* The encoded rows of the slots of one office. */
struct snapshot_run {
	struct rowcodec rows;
	int count;
};

/* Where the row of a slot begins, as an offset from the first byte. */
struct snapshot_mark {
	uint32_t id; /* INT UNSIGNED */
	uint32_t at;
};

/* The bytes of a snapshot are a magic number, a hash, and the tables.  The
 * caller appends the tables between snapshot_bytes_begin and
 * snapshot_bytes_end, which sets the hash and *OUT.  snapshot_bytes_open checks
 * the hash and sets P to the first table; it returns false if the bytes are not
 * whole. */
void snapshot_bytes_begin(struct buf *b);
MUST_USE enum err snapshot_bytes_end(struct buf *b, struct snapshot_bytes *out);
bool snapshot_bytes_open(
    const struct snapshot_bytes *bytes, struct rowcodec *p);

/* snapshot_get reads all bytes of the file FD to A: ERR_FAULT, not logged, if
 * they cannot be a snapshot.  snapshot_put writes BYTES at the file position of
 * FD; it returns false if that fails. */
MUST_USE enum err snapshot_get(
    struct arena *a, int fd, struct snapshot_bytes *out);
bool snapshot_put(int fd, const struct snapshot_bytes *bytes);

#endif
