/* snapshot_test.c - packed rows, the snapshot made of them, and its file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

#include "base/crypt.h"
#include "base/day.h"
#include "queue/seat/snapshot_private.h"

#define NOW INT64_C(1796608800) /* 7 December 2026, 01:20 UTC */
#define HOUR 3600
#define NIL                                                                    \
	{                                                                      \
		.null = true                                                   \
	}
#define N(n)                                                                   \
	{                                                                      \
		.i = (n)                                                       \
	}
#define S(text)                                                                \
	{                                                                      \
		.s = (text), .len = sizeof(text) - 1                           \
	}

/* A snapshot of two offices; each test sets the members that differ. */
struct world {
	struct arena a;
	struct db_value opening[12][5];
	size_t openings;
	const char *reason; /* why slot 31 is closed, or NULL */
};

static void
table(struct buf *b, const char *letters, const struct db_value *cell, size_t n)
{
	struct db_rows rows = {.count = n, .columns = strlen(letters)};
	struct db_value copy[64];

	memcpy(copy, cell, n * rows.columns * sizeof(*cell));
	rows.cell = copy;
	rowcodec_table(b, letters, &rows);
}

#define OFFICE(id, code, zone, offset, why)                                    \
	{                                                                      \
		N(id), S(code), S("Kantor"), S("Singkat"), S("I"), S("3174"),  \
		    S("Kota"), S("31"), S("DKI"), S(zone), N(offset), S(""),   \
		    S(""), S(""), NIL, NIL, why, why                           \
	}

static struct snapshot_bytes
bytes_make(struct world *w)
{
	const struct db_value office[][18] = {
	    OFFICE(3, "barat", "WIB", 420, NIL),
	    OFFICE(900, "timur", "WIT", 540, NIL),
	    OFFICE(7, "tutup", "WIB", 420, S("Banjir")),
	};
	const struct db_value service[] = {N(1), S("baru"), N(1), N(0)};
	const struct db_value rule[][3] = {
	    {S("grace"), N(0), N(5)},
	    {S("grace"), N(900), N(9)},
	    {S("party"), N(0), N(4)},
	};
	const struct db_value closed[] = {N(20806), N(900), S("closure"),
	    S("Pindah"), S("Moving"), S("tetap")};
	struct db_value slot[][9] = {
	    {N(30), N(3), N(20805), N(480), N(600), N(NOW - HOUR),
		N(NOW + HOUR), NIL, NIL},
	    {N(31), N(3), N(20806), N(480), N(600), N(NOW), N(NOW + HOUR), NIL,
		NIL},
	    {N(12), N(900), N(20806), N(480), N(600), N(NOW), N(NOW + HOUR),
		NIL, NIL},
	    {N(40), N(555), N(20806), N(480), N(600), N(NOW), N(NOW + HOUR),
		NIL, NIL},
	};
	/* one row is of a slot that came after the others */
	const struct db_value left[][2] = {
	    {N(12), N(0)}, {N(31), N(7)}, {N(41), N(9)}};
	struct snapshot_bytes out;
	struct buf b;

	if (w->reason != NULL)
		slot[1][7] = slot[1][8] = db_text(w->reason);
	buf_init(&b, &w->a, 4096, SNAPSHOT_MAX);
	snapshot_bytes_begin(&b);
	table(&b, OFFICE_TYPES, office[0], 3);
	table(&b, SERVICE_TYPES, service, 1);
	table(&b, SNAPSHOT_RULE_TYPES, rule[0], 3);
	table(&b, CLOSED_DAY_TYPES, closed, 1);
	table(&b, SNAPSHOT_OPENING_TYPES, w->opening[0], w->openings);
	table(&b, SLOT_TYPES, slot[0], 4);
	table(&b, SNAPSHOT_LEFT_TYPES, left[0], 3);
	assert_int_equal(snapshot_bytes_end(&b, &out), OK);
	return out;
}

static void
opening(struct world *w, int64_t office_id, int32_t day, int64_t opens_at)
{
	const struct db_value row[5] = {
	    N(office_id), N(day), N(day + 4), N(opens_at), N(opens_at + HOUR)};

	memcpy(w->opening[w->openings++], row, sizeof(row));
}

static void
snapshot_of(struct world *w, struct snapshot *b)
{
	struct snapshot_bytes bytes = bytes_make(w);

	assert_int_equal(snapshot_read(&w->a, &bytes, b), OK);
	assert_true(b->id == bytes.id);
}

