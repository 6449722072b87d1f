/* db_private.h - the inside of lib/db; its tests include it, and nobody else.
 *
 * Invariants: MY is NULL when there is no connection, and then no statement is
 * kept.  LOST means that the transaction is over on the server, or must
 * be: nothing more runs until db_rollback or db_commit ends it, so that the
 * rest of a broken transaction can never be committed piece by piece.
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
	bool asking;  /* a denial is an answer: db_ask */
	bool again;   /* the last fault was a deadlock or lock time-out */
	int64_t used; /* day_ticks() of the last answer */
	int64_t last_id;
	char key[DB_KEY_SIZE]; /* of the last ERR_TWICE or ERR_MISSING */
	size_t kept;           /* statements in the cache */
	struct db_statement statement[DB_STATEMENTS];
};

/* What went wrong while NAME was done; TEXT is the server's message, logged
 * only when SHOWN is true because it may hold values.  Judges, logs, and gives
 * the connection up when it is of no more use. */
struct db_error {
	const char *name;
	unsigned int number;
	const char *text;
	bool shown;
};
enum err db_judge(struct db *db, const struct db_error *m);

/* Opens if need be and forgets the last fault; ERR_BUSY when LOST. */
MUST_USE enum err db_ready(struct db *db);

/* Runs SQL, a plain statement without values; NAME is for the log. */
MUST_USE enum err db_say(struct db *db, const char *name, const char *sql);

/* What db_transact is made of.  db_commit after a broken transaction, or on a
 * connection that breaks, is ERR_BUSY.  After a transaction that came to E and
 * has ended, db_repeat is true if it is to be run again: it counts the runs in
 * *RUNS, from 0, and has waited. */
MUST_USE enum err db_begin(struct db *db);
MUST_USE enum err db_commit(struct db *db);
void db_rollback(struct db *db);
bool db_repeat(const struct db *db, enum err e, int *runs);

/* Before a write outside a transaction: a connection not used for a while is
 * tried first, for the write itself could not be repeated. */
void db_refresh(struct db *db);

/* True if the work started at the tick BEGIN may be done once more. */
bool db_repeatable(const struct db *db, enum err e, int64_t begin);

#endif
