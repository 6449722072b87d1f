/* db_private.h - private to lib/db and its tests.
 *
 * Invariants: MY is NULL when there is no connection; the statement cache is
 * empty then.  LOST means that the server has ended the transaction, or must:
 * nothing more runs until db_rollback or db_commit ends it on our side too, so
 * that the statements after the break can never be committed alone.
 */
#ifndef DB_DB_PRIVATE_H
#define DB_DB_PRIVATE_H

#include <mysql.h>

#include "db/transact.h"

/* MySQL 8 did away with my_bool. */
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
	bool begun;   /* between db_begin and its end */
	bool lost;    /* see above */
	bool died;    /* the last fault ended an open connection */
	bool asking;  /* db_ask: a missing privilege is no fault */
	bool again;   /* the last fault was a deadlock or lock time-out */
	int64_t used; /* day_ticks() of the last answer */
	int64_t last_id;
	char key[DB_KEY_SIZE]; /* of the last ERR_TWICE or ERR_MISSING */
	size_t kept;           /* statements in the cache */
	struct db_statement statement[DB_STATEMENTS];
};

/* An error of the server or client in the statement NAME.  TEXT is its message;
 * it is logged only when SHOWN is true, because it may hold values. db_judge
 * turns it into an enum err, logs it, and closes the connection if that can no
 * longer be used. */
struct db_error {
	const char *name;
	unsigned int number;
	const char *text;
	bool shown;
};
enum err db_judge(struct db *db, const struct db_error *m);

/* Opens the connection if it is closed and forgets the last fault; ERR_BUSY
 * when LOST. */
MUST_USE enum err db_ready(struct db *db);

/* Runs SQL, a plain statement without values; NAME is for the log. */
MUST_USE enum err db_say(struct db *db, const char *name, const char *sql);

/* The parts of db_transact. db_commit is ERR_BUSY if the transaction was broken
 * or if the connection breaks now.  Call db_repeat after a transaction has
 * ended with E: if it returns true, it has waited and the caller must run the
 * transaction again.  It counts the runs in *RUNS, from 0. */
MUST_USE enum err db_begin(struct db *db);
MUST_USE enum err db_commit(struct db *db);
void db_rollback(struct db *db);
bool db_repeat(const struct db *db, enum err e, int *runs);

/* Call it before a write outside a transaction.  It pings a connection that was
 * not used for a second and closes it if it is dead, because the write itself
 * must not be repeated. */
void db_refresh(struct db *db);

/* True if work that began at the tick BEGIN and ended with E may run once more.
 */
bool db_repeatable(const struct db *db, enum err e, int64_t begin);

#endif