static int
setup(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	if (w == NULL || crypt_start() != OK)
		return 1;
	arena_init(&w->a, 65536);
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	struct world *w = *state;

	arena_free(&w->a);
	free(w);
	return 0;
}

static void
every_value_comes_back(void **state)
{
	struct world *w = *state;
	const int64_t number[] = {
	    0, 1, -1, 63, 64, -64, -65, INT32_MAX, INT32_MIN, INT64_C(1) << 61};
	struct db_value cell[4], row[4] = {N(0), S("a\0b"), NIL, NIL};
	struct db_rows rows = {.count = 1, .columns = 4, .cell = row};

	row[3] = (struct db_value){.f = -6.25};
	for (size_t i = 0; i < sizeof(number) / sizeof(number[0]); i++) {
		struct rowcodec p;
		struct buf b;
		size_t n;

		row[0].i = number[i];
		buf_init(&b, &w->a, 64, 4096);
		rowcodec_table(&b, "isdf", &rows);
		p.at = (const unsigned char *)b.data;
		p.end = p.at + b.len;
		assert_true(rowcodec_open(&p, "isdf", &n));
		assert_int_equal(n, 1);
		assert_true(rowcodec_row(&p, "isdf", cell));
		assert_true(p.at == p.end);
		assert_true(cell[0].i == number[i] && !cell[0].null);
		assert_int_equal(cell[1].len, 3);
		assert_memory_equal(cell[1].s, "a\0b", 4);
		assert_true(cell[2].null && cell[2].i == 0);
		assert_true(cell[3].f == -6.25);
	}
}

static void
a_table_of_other_letters_or_too_many_rows_is_refused(void **state)
{
	static const char bytes[] = "is\0\x03\x02\x02x";
	struct rowcodec p = {(const unsigned char *)bytes,
	    (const unsigned char *)bytes + sizeof(bytes)};
	struct rowcodec again = p;
	size_t n;

	(void)state;
	assert_false(rowcodec_open(&p, "it", &n));
	assert_false(rowcodec_open(&p, "i", &n));
	assert_true(rowcodec_open(&p, "is", &n));
	again.end--;
	again.end--;
	assert_false(rowcodec_open(&again, "is", &n));
}

static void
a_snapshot_cut_short_anywhere_is_refused(void **state)
{
	struct world *w = *state;
	struct snapshot_bytes whole = bytes_make(w), cut = whole;
	struct snapshot b;

	for (cut.len = 0; cut.len < whole.len; cut.len++)
		assert_int_equal(snapshot_read(&w->a, &cut, &b), ERR_FAULT);
	assert_int_equal(snapshot_read(&w->a, &whole, &b), OK);
}

static void
a_snapshot_with_any_byte_changed_is_refused(void **state)
{
	struct world *w = *state;
	struct snapshot_bytes whole = bytes_make(w), bad = whole;
	char *copy = arena_alloc(&w->a, whole.len);
	struct snapshot b;

	bad.data = copy;
	for (size_t i = 0; i < whole.len; i++) {
		memcpy(copy, whole.data, whole.len);
		copy[i] ^= 0x10;
		assert_int_equal(snapshot_read(&w->a, &bad, &b), ERR_FAULT);
	}
}

/* The hash is correct, as if a faulty program of ours had written the file. */
static void
rows_that_end_early_are_refused_even_with_a_good_hash(void **state)
{
	struct world *w = *state;
	struct snapshot_bytes whole = bytes_make(w), cut;
	struct snapshot b;

	for (size_t less = 1; less < 200; less++) {
		struct buf buf;

		buf_init(&buf, &w->a, whole.len, SNAPSHOT_MAX);
		buf_put(&buf, whole.data, whole.len - less);
		assert_int_equal(snapshot_bytes_end(&buf, &cut), OK);
		assert_int_equal(snapshot_read(&w->a, &cut, &b), ERR_FAULT);
	}
}

static void
what_is_left_is_told_of_known_slots_only(void **state)
{
	struct snapshot b;

	snapshot_of(*state, &b);
	assert_int_equal(snapshot_left(&b, 12), 0);
	assert_int_equal(snapshot_left(&b, 31), 7);
	assert_int_equal(snapshot_left(&b, 30), -1);
	assert_int_equal(snapshot_left(&b, 41), -1);
	snapshot_left_note(&b, 31, 3);
	snapshot_left_note(&b, 30, 4);
	snapshot_left_note(&b, 41, 5);
	assert_int_equal(snapshot_left(&b, 31), 3);
	assert_int_equal(snapshot_left(&b, 30), 4);
	assert_int_equal(snapshot_left(&b, 41), -1);
}

