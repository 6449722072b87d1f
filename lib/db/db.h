/* db.h - one connection to MariaDB or MySQL, opened when first needed.
 *
 * Invariants: prepared statements only; a statement is prepared once per
 * connection and found again by its address; the session has utf8mb4, UTC,
 * strict mode and READ COMMITTED; there is no automatic reconnect.  A dead
 * connection is closed: outside a transaction a read is repeated once on a new
 * connection, a write never.  Instants are UTC and always parameters; no
 * statement uses the server's clock.  Connecting, reading, writing and waiting
 * for a lock have time-outs.  Opening checks that the schema's number is
 * DB_SCHEMA, or a higher one whose reads_from (sql/README.md) says that
 * programs made for DB_SCHEMA can use it; for any other schema it returns
 * ERR_BUSY.  An open connection is not checked again.
 *
 * Errors of every function that sends something to the server: ERR_TWICE for a
 * duplicate key, and for deleting a row that other rows refer to; ERR_MISSING
 * for a reference to a row that does not exist; ERR_BUSY when the same
 * statement can possibly succeed later (fault.c lists the error numbers); else
 * ERR_FAULT.  lib/db logs each ERR_BUSY and ERR_FAULT, once, with the
 * statement's name and never with values.
 *
 * When the server ends a transaction (transact.h) or the connection is lost in
 * it, nothing of the transaction will be committed.  Each further statement of
 * its body returns ERR_BUSY and is not sent, so the server never runs the
 * second half of a transaction alone.
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

/* One statement.  Each file of lib/queue that uses the database has one table
 * of its statements at the top; it is exported for the option -t of the
 * programs, which checks the statements, and for the tests. */
struct db_query {
	const char *name; /* for the log, like "slot_read" */
	const char *sql;
	const char *in;  /* one letter per parameter: see below */
	const char *out; /* one letter per column, NULL for no result */
	bool scan;       /* the plan can read a whole table, a small one */
};

/* Letters: i integer, s text, b bytes, d day (DATE), t instant (DATETIME,
 * UTC), f real number.  A value of any letter can be NULL.  A DECIMAL column
 * without fraction digits can be read as i.  A statement has at most 255
 * parameters and 64 columns. */
struct db_value {
	bool null;
	int64_t i;     /* of i; of d a day, of t an instant (base/day.h) */
	double f;      /* of f */
	const char *s; /* of s and b; a result has a NUL added */
	size_t len;    /* bytes at s */
	char kind;     /* of a parameter: its letter, i for d and t */
};

/* Make parameters.  They copy no bytes: S and P must live until the statement
 * has run.  NULL S or P makes the SQL value NULL. */
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

/* Returns a closed connection with the settings of CONF, which must outlive it.
 * The reset of A closes and frees it. */
struct db *db_new(struct arena *a, const struct conf *conf);

/* Open and close the connection; do nothing if it is open or closed already.
 * The first statement opens a connection that db_open() did not open. */
MUST_USE enum err db_open(struct db *db);
void db_close(struct db *db);

/* Run Q with the N parameters of IN.  Q must stay at its address, unchanged, as
 * long as the connection.  The results are unchanged on failure.
 *
 * db_run() is for writes.  *CHANGED (CHANGED can be NULL) becomes the number of
 * changed rows.  A row that an UPDATE finds and does not alter is not counted,
 * so 0 does not mean that there is no such row.  Where that matters, the WHERE
 * names the state that the UPDATE ends, or the caller reads the row first.
 *
 * db_rows() is for reads.  *ROWS becomes all rows, in A.
 *
 * db_one() is for a read of one row.  *ROW becomes its cells, in A. ERR_MISSING
 * if there is no row; ERR_FAULT, logged, if there are several. */
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

/* The AUTO_INCREMENT value of the last db_run() that was OK; 0 if that was not
 * an insert that made one. */
int64_t db_last_id(const struct db *db);

/* After ERR_TWICE or ERR_MISSING of a statement: true if the key or foreign key
 * NAME of the schema caused the error.  MySQL 8 hides the name of a foreign key
 * from a login that has no privilege on both tables; the answer is then false.
 */
bool db_duplicate(const struct db *db, const char *name);

/* Prepares Q without running it.  ERR_FAULT, logged, if Q has not as many
 * letters as the server counts parameters and columns, or if a column cannot be
 * read as its letter says.  For -t and the tests. */
MUST_USE enum err db_check(struct db *db, const struct db_query *q);

/* Makes db_check() and all else that uses DB return ERR_FORBIDDEN, without a
 * log line, for a statement that this login has no privilege to run.  Otherwise
 * it is ERR_FAULT, logged. */
void db_ask(struct db *db);

#endif
