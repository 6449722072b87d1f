/* booking.c - the rules of booking_make, one a test, and a race of processes
 * for the same places.  Prints TAP; uses the data of tests/lib/world.sql. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/day.h"
#include "base/log.h"
#include "queue/seat/place.h"
#include "queue/seat/place_refresh.h"

#include "order.h"

#define SLOT_OVER 1 /* world.sql makes these three slots */
#define SLOT_FIVE 2
#define SLOT_ONE 3
#define SLOT_RACE 90 /* booking.t makes the others; races have ten places */
#define SLOT_RACE_FAMILIES 91
#define SLOT_RACE_MAP 94
#define SLOT_RACE_MAP_FAMILIES 95
#define SLOT_RACE_HOSTS 96
#define SLOT_RACE_HOSTS_FAMILIES 97
#define HOSTS 2
#define SLOT_GRACE 92    /* just over, at an office with an hour of grace */
#define SLOT_LOWERED 93  /* the first booking lowers its capacity to 0 */
#define SLOT_DEADLOCK 98 /* four places, as in SLOT_DEADLOCKS */
#define SLOT_DEADLOCKS 99
#define DAY 86400
#define PARTIES 200
#define RACERS 16

static int tests;

static void
result(bool good, const char *name)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++tests, name);
	fflush(stdout);
}

static enum err
make_at(struct booking *b, const struct booking_order *o, int64_t now)
{
	const struct actor by = order_actor(b, now);
	int at = -1;

	return booking_make(db, &arena, &by, o, b, &at);
}

static enum err
make(struct booking *b, const struct booking_order *o)
{
	return make_at(b, o, day_now());
}

static int
left(int64_t slot)
{
	int n = -1;

	must(place_left(NULL, db, &arena, slot, day_now(), &n), "left");
	return n;
}

static void
test_once(void)
{
	struct booking_order o;
	struct booking b = order_new(&o, SLOT_FIVE, 2), again = b, other = b;
	int64_t first;
	int before = left(SLOT_FIVE);

	result(make(&b, &o) == OK && b.id > 0 && left(SLOT_FIVE) == before - 2,
	    "a booking takes as many places as it has people");
	first = b.id;
	result(make(&again, &o) == OK && again.id == first &&
		   strcmp(again.code, b.code) == 0 &&
		   left(SLOT_FIVE) == before - 2,
	    "the same order again is the same booking");
	other.applicant[1].service_id = 2;
	result(make(&other, &o) == ERR_INPUT && other.id == first,
	    "its token with another form names the booking that stands");
	other = b;
	other.account_id = account_new();
	result(make(&other, &o) == ERR_FORBIDDEN,
	    "its token from another account is refused");
	other = b;
	result(booking_again(db, &arena, &other, &o) == OK && other.id == first,
	    "an order that came before is found");
	crypt_random(o.once, sizeof(o.once));
	result(booking_again(db, &arena, &other, &o) == ERR_MISSING,
	    "one that never came is not");
}

static void
test_nik(void)
{
	struct booking_order o1, o2;
	struct booking b1 = order_new(&o1, SLOT_FIVE, 1);
	struct booking b2 = order_new(&o2, SLOT_FIVE, 2);
	const struct actor by = order_actor(&b2, day_now());
	int at = -1;
	int before;

	must(make(&b1, &o1), "first");
	before = left(SLOT_FIVE);
	b2.applicant[1].person = b1.applicant[0].person;
	result(booking_make(db, &arena, &by, &o2, &b2, &at) == ERR_TWICE &&
		   at == 1 && left(SLOT_FIVE) == before,
	    "a NIK with a live booking is refused and takes no place");
	b2.applicant[1].person = b2.applicant[0].person;
	result(booking_make(db, &arena, &by, &o2, &b2, &at) == ERR_TWICE &&
		   at == 1,
	    "so is one NIK twice in a party");
}

/* How many lapses the audit records. */
static int64_t
lapses(void)
{
	static const struct db_query q = {.name = "test_lapses",
	    .sql = "SELECT COUNT(*) FROM audit WHERE actor = 'system'"
		   " AND act = 'applicant.lapse' AND office_id = 1",
	    .in = "",
	    .out = "i"};
	const struct db_value *row;

	must(db_one(db, &arena, &q, DB_NONE, &row), "lapses");
	return row[0].i;
}

