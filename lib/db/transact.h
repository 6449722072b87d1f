/* transact.h - transactions.
 *
 * db_transact() is the only way to run a transaction.  So no transaction stays
 * open, and each is repeated in the same way after a deadlock.
 */
#ifndef DB_TRANSACT_H
#define DB_TRANSACT_H

#include "db/db.h"

/* Begins a transaction, runs BODY with OWN in it, and commits if BODY returns
 * OK; else it rolls back and returns what BODY returned.  When a deadlock
 * (1213) or a lock time-out (1205) ended the transaction, all of it runs again,
 * after a random wait of at most DB_WAIT ms.  It runs at most DB_RUNS times in
 * all.
 *
 * BODY possibly runs several times and must do the same each time.  So it reads
 * its input from OWN and writes to OWN only results, which are valid when
 * db_transact() returns OK.  A rollback undoes changes of rows and nothing
 * else.  If BODY takes something outside the database, like seats of the map,
 * the caller of db_transact() must give that back whenever the result is not
 * OK; it is better to take it before the call.  BODY must not call
 * db_transact().
 *
 * If the connection breaks during the commit, the result is ERR_BUSY and it is
 * unknown whether the rows were changed; the caller can find out by a unique
 * key that the transaction inserts.  After a failure db_duplicate() still
 * answers for the last statement of BODY. */
#define DB_RUNS 3
#define DB_WAIT 120
MUST_USE enum err db_transact(
    struct db *db, enum err (*body)(struct db *db, void *own), void *own);

#endif
