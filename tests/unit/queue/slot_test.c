/* slot_test.c - the word that a slot or an office shows. */
#include <string.h>

#include "unit.h"

#include "base/arena.h"
#include "base/day.h"
#include "queue/office/slot.h"

#define HOUR 3600
#define PARTY 2

static const struct office wib = {.id = 1, .zone = "WIB", .offset = 420};
static const struct office wita = {.id = 2, .zone = "WITA", .offset = 480};
static const struct office wit = {.id = 3, .zone = "WIT", .offset = 540};
static const struct office shut = {.id = 4,
    .offset = 420,
    .suspended_id = "Gedung diperbaiki",
    .suspended_en = "Under repair"};

/* Monday 14 December 2026, 08.00-10.00, open from the 11th to the 18th, 14.00
 * local, with five places. */
static struct slot
slot_of(const struct office *office)
{
	int32_t day = day_of(2026, 12, 14);

	return (struct slot){
	    .id = 7,
	    .office_id = office->id,
	    .day = day,
	    .start = 480,
	    .end = 600,
	    .opens_at = day_instant(day - 3, 840, office->offset),
	    .closes_at = day_instant(day + 4, 840, office->offset),
	    .left = 5,
	};
}

static int64_t
begin(const struct slot *s, const struct office *office)
{
	return day_instant(s->day, s->start, office->offset);
}

static void
is_open_with_places_for_all(void **state)
{
	struct slot s = slot_of(&wib);

	(void)state;
	assert_int_equal(
	    slot_judge(&s, &wib, 5, begin(&s, &wib) - HOUR), SLOT_OPEN);
	assert_int_equal(s.state, SLOT_OPEN);
	assert_null(s.reason_id);
	assert_null(s.reason_en);
}

static void
is_full_when_fewer_are_left_than_the_party(void **state)
{
	struct slot s = slot_of(&wib);
	int64_t now = begin(&s, &wib) - HOUR;

	(void)state;
	s.left = 1;
	assert_int_equal(slot_judge(&s, &wib, 2, now), SLOT_FULL);
	assert_int_equal(slot_judge(&s, &wib, 1, now), SLOT_OPEN);
	s.left = 0;
	assert_int_equal(slot_judge(&s, &wib, 1, now), SLOT_FULL);
	assert_int_equal(slot_judge(&s, &wib, 0, now), SLOT_FULL);
}

static void
opens_at_the_second_it_says(void **state)
{
	struct slot s = slot_of(&wib);

	(void)state;
	assert_int_equal(
	    slot_judge(&s, &wib, PARTY, s.opens_at - 1), SLOT_EARLY);
	assert_int_equal(slot_judge(&s, &wib, PARTY, s.opens_at), SLOT_OPEN);
}

static void
is_over_at_the_second_booking_ends(void **state)
{
	struct slot s = slot_of(&wib);

	(void)state;
	s.closes_at = begin(&s, &wib) - 16 * HOUR;
	assert_int_equal(
	    slot_judge(&s, &wib, PARTY, s.closes_at - 1), SLOT_OPEN);
	assert_int_equal(slot_judge(&s, &wib, PARTY, s.closes_at), SLOT_OVER);
}

static void
is_over_once_the_period_has_begun(void **state)
{
	struct slot s = slot_of(&wib);
	int64_t t = begin(&s, &wib);

	(void)state;
	assert_int_equal(slot_judge(&s, &wib, PARTY, t - 1), SLOT_OPEN);
	assert_int_equal(slot_judge(&s, &wib, PARTY, t), SLOT_OVER);
	assert_int_equal(slot_judge(&s, &wib, PARTY, t + 60), SLOT_OVER);
	assert_int_equal(slot_judge(&s, &wib, PARTY, t + 86400), SLOT_OVER);
}

static void
begins_an_hour_earlier_in_each_zone_eastward(void **state)
{
	struct slot w = slot_of(&wib), c = slot_of(&wita), e = slot_of(&wit);
	int64_t now = day_instant(w.day, 480, 420) - HOUR; /* 07.00 WIB */

	(void)state;
	c.closes_at = e.closes_at = w.closes_at;
	assert_int_equal(slot_judge(&w, &wib, PARTY, now), SLOT_OPEN);
	assert_int_equal(slot_judge(&c, &wita, PARTY, now), SLOT_OVER);
	assert_int_equal(slot_judge(&c, &wita, PARTY, now - 1), SLOT_OPEN);
	assert_int_equal(slot_judge(&e, &wit, PARTY, now), SLOT_OVER);
	assert_int_equal(
	    slot_judge(&e, &wit, PARTY, now - HOUR - 1), SLOT_OPEN);
}

