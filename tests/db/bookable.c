/* bookable.c - prints where the database and slot_judge() disagree on whether a
 * period can be booked: the period's number, the instant, and both answers.  It
 * judges every period at each instant at which the answer can change, and just
 * before.  ANTREAN_CONF names the settings, and so the database. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/day.h"
#include "base/log.h"
#include "queue/office/rules.h"
#include "queue/office/slot.h"

static struct {
	struct arena a;
	struct db *db;
	bool wrong;
} t;

static const struct db_query all = {.name = "all",
    .sql = "SELECT s.id, o.opens_at, o.closes_at FROM slot s"
	   " JOIN opening o ON o.id = s.opening_id ORDER BY s.id",
    .in = "",
    .out = "itt"};
static const struct db_query row_says = {.name = "row_says",
    .sql = "SELECT COALESCE(" SLOT_BOOKABLE ", 0) FROM slot s WHERE s.id = ?",
    .in = "tti",
    .out = "i"};

static void
must(enum err e, const char *what)
{
	if (e == OK)
		return;
	printf("%s: %s\n", what, err_name(e));
	exit(1);
}

/* True if slot_judge() says that the period can be booked (SLOT_FULL counts as
 * well).  slot_find() does not find a period of another lane than online. */
static bool
judged(int64_t id, int64_t now, struct slot *s, struct office *office)
{
	enum err e = slot_find(t.db, &t.a, id, 1, now, s, office);

	if (e == ERR_MISSING)
		return false;
	must(e, "slot_find");
	return s->state == SLOT_OPEN || s->state == SLOT_FULL;
}

static void
compare(int64_t id, int64_t now)
{
	const struct db_value *row;
	struct office office;
	struct slot s;
	bool c = judged(id, now, &s, &office);

	must(db_one(t.db, &t.a, &row_says,
		 DB_IN(db_int(now), db_int(now), db_int(id)), &row),
	    "row_says");
	if (c == (row[0].i != 0))
		return;
	printf("%lld at %lld: row %d, slot_judge %d\n", (long long)id,
	    (long long)now, (int)row[0].i, c);
	t.wrong = true;
}

int
main(void)
{
	struct conf conf;
	struct db_rows rows;

	log_open("bookable", LOG_INFO);
	arena_init(&t.a, 65536);
	must(conf_load(&conf, NULL), "conf");
	t.db = db_new(&t.a, &conf);
	must(db_rows(t.db, &t.a, &all, DB_NONE, &rows), "all");
	for (size_t i = 0; i < rows.count; i++) {
		const struct db_value *row = db_cell(&rows, i, 0);
		struct slot s = {0};
		struct office office = {0};
		int64_t at[3] = {row[1].i, row[2].i, row[2].i};

		(void)judged(row[0].i, at[0], &s, &office);
		if (s.id != 0)
			at[2] = day_instant(s.day, s.start, office.offset);
		for (int k = 0; k < 3; k++) {
			compare(row[0].i, at[k] - 1);
			compare(row[0].i, at[k]);
		}
	}
	arena_free(&t.a);
	conf_free(&conf);
	return t.wrong;
}
