/* place_tail.c - reads the new rows of a table that grows. */
#include "queue/seat/place_tail.h"

#include "base/day.h"

#define SECOND INT64_C(1000000000)
#define PAGE 5000    /* rows per query */
#define WIDE_EVERY 5 /* rounds between reading the whole overlap */

void
tail_start(struct tail *t, int64_t last, int64_t back)
{
	*t = (struct tail){.last = last,
	    .from = last > back ? last - back : 0,
	    .noted = last,
	    .noted_at = day_ticks()};
}

int64_t
tail_from(const struct tail *t)
{
	return t->last - t->from > TAIL_ROWS && t->rounds % WIDE_EVERY != 0
	           ? t->last - TAIL_ROWS
	           : t->from;
}

void
tail_note(struct tail *t, int64_t last, int64_t began)
{
	bool all = tail_from(t) == t->from;

	t->rounds++;
	if (last > t->last)
		t->last = last;
	if (!all || began - t->noted_at < TAIL_OVERLAP * SECOND)
		return;
	t->from = t->noted;
	t->noted = t->last;
	t->noted_at = began;
}

enum err
tail_read(struct tail *t, struct db *db, struct arena *a,
    const struct db_query *query,
    enum err (*see)(void *ctx, const struct db_value *row), void *ctx)
{
	int64_t began = day_ticks(), last = tail_from(t);
	struct db_rows rows;
	enum err e;

	do {
		arena_reset(a);
		e = db_rows(
		    db, a, query, DB_IN(db_int(last), db_int(PAGE)), &rows);
		for (size_t i = 0; e == OK && i < rows.count; i++) {
			last = db_cell(&rows, i, 0)->i;
			e = see(ctx, db_cell(&rows, i, 0));
		}
	} while (e == OK && rows.count == PAGE);
	if (e == OK)
		tail_note(t, last, began);
	return e;
}