static void
is_still_to_come_past_midnight_in_the_east(void **state)
{
	struct slot s = slot_of(&wit);
	int64_t now = day_instant(s.day, 1, 540); /* 00.01 WIT, Monday */

	(void)state;
	assert_int_equal(day_local(now, 0), s.day - 1);
	assert_int_equal(day_local(now, 420), s.day - 1);
	assert_int_equal(slot_judge(&s, &wit, PARTY, now), SLOT_OPEN);
	s.start = 0;
	assert_int_equal(slot_judge(&s, &wit, PARTY, now), SLOT_OVER);
	s.day--;
	s.start = 480;
	assert_int_equal(slot_judge(&s, &wit, PARTY, now), SLOT_OVER);
}

static void
a_suspended_office_closes_every_slot_with_its_reason(void **state)
{
	struct slot s = slot_of(&shut);
	int64_t now = begin(&s, &shut);

	(void)state;
	s.holiday_id = s.closed_id = "x";
	assert_int_equal(slot_judge(&s, &shut, PARTY, now - 1), SLOT_CLOSED);
	assert_string_equal(s.reason_id, "Gedung diperbaiki");
	assert_string_equal(s.reason_en, "Under repair");
	assert_int_equal(slot_judge(&s, &shut, PARTY, now + 1), SLOT_CLOSED);
}

static void
a_holiday_is_named_before_the_slot_s_own_closure(void **state)
{
	struct slot s = slot_of(&wib);

	(void)state;
	s.holiday_id = "Hari contoh";
	s.holiday_en = "Sample Day";
	s.closed_id = s.closed_en = "x";
	assert_int_equal(
	    slot_judge(&s, &wib, PARTY, s.opens_at - 1), SLOT_HOLIDAY);
	assert_string_equal(s.reason_id, "Hari contoh");
	assert_string_equal(s.reason_en, "Sample Day");
}

static void
a_day_an_office_is_closed_is_no_holiday(void **state)
{
	struct slot s = slot_of(&wib);

	(void)state;
	s.holiday_id = s.holiday_en = "Pindah gedung";
	s.closure = true;
	assert_int_equal(slot_judge(&s, &wib, PARTY, s.opens_at), SLOT_CLOSED);
	assert_string_equal(s.reason_id, "Pindah gedung");
}

static void
a_closed_slot_says_why_even_when_it_is_over_or_not_open_yet(void **state)
{
	struct slot s = slot_of(&wib);

	(void)state;
	s.closed_id = "Listrik padam";
	s.closed_en = "No electricity";
	assert_int_equal(
	    slot_judge(&s, &wib, PARTY, s.opens_at - 1), SLOT_CLOSED);
	assert_int_equal(slot_judge(&s, &wib, PARTY, s.closes_at), SLOT_CLOSED);
	assert_string_equal(s.reason_en, "No electricity");
}

static void
an_old_reason_does_not_stay(void **state)
{
	struct slot s = slot_of(&wib);

	(void)state;
	s.reason_id = s.reason_en = "x";
	assert_int_equal(slot_judge(&s, &wib, PARTY, s.opens_at), SLOT_OPEN);
	assert_null(s.reason_id);
	assert_null(s.reason_en);
}

/* Three slots of WITA between one of WIB and one of WIT. */
struct country {
	struct slot slot[5];
	struct slot_list list;
	int64_t now;
};

static void
country_make(struct country *c)
{
	c->slot[0] = slot_of(&wib);
	c->slot[4] = slot_of(&wit);
	for (int i = 1; i < 4; i++) {
		c->slot[i] = slot_of(&wita);
		c->slot[i].day += i;
	}
	c->list = (struct slot_list){.slot = c->slot, .count = 5};
	c->now = c->slot[1].opens_at;
}

static void
an_office_is_open_with_all_that_its_open_slots_have_left(void **state)
{
	struct country c;
	struct slot_summary sum;

	(void)state;
	country_make(&c);
	c.slot[2].left = 1; /* too few for two */
	c.slot[3].left = 8;
	slot_sum(&c.list, &wita, PARTY, c.now, &sum);
	assert_int_equal(sum.state, SLOT_OPEN);
	assert_int_equal(sum.left, 13);
}

static void
an_office_that_is_full_now_says_when_more_opens(void **state)
{
	struct country c;
	struct slot_summary sum;

	(void)state;
	country_make(&c);
	c.slot[1].left = 0;
	c.slot[2].opens_at = c.now + 9 * HOUR;
	c.slot[3].opens_at = c.now + 5 * HOUR;
	slot_sum(&c.list, &wita, PARTY, c.now, &sum);
	assert_int_equal(sum.state, SLOT_EARLY);
	assert_true(sum.opens_at == c.now + 5 * HOUR);
	c.slot[2].opens_at = c.slot[3].opens_at = 0;
	c.slot[2].left = c.slot[3].left = 1;
	slot_sum(&c.list, &wita, PARTY, c.now, &sum);
	assert_int_equal(sum.state, SLOT_FULL);
}