/* A booking of yesterday blocks nothing, even if no job has lapsed it yet. */
static void
test_release(void)
{
	static const struct db_query come = {.name = "test_come",
	    .sql =
		"UPDATE applicant SET state = 'arrived' WHERE booking_id = ?",
	    .in = "i"};
	static const struct db_query come_not = {.name = "test_come_not",
	    .sql = "UPDATE applicant SET state = 'booked' WHERE booking_id = ?",
	    .in = "i"};
	struct booking_order o1, o2;
	struct booking b1 = order_new(&o1, SLOT_OVER, 2);
	struct booking b2 = order_new(&o2, SLOT_FIVE, 1);

	o1.live_per_account = 2;
	o2.live_per_account = 2;
	must(make_at(&b1, &o1, day_now() - DAY), "over");
	b2.account_id = b1.account_id;
	b2.applicant[0].person = b1.applicant[0].person;
	must(db_run(db, &come, DB_IN(db_int(b1.id)), NULL), "come");
	result(make(&b2, &o2) == ERR_TWICE && lapses() == 0,
	    "a person who has come is not lapsed, however late it is");
	must(db_run(db, &come_not, DB_IN(db_int(b1.id)), NULL), "come not");
	result(make(&b2, &o2) == OK,
	    "a NIK whose period is over books again with no job running");
	result(lapses() == 2, "and the audit has a line of each that lapsed");
}

/* The grace of SLOT_GRACE's office is an hour longer than the national one. */
static void
test_grace(void)
{
	struct booking_order o1, o2;
	struct booking b1 = order_new(&o1, SLOT_GRACE, 1);
	struct booking b2 = order_new(&o2, SLOT_FIVE, 1);
	struct booking *own;
	int count;

	must(make_at(&b1, &o1, day_now() - DAY), "grace");
	must(booking_of_account(db, &arena, b1.account_id, 20, &own, &count),
	    "own");
	result(count == 1 && own[0].id == b1.id && own[0].party == 1 &&
		   strcmp(own[0].code, b1.code) == 0 &&
		   own[0].over_at == day_instant(own[0].slot.day,
					 own[0].slot.end + 60,
					 own[0].office.offset) &&
		   own[0].office.id == 2 && own[0].slot.end == 580 &&
		   !booking_void(&own[0], day_now()) &&
		   booking_void(&own[0], day_now() + 41 * 60),
	    "an account's own are listed, with what their office waits");
	b2.applicant[0].person = b1.applicant[0].person;
	result(make(&b2, &o2) == ERR_TWICE,
	    "a booking lives as long as its own office waits for people");
}

static void
test_lowered(void)
{
	struct booking_order o;
	struct booking b = order_new(&o, SLOT_LOWERED, 2);

	result(make(&b, &o) == OK && left(SLOT_LOWERED) == 0,
	    "a place taken away meanwhile is chosen anew");
}

static enum err
make_shut(int64_t slot, int64_t now)
{
	struct booking_order o;
	struct booking b = order_new(&o, slot, 1);

	return make_at(&b, &o, now);
}

static void
test_shut(void)
{
	int64_t now = day_now();

	result(make_shut(5, now) == ERR_CLOSED && left(5) == 2,
	    "a closed slot takes no booking");
	result(make_shut(6, now) == ERR_CLOSED, "nor one on a holiday");
	result(make_shut(9, now) == ERR_CLOSED,
	    "nor one at an office that is suspended");
	result(make_shut(7, now) == ERR_CLOSED && left(7) == 3,
	    "nor one whose opening has not begun");
	result(
	    make_shut(SLOT_OVER, now) == ERR_CLOSED, "nor one that has begun");
	result(make_shut(SLOT_FIVE, now + 11 * DAY) == ERR_CLOSED,
	    "nor one whose opening has ended");
}

static void
test_limit(void)
{
	struct booking_order o1, o2;
	struct booking b1 = order_new(&o1, SLOT_ONE, 1);
	struct booking b2 = order_new(&o2, 8, 2);

	o1.live_per_account = o2.live_per_account = 2;
	b2.account_id = b1.account_id;
	must(make(&b1, &o1), "one");
	result(make(&b2, &o2) == ERR_LIMIT && left(8) == 3,
	    "an account has no more live applicants than its limit");
	o2.live_per_account = 3;
	result(make(&b2, &o2) == OK && left(8) == 1, "and as many as that");
}

