/* tail_test.c - the reader of a growing table misses no row, even if its
 * transaction commits after those of later rows. */
#include "unit.h"

#include "queue/seat/place_tail.h"

#define SECOND INT64_C(1000000000)
#define BEFORE 1000 /* rows that were there at the start */

static void
it_begins_some_rows_before_the_last(void **state)
{
	struct tail t;

	(void)state;
	tail_start(&t, BEFORE, 30);
	assert_int_equal(tail_from(&t), BEFORE - 30);
	tail_start(&t, 20, 30);
	assert_int_equal(tail_from(&t), 0);
}

/* Reads the table every three seconds, from the tick AT on, for SECONDS; each
 * time it has ROWS new rows.  Returns the tick after the last reading. */
static int64_t
rounds(struct tail *t, int64_t at, int64_t rows, int seconds)
{
	for (int64_t end = at + seconds * SECOND; at < end; at += 3 * SECOND)
		tail_note(t, t->last + rows, at);
	return at;
}

static void
a_row_is_read_until_every_transaction_before_it_has_ended(void **state)
{
	struct tail t;
	int64_t at;

	(void)state;
	tail_start(&t, BEFORE, 0);
	/* a transaction takes the next id now and commits late */
	at = rounds(&t, t.noted_at + SECOND, 500, TAIL_OVERLAP - 1);
	assert_true(tail_from(&t) <= BEFORE);
	/* its row is not read for ever */
	rounds(&t, at, 500, TAIL_OVERLAP + 6);
	assert_true(tail_from(&t) > BEFORE);
}

static void
nothing_is_read_again_where_nothing_comes(void **state)
{
	struct tail t;

	(void)state;
	tail_start(&t, BEFORE, 500);
	rounds(&t, t.noted_at + SECOND, 0, 2 * TAIL_OVERLAP + 6);
	assert_int_equal(tail_from(&t), BEFORE);
}

static void
of_very_many_rows_all_are_read_in_one_round_of_five(void **state)
{
	struct tail t;
	int64_t at;
	int all = 0;

	(void)state;
	tail_start(&t, BEFORE, 0);
	at = t.noted_at;
	for (int i = 0; i < 10; i++) {
		tail_note(&t, t.last + TAIL_ROWS, at += 2 * SECOND);
		if (tail_from(&t) == BEFORE)
			all++;
		else
			assert_int_equal(tail_from(&t), t.last - TAIL_ROWS);
	}
	/* the first round has TAIL_ROWS rows, so it too can read all */
	assert_in_range(all, 2, 3);
}

static void
only_a_round_that_read_all_settles_rows(void **state)
{
	struct tail t;
	int64_t at;

	(void)state;
	tail_start(&t, BEFORE, 0);
	at = t.noted_at;
	tail_note(&t, BEFORE + 5 * TAIL_ROWS, at);
	while (tail_from(&t) != BEFORE) {
		tail_note(&t, t.last, at += 2 * TAIL_OVERLAP * SECOND);
		assert_int_equal(t.from, BEFORE);
	}
	tail_note(&t, t.last, at += SECOND);
	assert_true(t.from >= BEFORE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_begins_some_rows_before_the_last),
	    cmocka_unit_test(
		a_row_is_read_until_every_transaction_before_it_has_ended),
	    cmocka_unit_test(nothing_is_read_again_where_nothing_comes),
	    cmocka_unit_test(
		of_very_many_rows_all_are_read_in_one_round_of_five),
	    cmocka_unit_test(only_a_round_that_read_all_settles_rows),
	};

	return RUN("tail", tests);
}
