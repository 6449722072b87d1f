/* db.c - the connection while it lasts, and its end. */
#include "config.h"

#include "db/db.h"

#include <string.h>

#include "db/db_private.h"

#include "base/day.h"

#define SECOND INT64_C(1000000000)

static void
close_at_reset(void *db)
{
	db_close(db);
}

struct db *
db_new(struct arena *a, const struct conf *conf)
{
	struct db *db = ARENA_NEW(a, struct db);

	db->conf = conf;
	arena_defer(a, close_at_reset, db);
	return db;
}

void
db_close(struct db *db)
{
	if (db->begun)
		db->lost = true;
	if (db->my == NULL)
		return;
	/* close the connection first: closing a statement then sends nothing to
	 * the server */
	mysql_close(db->my);
	db->my = NULL;
	for (size_t i = 0; i < DB_STATEMENTS; i++)
		if (db->statement[i].stmt != NULL)
			mysql_stmt_close(db->statement[i].stmt);
	memset(db->statement, 0, sizeof(db->statement));
	db->kept = 0;
}

void
db_refresh(struct db *db)
{
	if (db->my == NULL || db->begun || day_ticks() - db->used < SECOND)
		return;
	if (mysql_ping(db->my) != 0)
		db_close(db);
}

/* A statement that took half the time-out or more is not repeated: no person
 * would wait that long again. */
bool
db_repeatable(const struct db *db, enum err e, int64_t begin)
{
	return e == ERR_BUSY && db->died && !db->begun &&
	       day_ticks() - begin < db->conf->db_timeout * SECOND / 2;
}
