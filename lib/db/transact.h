/* transact.h - a transaction: all of it happens, or nothing.
 *
 * db_transact is the only way to have one, so none is ever left open and every
 * one is repeated after a deadlock in the same way.
 */
#ifndef DB_TRANSACT_H
#define DB_TRANSACT_H

#include "db/db.h"

/* Begins a transaction, runs BODY with OWN in it, and commits if BODY returns
 * OK, else rolls back and returns what BODY returned.  When a deadlock (1213)
 * or a lock time-out (1205) ended the transaction, all of it runs again: at
 * most DB_RUNS times, after a random wait of at most DB_WAIT ms.
 *
 * BODY may run several times and must do the same each time, so it reads from
 * OWN what it was given and leaves there only results, which count when
 * db_transact returns OK.  A rollback undoes rows and nothing else: what BODY
 * took outside the database, like seats of the map, the caller of db_transact
 * gives back whenever the result is not OK; better still, the caller takes it
 * before.  BODY may not call db_transact.
 *
 * ERR_BUSY has an unknown outcome when the connection broke during the commit:
 * the caller finds out by a unique key of its own.  After it db_duplicate
 * still answers for the last statement of BODY. */
#define DB_RUNS 3
#define DB_WAIT 120
MUST_USE enum err db_transact(
    struct db *db, enum err (*body)(struct db *db, void *own), void *own);

#endif