static void
the_same_facts_are_the_same_bytes_and_others_another_snapshot(void **state)
{
	struct world *w = *state;
	struct snapshot_bytes one = bytes_make(w), two = bytes_make(w);

	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.data, two.data, one.len);
	assert_true(one.id == two.id);
	w->reason = "Banjir";
	assert_true(bytes_make(w).id != one.id);
}

static void
offices_are_found_by_code_and_number(void **state)
{
	struct snapshot b;

	snapshot_of(*state, &b);
	assert_int_equal(b.offices, 3);
	assert_int_equal(snapshot_office(&b, "timur")->id, 900);
	assert_null(snapshot_office(&b, "selatan"));
	assert_string_equal(snapshot_office_by_id(&b, 3)->code, "barat");
	assert_null(snapshot_office_by_id(&b, 4));
	assert_null(snapshot_office_by_id(&b, 901));
	assert_null(snapshot_office_by_id(&b, -1));
	assert_false(b.office[0].located);
	assert_null(b.office[0].suspended_id);
	assert_string_equal(b.office[2].suspended_en, "Banjir");
}

static void
an_office_s_rule_stands_before_the_country_s(void **state)
{
	struct snapshot b;
	int value = -1;

	snapshot_of(*state, &b);
	assert_true(snapshot_parameter(&b, 900, PARAMETER_GRACE, &value));
	assert_int_equal(value, 9);
	assert_true(snapshot_parameter(&b, 3, PARAMETER_GRACE, &value));
	assert_int_equal(value, 5);
	assert_true(snapshot_parameter(&b, 0, PARAMETER_PARTY, &value));
	assert_int_equal(value, 4);
	assert_false(snapshot_parameter(&b, 3, PARAMETER_LOOKUP_TRIES, &value));
	assert_int_equal(value, 4);
}

static void
slots_are_those_of_the_office_with_what_closes_them(void **state)
{
	struct world *w = *state;
	struct slot_list list;
	struct slot s;
	struct snapshot b;

	w->reason = "Listrik padam";
	snapshot_of(w, &b);
	snapshot_slots(&b, &w->a, snapshot_office(&b, "barat"), &list);
	assert_int_equal(list.count, 2);
	assert_int_equal(list.slot[0].id, 30);
	assert_null(list.slot[0].closed_id);
	assert_string_equal(list.slot[1].closed_id, "Listrik padam");
	assert_null(list.slot[1].holiday_id);
	assert_int_equal(list.slot[1].left, 0);
	snapshot_slots(&b, &w->a, snapshot_office(&b, "timur"), &list);
	assert_int_equal(list.count, 1);
	assert_true(list.slot[0].closure);
	assert_string_equal(list.slot[0].holiday_en, "Moving");
	snapshot_slots(&b, &w->a, snapshot_office(&b, "tutup"), &list);
	assert_int_equal(list.count, 0);
	assert_true(snapshot_slot(&b, 12, &s));
	assert_int_equal(s.office_id, 900);
	assert_string_equal(s.holiday_id, "Pindah");
	assert_true(snapshot_slot(&b, 31, &s));
	assert_int_equal(s.day, 20806);
	assert_false(snapshot_slot(&b, 13, &s));
	/* the office of slot 40 was added between two of the statements that
	 * load a snapshot: this snapshot leaves the slot out, and the next
	 * snapshot has it */
	assert_false(snapshot_slot(&b, 40, &s));
}

static void
openings_ahead_are_told_by_instant_and_zone(void **state)
{
	struct world *w = *state;
	struct opening_group group[OPENING_GROUPS_MAX];
	struct snapshot b;

	opening(w, 3, 20810, NOW + HOUR);
	opening(w, 3, 20814, NOW + HOUR); /* counts once, and ends later */
	opening(w, 3, 20810, NOW);        /* is open */
	opening(w, 7, 20810, NOW + HOUR); /* takes no bookings */
	opening(w, 900, 20809, NOW + HOUR);
	opening(w, 900, 20830, NOW + 9 * HOUR);
	snapshot_of(w, &b);
	assert_int_equal(snapshot_opening_groups(&b, NOW, group), 3);
	assert_string_equal(group[0].zone, "WIT");
	assert_int_equal(group[1].offset, 420);
	assert_int_equal(group[1].offices, 1);
	assert_int_equal(group[1].first, 20810);
	assert_int_equal(group[1].last, 20818);
	assert_true(group[2].opens_at == NOW + 9 * HOUR);
	assert_int_equal(snapshot_opening_groups(&b, NOW + HOUR, group), 1);
	assert_int_equal(snapshot_opening_groups(&b, NOW + 9 * HOUR, group), 0);
}

