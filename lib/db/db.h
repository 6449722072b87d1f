/* db.h - one connection to MariaDB or MySQL, opened when first needed.
 *
 * Invariants: prepared statements only; a statement is prepared once per
 * connection and found again by its address; the session has utf8mb4, UTC,
 * strict mode and READ COMMITTED; there is no automatic reconnect.  A dead
 * connection is closed: outside a transaction a read is repeated once on a new
 * connection, a write never.  Instants are UTC and always parameters; no
 * statement uses the server's clock.  Connecting, reading, writing and waiting
 * for a lock have time-outs.  Opening checks that the schema is DB_SCHEMA, or a
 * newer one that says (reads_from in sql/README.md) that programs of DB_SCHEMA
 * may go on with it; any other is ERR_BUSY.  An open connection is not checked
 * again.
 *
 * Errors: ERR_TWICE for a duplicate key, and for deleting a row that other rows
 * refer to; ERR_MISSING for a reference to a row that does not exist, and from
 * db_one when there is no row (db_duplicate tells the key or constraint);
 * ERR_BUSY when the same statement may succeed later (fault.c lists the error
 * numbers); else ERR_FAULT. lib/db logs each fault, once, with the statement's
 * name and never with values.
 *
 * When a transaction (transact.h) breaks, nothing of it will be committed.
 * Every further statement of its body returns ERR_BUSY without being sent, so
 * the server never runs the second half of a transaction alone.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/err.h"
#include "db/schema.h"

struct db;

/* One statement.  The statements of a noun stand in one table at the top of its
 * file in lib/queue, exported for -t and the tests. */
struct db_query {
	const char *name; /* noun_verb, for the log */
	const char *sql;
	const char *in;  /* one letter per parameter: see below */
	const char *out; /* one letter per column, NULL for no result */
	bool scan;       /* reads a whole small table on purpose */
};

/* Letters: i integer, s text, b bytes, d day (DATE), t instant (DATETIME,
 * UTC), f real number.  Any of them may be NULL.  A column of DECIMAL digits
 * without a fraction may be read as i.  At most 255 parameters and 64 columns.
 */
struct db_value {
	bool null;
	int64_t i;     /* i; d as in base/day.h; t as instant */
	double f;      /* f */
	const char *s; /* s, b; results are NUL-terminated, in the arena */
	size_t len;    /* of s */
	char kind;     /* set by the makers; must match the letter */
};

/* Makers of parameters; a NULL S is SQL NULL. */
struct db_value db_int(int64_t i); /* also for d and t */
struct db_value db_real(double f);
struct db_value db_text(const char *s);
struct db_value db_bytes(const void *p, size_t n);
struct db_value db_null(void);

struct db_rows {
	size_t count; /* rows */
	size_t columns;
	struct db_value *cell; /* count * columns, row by row */
};

/* The cell at ROW, COLUMN. */
static inline const struct db_value *
db_cell(const struct db_rows *r, size_t row, size_t column)
{
	return &r->cell[row * r->columns + column];
}

/* Prepares for connecting; nothing is opened yet.  CONF must outlive it; the
 * reset of A closes it. */
struct db *db_new(struct arena *a, const struct conf *conf);

/* Open and close the connection.  Without db_open the first statement opens it.
 */
MUST_USE enum err db_open(struct db *db);
void db_close(struct db *db);

/* Runs Q with the N parameters of IN.  Q must stay at its address, unchanged,
 * as long as the connection. db_run is for writes and returns the number of
 * changed rows in *CHANGED (may be NULL), db_rows for reads (all rows, in A),
 * db_one for a read of one row (its cells).
 *
 * A row that an UPDATE finds and leaves as it was is not a changed row: 0 does
 * not mean that there is no such row.  Where that matters the UPDATE names in
 * its WHERE the state it leaves, or the caller reads the row first. */
MUST_USE enum err db_run(struct db *db, const struct db_query *q,
    const struct db_value *in, size_t n, uint64_t *changed);
MUST_USE enum err db_rows(struct db *db, struct arena *a,
    const struct db_query *q, const struct db_value *in, size_t n,
    struct db_rows *rows);
MUST_USE enum err db_one(struct db *db, struct arena *a,
    const struct db_query *q, const struct db_value *in, size_t n,
    const struct db_value **row);

/* The parameters of a call: DB_IN(db_int(7), db_text("x")). */
#define DB_IN(...)                                                             \
	(const struct db_value[]){__VA_ARGS__},                                \
	    sizeof((const struct db_value[]){__VA_ARGS__}) /                   \
		sizeof(struct db_value)
#define DB_NONE NULL, 0

/* AUTO_INCREMENT of the last insert. */
int64_t db_last_id(const struct db *db);

/* After ERR_TWICE or ERR_MISSING: true if the key or foreign key NAME caused
 * it.  (MariaDB reports 'name', MySQL 8 'table.name'. MySQL hides the name of a
 * foreign key from logins that may not see both tables.) */
bool db_duplicate(const struct db *db, const char *name);

/* Prepares Q and checks that its letters match the server's count of parameters
 * and columns; for -t and the tests. */
MUST_USE enum err db_check(struct db *db, const struct db_query *q);

/* For db_check: from now on a statement that this login may not run is
 * ERR_FORBIDDEN, without a log line. */
void db_ask(struct db *db);

#endif
