/* transact.c - transactions: begun, ended, and repeated after a deadlock. */
#include "config.h"

#include "db/transact.h"

#include <time.h>

#include "db/db_private.h"

#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"

enum err
db_begin(struct db *db)
{
	int64_t begin = day_ticks();
	enum err e;

	if (db->begun) {
		log_fault("db", "query=db_begin why=begun-already");
		return ERR_FAULT;
	}
	e = db_ready(db);
	if (e == OK)
		e = db_say(db, "db_begin", "START TRANSACTION");
	/* nothing has run in the transaction yet, so repeating is safe */
	if (db_repeatable(db, e, begin) && (e = db_ready(db)) == OK)
		e = db_say(db, "db_begin", "START TRANSACTION");
	if (e == OK)
		db->begun = true;
	return e;
}

enum err
db_commit(struct db *db)
{
	enum err e;

	if (!db->begun) {
		log_fault("db", "query=db_commit why=not-begun");
		return ERR_FAULT;
	}
	if (db->lost) {
		db_rollback(db);
		return ERR_BUSY;
	}
	e = db_say(db, "db_commit", "COMMIT");
	if (e != OK)
		db_rollback(db);
	db->begun = db->lost = false;
	return e;
}

/* Does not change db->again and db->key: db_repeat() and db_duplicate() read
 * them after the rollback. */
void
db_rollback(struct db *db)
{
	if (!db->begun)
		return;
	if (db->my != NULL && mysql_real_query(db->my, "ROLLBACK", 8) != 0)
		db_close(db); /* then the server rolls back by itself */
	db->begun = db->lost = false;
}

/* Waits a random time: two transactions that met in a deadlock would meet again
 * if both began at once. */
bool
db_repeat(const struct db *db, enum err e, int *runs)
{
	struct timespec wait = {0};
	uint16_t r;

	if (e != ERR_BUSY || !db->again || ++*runs >= DB_RUNS)
		return false;
	crypt_random(&r, sizeof(r));
	wait.tv_nsec = 1000000 * (DB_WAIT / (DB_RUNS - 1) * *runs) *
	               (int64_t)(r + 1) / 65536;
	nanosleep(&wait, NULL);
	return true;
}

enum err
db_transact(
    struct db *db, enum err (*body)(struct db *db, void *own), void *own)
{
	int runs = 0;
	enum err e;

	do {
		e = db_begin(db);
		if (e != OK)
			return e;
		e = body(db, own);
		if (e == OK)
			e = db_commit(db);
		else
			db_rollback(db);
	} while (db_repeat(db, e, &runs));
	return e;
}
