/* scope.c - a member of staff of one office tries every function of lib/queue
 * on data of another office.  scope.t checks that no function is left out.
 * Prints TAP; uses the data of tests/lib/world.sql. */
#include <stdio.h>

#include "base/day.h"
#include "base/log.h"
#include "queue/desk/roster.h"
#include "queue/office/opening.h"
#include "queue/office/quota.h"
#include "queue/office/region.h"
#include "queue/people/staff.h"

#include "order.h"

#define OWN 2 /* the office of the officer who tries */
#define OTHER 1
#define OWN_SLOT 8 /* in world.sql */
#define OTHER_SLOT 2
#define OTHER_DAY (day_of(2026, 12, 14))

static struct {
	struct actor by;      /* an officer of OWN */
	struct actor anybody; /* a member of staff who belongs to no office */
	int tests;
	bool bad;
} t;

static void
result(bool good, const char *name)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++t.tests, name);
	t.bad |= !good;
	fflush(stdout);
}

/* The number of rows of a table. */
enum table {
	AUDIT,
	BOOKING,
	QUOTA,
	STAFF,
};
#define ROWS(table)                                                            \
	{                                                                      \
		.name = "rows_" table, .sql = "SELECT COUNT(*) FROM " table,   \
		.in = "", .out = "i"                                           \
	}
static const struct db_query count[] = {
    [AUDIT] = ROWS("audit"),
    [BOOKING] = ROWS("booking"),
    [QUOTA] = ROWS("quota"),
    [STAFF] = ROWS("staff"),
};

static int64_t
rows(enum table table)
{
	const struct db_value *row;

	must(db_one(db, &arena, &count[table], DB_NONE, &row), "rows");
	return row[0].i;
}

static void
test_booking(void)
{
	struct booking_order o;
	struct booking b = order_new(&o, OTHER_SLOT, 1);
	int64_t before = rows(BOOKING);
	int at;

	result(booking_make(db, &arena, &t.by, &o, &b, &at) == ERR_MISSING,
	    "no booking is made at another office");
	o.office_id = OWN;
	result(booking_make(db, &arena, &t.by, &o, &b, &at) == ERR_CLOSED &&
		   rows(BOOKING) == before,
	    "nor in a period of it that is said to be of one's own");
	b = order_new(&o, OWN_SLOT, 1);
	result(booking_make(db, &arena, &t.by, &o, &b, &at) == OK,
	    "but one is at one's own");
}

static void
test_reading(void)
{
	struct booking_order o;
	struct booking b = order_new(&o, OTHER_SLOT, 1), seen;
	int32_t birth = b.applicant[0].person.birth;
	int64_t id, before;
	int at;

	must(booking_make(db, &arena, &t.anybody, &o, &b, &at), "booking");
	before = rows(AUDIT);
	result(booking_by_code(db, &arena, &t.by, b.code, birth, &id) ==
		       ERR_MISSING &&
		   booking_for_ticket(db, &arena, &t.by, b.id, &seen) ==
		       ERR_MISSING &&
		   booking_for_proof(db, &arena, &t.by, b.id, &seen) ==
		       ERR_MISSING &&
		   rows(AUDIT) == before,
	    "a booking of another office is not seen");
	result(
	    booking_by_code(db, &arena, &t.anybody, b.code, birth, &id) == OK &&
		booking_for_ticket(db, &arena, &t.anybody, id, &seen) == OK &&
		booking_for_proof(db, &arena, &t.anybody, id, &seen) == OK &&
		rows(AUDIT) == before + 2,
	    "but is by whom no office holds, and the audit has two lines");
}

static void
test_void(void)
{
	struct booking_order o;
	struct booking b = order_new(&o, OTHER_SLOT, 1), seen;
	struct actor late = t.anybody;
	int64_t before;
	int at;

	must(booking_make(db, &arena, &t.anybody, &o, &b, &at), "booking");
	late.now += 30 * 86400;
	before = rows(AUDIT);
	result(
	    booking_for_proof(db, &arena, &late, b.id, &seen) == ERR_LAPSED &&
		rows(AUDIT) == before,
	    "what is void has no proof, and nobody has read one");
	result(booking_for_ticket(db, &arena, &late, b.id, &seen) == OK &&
		   booking_void(&seen, late.now),
	    "but has a ticket");
}

static void
test_roster(void)
{
	struct roster_wish wish = {.office_id = OTHER,
	    .day = OTHER_DAY,
	    .lane = LANE_ONLINE,
	    .start = ROSTER_ALL};
	struct roster_range range = {.office_id = OTHER,
	    .first = OTHER_DAY,
	    .last = OTHER_DAY,
	    .lane = LANE_ONLINE};
	struct roster_entry *entry;
	struct roster_period *period;
	int64_t before = rows(AUDIT);
	int n;

	result(
	    roster_find(db, &arena, &t.by, &wish, &entry, &n) == ERR_MISSING &&
		roster_periods(db, &arena, &t.by, &range, &period, &n) ==
		    ERR_MISSING &&
		rows(AUDIT) == before,
	    "another office's roster is not seen");
	wish.office_id = range.office_id = OWN;
	result(
	    roster_find(db, &arena, &t.by, &wish, &entry, &n) == OK && n == 1 &&
		roster_periods(db, &arena, &t.by, &range, &period, &n) == OK &&
		n == 1 && rows(AUDIT) == before + 1,
	    "one's own is, and the audit has a line of its people");
}