static void
test_full(void)
{
	struct booking_order o;
	struct booking b = order_new(&o, 8, 2);

	result(make(&b, &o) == ERR_FULL && left(8) == 1,
	    "a party larger than what is left is refused and takes nothing");
	b.party = 1;
	result(make(&b, &o) == OK && left(8) == 0,
	    "a smaller one gets the last place");
}

static void
test_find(void)
{
	struct booking_order o;
	struct booking b = order_new(&o, 7, 2), found;
	const struct actor by = {.kind = ACTOR_CODE, .now = day_now()};
	int64_t id = 0;

	b.applicant[1].old_year = 2014;
	b.applicant[1].old_abroad = true;
	b.applicant[1].service_id = 2;
	must(make_at(&b, &o, day_now() + 7 * DAY), "find");
	result(booking_by_code(
		   db, &arena, &by, b.code, day_of(1990, 1, 1), &id) == OK &&
		   id == b.id,
	    "a code and a birth date find the booking");
	result(booking_by_code(db, &arena, &by, b.code, day_of(1990, 1, 2),
		   &id) == ERR_MISSING &&
		   booking_by_code(db, &arena, &by, "000000000",
		       day_of(1990, 1, 1), &id) == ERR_MISSING,
	    "a wrong pair and an unknown code are missing alike");
	must(booking_for_ticket(db, &arena, &by, b.id, &found), "by id");
	result(found.party == 2 && found.slot.start == 480 &&
		   strcmp(found.office.zone, "WIB") == 0 &&
		   strcmp(found.applicant[1].service, "habis") == 0 &&
		   found.applicant[1].old_year == 2014 &&
		   found.applicant[1].old_abroad &&
		   !booking_void(&found, day_now()),
	    "it comes back as it was made");
}

/* The hosts of a race: each has its own seat map and a worker that refreshes it
 * without a pause. */
static struct {
	const char *run_dir;
	pid_t worker;
} host[HOSTS];

static void
host_refresh(int i, struct db *with)
{
	struct place_refresh *r = place_refresh_open(&arena, host[i].run_dir);
	struct place_round round;

	do
		must(place_refresh_all(r, with, day_now(), 1, &round), "map");
	while (with != db);
}

static void
hosts_make(int hosts)
{
	for (int i = 0; i < hosts; i++) {
		const char *folder;

		host[i].run_dir =
		    arena_printf(&arena, "%s-%d", conf.run_dir, i);
		folder = arena_printf(&arena, "%s/map", host[i].run_dir);
		if ((mkdir(host[i].run_dir, 0700) != 0 && errno != EEXIST) ||
		    (mkdir(folder, 0700) != 0 && errno != EEXIST))
			must(ERR_FAULT, "run_dir");
		host_refresh(i, db);
	}
}

static void
hosts_start(int hosts)
{
	hosts_make(hosts);
	db_close(db);
	for (int i = 0; i < hosts; i++) {
		host[i].worker = fork();
		if (host[i].worker == 0)
			host_refresh(i, db_new(&arena, &conf));
	}
}

static void
hosts_end(int hosts)
{
	for (int i = 0; i < hosts; i++) {
		kill(host[i].worker, SIGKILL);
		waitpid(host[i].worker, NULL, 0);
	}
}

/* True if each host's map shows N places of SLOT within the time limit. */
static bool
hosts_say(int hosts, int64_t slot, int n)
{
	bool good = true;

	for (int i = 0; i < hosts; i++) {
		struct place_map *map = place_map_open(&arena, host[i].run_dir);

		host_refresh(i, db);
		good = good && place_map_trusted(map) &&
		       place_known(map, slot) == n;
	}
	return good;
}

/* Books through WITH.  Then host 0's map shows *MISSING fewer free places. */
static enum err
make_with(struct db *with, int64_t slot, int n, int *missing)
{
	struct booking_order o;
	struct booking b = order_new(&o, slot, n);
	const struct actor by = order_actor(&b, day_now());
	int at = -1, before;
	enum err e;

	hosts_make(1);
	o.places = place_map_open(&arena, host[0].run_dir);
	if (!place_map_trusted(o.places))
		must(ERR_FAULT, "map");
	before = place_known(o.places, slot);
	e = booking_make(with, &arena, &by, &o, &b, &at);
	*missing = before - place_known(o.places, slot);
	return e;
}

