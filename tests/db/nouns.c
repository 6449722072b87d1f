/* nouns.c - lib/queue reads and writes what administrators decide: offices,
 * openings, staff and the like.  Uses the data of world.sql; ANTREAN_CONF names
 * the settings. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/day.h"
#include "base/log.h"
#include "queue/office/closed_day.h"
#include "queue/office/office.h"
#include "queue/office/parameter.h"
#include "queue/office/quota.h"
#include "queue/office/region.h"
#include "queue/people/staff.h"

static struct {
	struct arena a;
	struct db *db;
	struct actor by;
	int tested;
	bool bad;
} t;

static void
check(bool good, const char *name)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++t.tested, name);
	t.bad |= !good;
}

static void
parameters(void)
{
	int value = -1;

	check(parameter_get(t.db, &t.a, 2, PARAMETER_ARRIVE_BEFORE, &value) ==
		      OK &&
		  value == 45,
	    "an office's own value of a rule");
	check(parameter_get(t.db, &t.a, 1, PARAMETER_ARRIVE_BEFORE, &value) ==
		      OK &&
		  value == 30,
	    "the national one where it has none");
	check(parameter_get(t.db, &t.a, 0, PARAMETER_PARTY, &value) == OK &&
		  value == 5,
	    "the national one when no office is asked for");
	check(parameter_get(t.db, &t.a, 1, PARAMETER_TAKEN_ADDRESS, &value) ==
		      ERR_FAULT &&
		  value == 5,
	    "a rule there is not is a fault");
}

static void
regions(void)
{
	const struct region old = {.code = "990101", .name = "Contoh"};
	bool known = true;

	check(region_known(t.db, &t.a, "990101", &known) == OK && !known,
	    "an unknown district");
	check(region_import(t.db, &t.by, &old, 1) == OK &&
		  region_known(t.db, &t.a, "990101", &known) == OK && known,
	    "a retired one is known");
	check(region_known(t.db, &t.a, "9901", &known) == OK && !known,
	    "which does not make its regency known");
}

static void
offices(void)
{
	struct office o, again, *list;
	int count = 0;
	int added = -1;

	check(office_by_code(t.db, &t.a, "nowhere", &o) == ERR_MISSING,
	    "no such office");
	check(office_by_code(t.db, &t.a, "jayapura", &o) == OK &&
		  o.offset == 540 && !o.located && o.suspended_id == NULL,
	    "an office by its code");
	o.located = true;
	o.latitude = -2.533333;
	o.longitude = 140.716667;
	check(office_import(t.db, &t.a, &t.by, &o, 1, &added) == OK &&
		  added == 0 && office_by_id(t.db, &t.a, o.id, &again) == OK &&
		  again.located && fabs(again.latitude - o.latitude) < 1e-9 &&
		  fabs(again.longitude - o.longitude) < 1e-9,
	    "its place is kept to the sixth digit");
	o.code = "contoh";
	o.short_name = "Contoh";
	check(office_import(t.db, &t.a, &t.by, &o, 1, &added) == OK &&
		  added == 1 && o.id != again.id,
	    "another code makes another office");
	check(office_list(t.db, &t.a, "91", &list, &count) == OK &&
		  count == 2 && strcmp(list[0].code, "contoh") == 0,
	    "the offices of a province, by name");
	check(office_list(t.db, &t.a, "99", &list, &count) == OK && count == 0,
	    "none of a province without");
}

static enum err
days_set(const struct closed_day *list, int count, int *at)
{
	return closed_day_import(t.db, &t.by, list, count, at);
}

static void
closed_days(void)
{
	int32_t day = day_of(2026, 12, 16);
	struct closed_day *list, days[] = {{.day = day,
					       .kind = CLOSED_DAY_HOLIDAY,
					       .name_id = "a",
					       .name_en = "a",
					       .status = CLOSED_DAY_PREDICTED},
				     {.day = day,
					 .office_id = 1,
					 .kind = CLOSED_DAY_CLOSURE,
					 .name_id = "Pindah",
					 .name_en = "Moving",
					 .status = CLOSED_DAY_DECREED}};
	bool decreed = true;
	int count = 0, at = -1;

	check(days_set(days, 2, &at) == OK &&
		  days_set(&days[1], 1, &at) == ERR_TWICE && at == 0,
	    "a closure is there once");
	days[1].office_id = 999;
	check(days_set(&days[1], 1, &at) == ERR_MISSING,
	    "and of an office there is");
	check(closed_day_list(t.db, &t.a, 1, day, day, &list, &count) == OK &&
		  count == 2 && list[0].kind == CLOSED_DAY_HOLIDAY,
	    "an office has the holidays of all and its own closures");
	check(closed_day_list(t.db, &t.a, 2, day, day, &list, &count) == OK &&
		  count == 1 && list[0].office_id == 0,
	    "and not those of another");
	check(closed_day_decreed(t.db, &t.a, 2026, &decreed) == OK && !decreed,
	    "a closure by an office is no decree");
	days[0].day++;
	days[0].status = CLOSED_DAY_DECREED;
	check(
	    days_set(days, 1, &at) == OK &&
		closed_day_list(t.db, &t.a, 1, day, day, &list, &count) == OK &&
		count == 1 && list[0].office_id == 1,
	    "a new list replaces its year's holidays and leaves closures");
	check(closed_day_decreed(t.db, &t.a, 2026, &decreed) == OK && decreed,
	    "and is a decree");
	days[1] = days[0];
	check(days_set(days, 2, &at) == ERR_TWICE && at == 1 &&
		  closed_day_decreed(t.db, &t.a, 2026, &decreed) == OK &&
		  decreed,
	    "a list with a day twice changes nothing");
}

static enum err
quota_set(const struct quota *list, int count)
{
	return quota_import(
	    t.db, &t.by, &(const struct quota_week){1, list, count}, 1);
}

static void
quotas(void)
{
	const struct quota week[] = {{1, 480, 600, 7}, {2, 480, 600, 8}};
	const struct quota twice[] = {{3, 480, 600, 7}, {3, 599, 700, 8}};
	const struct quota many[] = {{3, 480, 600, QUOTA_PLACES_MAX + 1}};
	struct quota *list;
	int count = 0, at = -1;

	check(quota_set(week, 2) == OK && quota_set(&week[1], 1) == OK &&
		  quota_list(t.db, &t.a, &t.by, 1, &list, &count) == OK &&
		  count == 1 && list[0].places == 8,
	    "a template replaces the one before");
	check(quota_judge(twice, 2, &at) == ERR_INPUT && at == 1 &&
		  quota_set(twice, 2) == ERR_INPUT,
	    "periods that overlap are refused");
	check(quota_judge(many, 1, &at) == ERR_INPUT && at == 0 &&
		  quota_set(many, 1) == ERR_INPUT,
	    "and more places than can be counted");
	check(
	    quota_list(t.db, &t.a, &t.by, 1, &list, &count) == OK && count == 1,
	    "and change nothing");
}

static void
people(void)
{
	struct staff s = {.login = "petugas",
	    .name = "Petugas",
	    .role = STAFF_OFFICER,
	    .office_id = 1,
	    .password = "x"};
	struct staff found;

	check(staff_add(t.db, &t.by, &s) == OK && s.id > 0 &&
		  staff_by_login(t.db, &t.a, "petugas", &found) == OK &&
		  found.id == s.id && found.disabled_at == 0,
	    "staff are found by login");
	check(staff_by_login(t.db, &t.a, "PETUGAS", &found) == ERR_MISSING,
	    "whose letters matter");
	check(staff_disable(t.db, &t.a, &t.by, "petugas") == OK &&
		  staff_by_login(t.db, &t.a, "petugas", &found) == OK &&
		  found.disabled_at == t.by.now,
	    "disabled from an instant on");
	s.login = "lain";
	s.office_id = 999;
	check(staff_add(t.db, &t.by, &s) == ERR_MISSING,
	    "nobody is of an office there is not");
}

int
main(void)
{
	struct conf conf;

	log_open("nouns", LOG_INFO);
	arena_init(&t.a, 65536);
	if (conf_load(&conf, NULL) != OK)
		return 1;
	t.db = db_new(&t.a, &conf);
	t.by.now = 2000;
	parameters();
	regions();
	offices();
	closed_days();
	quotas();
	people();
	arena_free(&t.a);
	conf_free(&conf);
	printf("1..%d\n", t.tested);
	return t.bad;
}