static void
test_quota(void)
{
	const struct quota q = {1, 480, 600, 7};
	struct quota_week week[] = {{OWN, &q, 1}, {OTHER, &q, 1}};
	struct opening o = {.office_id = OTHER,
	    .first = day_of(2026, 12, 28),
	    .last = day_of(2026, 12, 30),
	    .opens_at = t.by.now,
	    .closes_at = t.by.now + 86400,
	    .unconfirmed = true};
	struct opening_made made;
	struct quota *list;
	int64_t before = rows(QUOTA);
	int n;

	result(quota_import(db, &t.by, week, 2) == ERR_MISSING &&
		   rows(QUOTA) == before,
	    "another office's week is not set, nor what comes with it");
	result(
	    quota_import(db, &t.by, week, 1) == OK && rows(QUOTA) == before + 1,
	    "one's own is");
	result(quota_list(db, &arena, &t.by, OTHER, &list, &n) == ERR_MISSING &&
		   quota_list(db, &arena, &t.by, OWN, &list, &n) == OK &&
		   n == 1,
	    "only one's own is seen");
	week[1].office_id = OTHER;
	must(quota_import(db, &t.anybody, &week[1], 1), "quota");
	result(opening_make(db, &arena, &t.by, &o, &made) == ERR_MISSING,
	    "another office opens nothing");
	o.office_id = OWN;
	o.closes_at = o.opens_at + OPENING_LONGEST + 1;
	result(opening_make(db, &arena, &t.by, &o, &made) == ERR_INPUT,
	    "no opening is longer than a snapshot looks back");
	o.closes_at = o.opens_at + OPENING_LONGEST;
	result(
	    opening_make(db, &arena, &t.by, &o, &made) == OK && made.slots == 1,
	    "one's own does");
}

static void
test_staff(void)
{
	struct staff s = {.login = "lain",
	    .name = "Lain",
	    .role = STAFF_OFFICER,
	    .office_id = OTHER,
	    .password = "x"};
	struct staff found;
	int64_t before = rows(STAFF);

	result(staff_add(db, &t.by, &s) == ERR_MISSING && rows(STAFF) == before,
	    "nobody joins another office");
	must(staff_add(db, &t.anybody, &s), "staff");
	result(staff_disable(db, &arena, &t.by, "lain") == ERR_MISSING &&
		   staff_by_login(db, &arena, "lain", &found) == OK &&
		   found.disabled_at == 0,
	    "nobody of another office is disabled");
	s.login = "sendiri";
	s.office_id = OWN;
	result(staff_add(db, &t.by, &s) == OK &&
		   staff_disable(db, &arena, &t.by, "sendiri") == OK,
	    "but of one's own");
	s.login = "pusat";
	s.role = STAFF_NATIONAL;
	s.office_id = 0;
	result(staff_add(db, &t.by, &s) == ERR_MISSING,
	    "nor does an office add whom no office holds");
}

static void
test_national(void)
{
	struct office o;
	struct region r = {.code = "99", .name = "Contoh"};
	const struct closed_day day = {.day = OTHER_DAY,
	    .office_id = OWN,
	    .kind = CLOSED_DAY_CLOSURE,
	    .name_id = "Pindah",
	    .name_en = "Moving",
	    .status = CLOSED_DAY_DECREED};
	int64_t before = rows(AUDIT);
	int n;

	must(office_by_id(db, &arena, OWN, &o), "office");
	result(office_import(db, &arena, &t.by, &o, 1, &n) == ERR_FORBIDDEN &&
		   region_import(db, &t.by, &r, 1) == ERR_FORBIDDEN &&
		   closed_day_import(db, &t.by, &day, 1, &n) == ERR_FORBIDDEN &&
		   booking_lapse(db, &arena, &t.by, OTHER_DAY, OTHER_DAY, &n) ==
		       ERR_FORBIDDEN &&
		   rows(AUDIT) == before,
	    "no office does what is for the country");
}

int
main(void)
{
	log_open("scope", LOG_INFO);
	order_start();
	t.anybody = (struct actor){.now = day_now()};
	t.by = (struct actor){.kind = ACTOR_STAFF,
	    .id = 1,
	    .office_id = OWN,
	    .now = t.anybody.now};
	test_booking();
	test_reading();
	test_void();
	test_roster();
	test_quota();
	test_staff();
	test_national();
	printf("1..%d\n", t.tests);
	return t.bad;
}