static void
test_give_back(void)
{
	struct conf nowhere = conf;
	int missing = -1;
	enum err e;

	nowhere.db_socket = "/nowhere";
	e = make_with(db_new(&arena, &nowhere), SLOT_RACE, 3, &missing);
	result(e == ERR_BUSY && missing == 0,
	    "without a database no place stays claimed in the map");
}

/* A trigger of booking.t ends the first two attempts to book SLOT_DEADLOCK, and
 * all attempts to book SLOT_DEADLOCKS, with a deadlock. */
static void
test_deadlock(void)
{
	int missing = -1;
	enum err e = make_with(db, SLOT_DEADLOCK, 2, &missing);

	result(e == OK && missing == 2 && left(SLOT_DEADLOCK) == 2,
	    "a booking repeated after deadlocks takes its places once");
	e = make_with(db, SLOT_DEADLOCKS, 3, &missing);
	result(e == ERR_BUSY && missing == 0 && left(SLOT_DEADLOCKS) == 4,
	    "one that is given up leaves no place claimed in the map");
}

/* Books the parties of this racing process that belong to host FROM (-1: a host
 * without a map).  The parent process has prepared the orders. */
static void
race(struct booking *b, struct booking_order *o, int n, int from)
{
	struct place_map *map =
	    from < 0 ? NULL : place_map_open(&arena, host[from].run_dir);
	int status = 0;

	db = db_new(&arena, &conf);
	for (int i = 0; i < n; i++) {
		enum err e;

		o[i].places = map;
		do
			e = make(&b[i], &o[i]);
		while (e == ERR_BUSY);
		if (e != OK && e != ERR_FULL)
			status = 1;
	}
	_exit(status);
}

/* PARTIES parties of LOW..HIGH people book ten places at the same time, on
 * HOSTS hosts; 0 means one host without a map. */
static void
run_race(int64_t slot, int low, int high, int hosts, const char *name)
{
	static struct booking b[PARTIES];
	static struct booking_order o[PARTIES];
	const int each = PARTIES / RACERS + 1;
	pid_t pid[RACERS];
	bool good = true;
	int n;

	for (int i = 0; i < PARTIES; i++) {
		n = low + i % (high - low + 1);
		b[i] = order_new(&o[i], slot, n);
	}
	hosts_start(hosts);
	for (int i = 0; i < RACERS; i++) {
		int first = i * each;

		n = first + each > PARTIES ? PARTIES - first : each;
		pid[i] = fork();
		if (pid[i] == 0)
			race(b + first, o + first, n,
			    hosts == 0 ? -1 : i % hosts);
	}
	for (int i = 0; i < RACERS; i++) {
		int status;

		waitpid(pid[i], &status, 0);
		good = good && status == 0;
	}
	hosts_end(hosts);
	/* Each refused party has at least LOW people, so fewer than LOW places
	 * are left. */
	n = left(slot);
	printf("# left %d\n", n);
	result(good && n >= 0 && n < low && hosts_say(hosts, slot, n), name);
}

int
main(void)
{
	log_open("booking-test", LOG_WARN);
	order_start();
	test_once();
	test_nik();
	test_shut();
	test_release();
	test_grace();
	test_lowered();
	test_limit();
	test_full();
	test_find();
	test_give_back();
	test_deadlock();
	run_race(
	    SLOT_RACE, 1, 1, 0, "200 single people never oversell ten places");
	run_race(SLOT_RACE_FAMILIES, 2, 5, 0,
	    "nor do families, and none is refused a place it could have");
	run_race(SLOT_RACE_MAP, 1, 1, 1, "nor single people by a seat map");
	run_race(SLOT_RACE_MAP_FAMILIES, 2, 5, 1, "nor families by a seat map");
	run_race(SLOT_RACE_HOSTS, 1, 1, HOSTS,
	    "nor single people by the maps of two hosts");
	run_race(SLOT_RACE_HOSTS_FAMILIES, 2, 5, HOSTS,
	    "nor families by the maps of two hosts");
	printf("1..%d\n", tests);
	return 0;
}