static void
an_office_is_closed_because_of_its_best_slot_s_reason(void **state)
{
	struct country c;
	struct slot_summary sum;

	(void)state;
	country_make(&c);
	c.slot[1].closes_at = c.now; /* over */
	c.slot[2].holiday_id = c.slot[2].holiday_en = "Hari contoh";
	c.slot[3].closed_id = c.slot[3].closed_en = "Listrik padam";
	slot_sum(&c.list, &wita, PARTY, c.now, &sum);
	assert_int_equal(sum.state, SLOT_CLOSED);
	assert_string_equal(sum.reason_id, "Listrik padam");
	c.slot[3] = c.slot[2];
	slot_sum(&c.list, &wita, PARTY, c.now, &sum);
	assert_int_equal(sum.state, SLOT_HOLIDAY);
	assert_string_equal(sum.reason_en, "Hari contoh");
}

static void
an_office_without_slots_is_over_and_a_suspended_one_closed(void **state)
{
	const struct office none = {.id = 9, .offset = 420};
	const struct slot_list empty = {.count = 0};
	struct country c;
	struct slot_summary sum;

	(void)state;
	country_make(&c);
	slot_sum(&c.list, &none, PARTY, c.now, &sum);
	assert_int_equal(sum.state, SLOT_OVER);
	assert_int_equal(sum.left, 0);
	slot_sum(&c.list, &shut, PARTY, c.now, &sum);
	assert_int_equal(sum.state, SLOT_CLOSED);
	assert_string_equal(sum.reason_en, "Under repair");
	slot_sum(&empty, &wib, PARTY, c.now, &sum);
	assert_int_equal(sum.state, SLOT_OVER);
}

static void
the_first_and_last_office_of_a_list_are_found(void **state)
{
	struct country c;
	struct slot_summary sum;

	(void)state;
	country_make(&c);
	slot_sum(&c.list, &wib, PARTY, c.now, &sum);
	assert_int_equal(sum.left, 0); /* opens an hour after wita */
	assert_int_equal(sum.state, SLOT_EARLY);
	slot_sum(&c.list, &wit, PARTY, c.now, &sum);
	assert_int_equal(sum.left, 5);
}

static void
a_province_is_the_best_of_its_offices(void **state)
{
	struct slot_summary all = {.state = SLOT_OVER};
	const struct slot_summary full = {.state = SLOT_FULL},
				  early = {.state = SLOT_EARLY, .opens_at = 90},
				  sooner = {.state = SLOT_EARLY,
				      .opens_at = 50},
				  open = {.state = SLOT_OPEN, .left = 4};

	(void)state;
	slot_sum_add(&all, &full);
	assert_int_equal(all.state, SLOT_FULL);
	slot_sum_add(&all, &early);
	slot_sum_add(&all, &sooner);
	slot_sum_add(&all, &full);
	assert_int_equal(all.state, SLOT_EARLY);
	assert_int_equal(all.opens_at, 50);
	slot_sum_add(&all, &open);
	slot_sum_add(&all, &open);
	assert_int_equal(all.state, SLOT_OPEN);
	assert_int_equal(all.left, 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(is_open_with_places_for_all),
	    cmocka_unit_test(is_full_when_fewer_are_left_than_the_party),
	    cmocka_unit_test(opens_at_the_second_it_says),
	    cmocka_unit_test(is_over_at_the_second_booking_ends),
	    cmocka_unit_test(is_over_once_the_period_has_begun),
	    cmocka_unit_test(begins_an_hour_earlier_in_each_zone_eastward),
	    cmocka_unit_test(is_still_to_come_past_midnight_in_the_east),
	    cmocka_unit_test(
		a_suspended_office_closes_every_slot_with_its_reason),
	    cmocka_unit_test(a_holiday_is_named_before_the_slot_s_own_closure),
	    cmocka_unit_test(a_day_an_office_is_closed_is_no_holiday),
	    cmocka_unit_test(
		a_closed_slot_says_why_even_when_it_is_over_or_not_open_yet),
	    cmocka_unit_test(an_old_reason_does_not_stay),
	    cmocka_unit_test(
		an_office_is_open_with_all_that_its_open_slots_have_left),
	    cmocka_unit_test(an_office_that_is_full_now_says_when_more_opens),
	    cmocka_unit_test(
		an_office_is_closed_because_of_its_best_slot_s_reason),
	    cmocka_unit_test(
		an_office_without_slots_is_over_and_a_suspended_one_closed),
	    cmocka_unit_test(the_first_and_last_office_of_a_list_are_found),
	    cmocka_unit_test(a_province_is_the_best_of_its_offices),
	};

	return RUN("slot", tests);
}
