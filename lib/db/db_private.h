/* db_private.h - private to lib/db and its tests.
 *
 * Invariants: MY is NULL when there is no connection; the statement cache is
 * empty then.  LOST means that the server has ended the transaction, or ends it
 * because the connection is closed.  While LOST is set no statement runs, until
 * db_rollback() or db_commit() has ended the transaction in struct db too, so
 * that the rest of a transaction can never be committed alone.
 */
#ifndef DB_DB_PRIVATE_H
#define DB_DB_PRIVATE_H

#include <mysql.h>

#include "db/transact.h"

/* MySQL 8 has no my_bool. */
#ifndef HAVE_MY_BOOL
typedef bool my_bool;
#endif

#define DB_STATEMENTS 256 /* slots of the cache, a power of two */
#define DB_IN_MAX 255     /* parameters of a statement */
#define DB_OUT_MAX 64     /* columns of a result */
#define DB_KEY_SIZE 65    /* a name in the database and NUL */

struct db_statement {
	const struct db_query *query;
	MYSQL_STMT *stmt;
};

struct db {
	const struct conf *conf;
	MYSQL *my;
	bool begun;   /* a transaction has begun and not ended */
	bool lost;    /* see above */
	bool died;    /* the last fault ended an open connection */
	bool asking;  /* db_ask: a missing privilege is no fault */
	bool again;   /* the last fault was a deadlock or lock time-out */
	int64_t used; /* day_ticks() when a statement was last executed */
	int64_t last_id;
	char key[DB_KEY_SIZE]; /* key of the last ERR_TWICE or ERR_MISSING */
	size_t kept;           /* statements in the cache */
	struct db_statement statement[DB_STATEMENTS];
};

/* An error of the server or of the client library. */
struct db_error {
	const char *name; /* of the statement */
	unsigned int number;
	const char *text; /* the message */
	bool shown;       /* log TEXT, because it can hold no values */
};

/* Returns the enum err for the error M.  Logs M, unless a constraint refused a
 * change: the caller expects that.
 * Sets the state of DB: LOST, AGAIN, DIED and the key's name.  Closes the
 * connection if it cannot be used any more. */
enum err db_judge(struct db *db, const struct db_error *m);

/* Opens the connection if it is closed and forgets the last fault; ERR_BUSY
 * when LOST. */
MUST_USE enum err db_ready(struct db *db);

/* Runs SQL, a plain statement without values; NAME is for the log. */
MUST_USE enum err db_say(struct db *db, const char *name, const char *sql);

/* The parts of db_transact().  db_commit() and db_rollback() end the
 * transaction in every case.  db_commit() is ERR_BUSY if LOST is set or if the
 * connection breaks during the commit.  Call db_repeat() after a transaction
 * has ended with E.  If it returns true, it has waited and the caller must run
 * the transaction again.  It counts the runs in *RUNS, which is 0 at first. */
MUST_USE enum err db_begin(struct db *db);
MUST_USE enum err db_commit(struct db *db);
void db_rollback(struct db *db);
bool db_repeat(const struct db *db, enum err e, int *runs);

/* Pings a connection that was not used for a second, and closes it if it is
 * dead.  db_run() calls it before a write outside a transaction, because the
 * write itself must not be repeated. */
void db_refresh(struct db *db);

/* True if a read, or the start of a transaction, that began at the tick BEGIN
 * and ended with E can run once more: the connection died, no transaction is
 * open, and less than half the time-out has passed. */
bool db_repeatable(const struct db *db, enum err e, int64_t begin);

#endif
