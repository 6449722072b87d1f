/* open.c - antrean open: opens days of one office or of all for booking. */
#include <getopt.h>
#include <string.h>

#include "tool/tool.h"

#include "base/day.h"
#include "queue/office/office.h"
#include "queue/office/opening.h"

/* The options.  Days and minutes are in the local time of each office. */
struct order {
	int32_t first, last;
	int32_t opens_day, closes_day;
	int opens_minute, closes_minute;
	const char *office; /* code of the office; NULL for all offices */
	bool unconfirmed;
};

/* Reads "YYYY-MM-DD HH:MM". */
static bool
read_time(const char *s, int32_t *day, int *minute)
{
	char head[11];
	int h, m;

	if (strlen(s) != 16 || s[10] != ' ' || s[13] != ':' ||
	    strspn(s + 11, "0123456789:") != 5)
		return false;
	memcpy(head, s, 10);
	head[10] = '\0';
	h = (s[11] - '0') * 10 + (s[12] - '0');
	m = (s[14] - '0') * 10 + (s[15] - '0');
	*minute = h * 60 + m;
	return s[11] != ':' && s[12] != ':' && s[14] != ':' && s[15] != ':' &&
	       h < 24 && m < 60 && day_parse(head, day);
}

static bool
order_option(struct order *o, int letter, const char *value)
{
	switch (letter) {
	case 'f':
		return day_parse(value, &o->first);
	case 't':
		return day_parse(value, &o->last);
	case 'p':
		return read_time(value, &o->opens_day, &o->opens_minute);
	case 'c':
		return read_time(value, &o->closes_day, &o->closes_minute);
	case 'o':
		o->office = value;
		return true;
	case 'u':
		o->unconfirmed = true;
		return true;
	default:
		return false;
	}
}

static bool
order_read(struct order *o, int argc, char **argv)
{
	static const struct option options[] = {
	    {"from", required_argument, NULL, 'f'},
	    {"to", required_argument, NULL, 't'},
	    {"opens", required_argument, NULL, 'p'},
	    {"closes", required_argument, NULL, 'c'},
	    {"office", required_argument, NULL, 'o'},
	    {"unconfirmed-year", no_argument, NULL, 'u'},
	    {NULL, 0, NULL, 0},
	};
	int c, at = 0;

	*o = (struct order){.first = DAY_NONE,
	    .last = DAY_NONE,
	    .opens_day = DAY_NONE,
	    .closes_day = DAY_NONE};
	while ((c = getopt_long(argc, argv, "", options, &at)) != -1) {
		if (c == '?')
			return false;
		if (!order_option(o, c, optarg)) {
			stderr_say(NULL, 0, "--%s cannot be '%s'",
			    options[at].name, optarg);
			return false;
		}
	}
	return optind == argc && o->first != DAY_NONE && o->last != DAY_NONE &&
	       o->opens_day != DAY_NONE && o->closes_day != DAY_NONE;
}

static enum err
open_office(struct tool *t, const struct order *o, const struct office *office,
    struct opening_made *sum)
{
	const struct opening opening = {
	    .office_id = office->id,
	    .first = o->first,
	    .last = o->last,
	    .opens_at =
		day_instant(o->opens_day, o->opens_minute, office->offset),
	    .closes_at =
		day_instant(o->closes_day, o->closes_minute, office->offset),
	    .unconfirmed = o->unconfirmed,
	};
	struct opening_made m;
	enum err e = opening_make(t->db, t->arena, &t->by, &opening, &m);

	if (e != OK)
		return e;
	sum->days += m.days;
	sum->closed += m.closed;
	sum->unsure += m.unsure;
	sum->kept += m.kept;
	sum->slots += m.slots;
	sum->places += m.places;
	if (m.slots + m.kept + m.closed == 0)
		stderr_say(NULL, 0,
		    "%s has no periods on these days: import quotas first",
		    office->code);
	return OK;
}

static int
open_failed(const struct office *office, enum err e)
{
	if (e == ERR_EARLY)
		stderr_say(NULL, 0,
		    "no holiday of that year is 'resmi' yet: import the "
		    "decree, or say --unconfirmed-year");
	else if (e == ERR_INPUT)
		stderr_say(NULL, 0,
		    "from 1 to %d days, and the opening at most %d days "
		    "before the closing",
		    OPENING_DAYS_MAX, OPENING_LONGEST / 86400);
	else
		return tool_failed(office->code, e);
	return TOOL_FAILED;
}

static enum err
offices_find(struct tool *t, const char *code, struct office **list, int *n)
{
	if (code == NULL)
		return office_list(t->db, t->arena, "", list, n);
	*list = ARENA_NEW(t->arena, struct office);
	*n = 1;
	return office_by_code(t->db, t->arena, code, *list);
}

int
tool_open(struct tool *t, int argc, char **argv)
{
	struct opening_made sum = {0};
	struct office *office;
	struct order o;
	int offices;
	enum err e;

	if (!order_read(&o, argc, argv))
		return TOOL_USAGE;
	e = offices_find(t, o.office, &office, &offices);
	if (e == ERR_MISSING) {
		stderr_say(NULL, 0, "there is no office '%s'", o.office);
		return TOOL_FAILED;
	}
	if (e != OK)
		return tool_failed("offices", e);
	for (int i = 0; i < offices; i++) {
		e = open_office(t, &o, &office[i], &sum);
		if (e != OK)
			return open_failed(&office[i], e);
	}
	printf("offices: %d\ndays: %d\nslots: %d\nplaces: %lld\n"
	       "closed: %d\nkept: %d\n",
	    offices, sum.days, sum.slots, (long long)sum.places, sum.closed,
	    sum.kept);
	if (sum.unsure > 0)
		stderr_say(NULL, 0,
		    "%d days are next to a predicted holiday whose date may "
		    "still move",
		    sum.unsure);
	return TOOL_DONE;
}