static void
only_the_next_openings_are_told_of(void **state)
{
	struct world *w = *state;
	struct opening_group group[OPENING_GROUPS_MAX];
	struct snapshot b;

	for (int i = 12; i > 0; i--)
		opening(w, 3, 20810, NOW + i * HOUR);
	snapshot_of(w, &b);
	assert_int_equal(
	    snapshot_opening_groups(&b, NOW, group), OPENING_GROUPS_MAX);
	for (int i = 0; i < OPENING_GROUPS_MAX; i++)
		assert_true(group[i].opens_at == NOW + (i + 1) * HOUR);
}

static void
the_last_day_is_of_what_is_open_at_that_second(void **state)
{
	struct world *w = *state;
	struct snapshot b;

	opening(w, 3, 20810, NOW);
	opening(w, 7, 20899, NOW);
	opening(w, 900, 20820, NOW + 60);
	snapshot_of(w, &b);
	assert_int_equal(snapshot_last_day(&b, NOW - 1), DAY_NONE);
	assert_int_equal(snapshot_last_day(&b, NOW), 20814);
	assert_int_equal(snapshot_last_day(&b, NOW + 60), 20824);
	assert_int_equal(snapshot_last_day(&b, NOW + HOUR), 20824);
	assert_int_equal(snapshot_last_day(&b, NOW + HOUR + 60), DAY_NONE);
}

static void
the_file_is_replaced_only_by_other_bytes(void **state)
{
	struct world *w = *state;
	char dir[] = "/tmp/antrean.XXXXXX", path[64];
	struct snapshot_bytes bytes = bytes_make(w), back;
	struct stat first, second;

	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/map", dir);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/" SNAPSHOT_FILE, dir);
	assert_int_equal(snapshot_load(&w->a, dir, &back), ERR_MISSING);
	assert_int_equal(snapshot_write(dir, &bytes), OK);
	assert_int_equal(stat(path, &first), 0);
	assert_int_equal(first.st_mode & 0777, 0640);
	assert_int_equal(snapshot_load(&w->a, dir, &back), OK);
	assert_int_equal(back.len, bytes.len);
	assert_memory_equal(back.data, bytes.data, back.len);
	assert_true(back.id == bytes.id);
	assert_int_equal(snapshot_write(dir, &bytes), OK);
	assert_int_equal(stat(path, &second), 0);
	assert_true(first.st_ino == second.st_ino);
	w->reason = "Banjir";
	bytes = bytes_make(w);
	assert_int_equal(snapshot_write(dir, &bytes), OK);
	assert_int_equal(snapshot_load(&w->a, dir, &back), OK);
	assert_true(back.id == bytes.id);
	assert_int_equal(truncate(path, 20), 0);
	assert_int_equal(snapshot_load(&w->a, dir, &back), ERR_FAULT);
	unlink(path);
	snprintf(path, sizeof(path), "%s/map", dir);
	assert_int_equal(rmdir(path), 0); /* no temporary file is left */
	rmdir(dir);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_value_comes_back),
	    TEST(a_table_of_other_letters_or_too_many_rows_is_refused),
	    TEST(a_snapshot_cut_short_anywhere_is_refused),
	    TEST(a_snapshot_with_any_byte_changed_is_refused),
	    TEST(rows_that_end_early_are_refused_even_with_a_good_hash),
	    TEST(what_is_left_is_told_of_known_slots_only),
	    TEST(the_same_facts_are_the_same_bytes_and_others_another_snapshot),
	    TEST(offices_are_found_by_code_and_number),
	    TEST(an_office_s_rule_stands_before_the_country_s),
	    TEST(slots_are_those_of_the_office_with_what_closes_them),
	    TEST(openings_ahead_are_told_by_instant_and_zone),
	    TEST(only_the_next_openings_are_told_of),
	    TEST(the_last_day_is_of_what_is_open_at_that_second),
	    TEST(the_file_is_replaced_only_by_other_bytes),
	};

	return RUN("snapshot", tests);
}
