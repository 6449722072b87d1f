/* import_quota.c - imports the week template of each class of office.
 *
 * If a class is in the file, all offices of that class get the template of the
 * class in place of their own.  Offices of other classes keep their templates.
 */
#include <stdlib.h>
#include <string.h>

#include "tool/import.h"

#include "queue/office/office.h"
#include "queue/office/quota.h"

#define WEEK_MAX 200 /* most periods in the week of a class */

enum {
	CLASS,
	WEEKDAY,
	START,
	END,
	PLACES,
};

static const struct table_column columns[] = {
    [CLASS] = {"kelas", 30, false},
    [WEEKDAY] = {"hari", 1, true},
    [START] = {"mulai", 5, true},
    [END] = {"selesai", 5, true},
    [PLACES] = {"kuota", 4, true},
};

struct row {
	const char *class;
	struct quota quota;
};

/* Reads minutes after midnight ("480") or a time of day ("08.00", "08:00"). */
static bool
read_minute(const char *s, int *minute)
{
	size_t n = strlen(s);
	long h, m;

	if (table_digits(s, 1, 4)) {
		*minute = (int)strtol(s, NULL, 10);
		return *minute <= 1440;
	}
	if (n != 5 || strspn(s, "0123456789.:") != n ||
	    (s[2] != '.' && s[2] != ':'))
		return false;
	h = strtol(s, NULL, 10);
	m = strtol(s + 3, NULL, 10);
	*minute = (int)(h * 60 + m);
	return m < 60 && *minute <= 1440 && table_digits(s + 3, 2, 2);
}

static enum err
read_row(struct import *im, void *out)
{
	const char *const *cell = im->table.cell;
	struct row *row = out;
	struct quota *q = &row->quota;

	row->class = cell[CLASS];
	if (!table_digits(cell[WEEKDAY], 1, 1))
		return table_bad(&im->table, WEEKDAY);
	if (!table_digits(cell[PLACES], 1, 4))
		return table_bad(&im->table, PLACES);
	if (!read_minute(cell[START], &q->start))
		return table_bad(&im->table, START);
	if (!read_minute(cell[END], &q->end))
		return table_bad(&im->table, END);
	q->weekday = cell[WEEKDAY][0] - '0';
	q->places = (int)strtol(cell[PLACES], NULL, 10);
	return OK;
}

/* The week template of CLASS; empty if the file has no row of that class. */
static enum err
week_of(const struct import *im, const char *class, struct quota_week *week)
{
	struct quota *list =
	    ARENA_ARRAY(im->tool->arena, struct quota, WEEK_MAX);
	const struct row *row = im->rows;
	int line[WEEK_MAX], n = 0, at;

	for (int i = 0; i < im->count; i++) {
		if (strcmp(row[i].class, class) != 0)
			continue;
		if (n == WEEK_MAX) {
			stderr_say(im->table.path, im->line[i],
			    "more than %d periods of a class", WEEK_MAX);
			return ERR_INPUT;
		}
		list[n] = row[i].quota;
		line[n++] = im->line[i];
	}
	week->list = list;
	week->count = n;
	if (quota_judge(list, n, &at) == OK)
		return OK;
	stderr_say(im->table.path, line[at],
	    "this period is impossible, or overlaps another one");
	return ERR_INPUT;
}

static enum err
store(struct import *im)
{
	struct tool *t = im->tool;
	struct quota_week *week;
	struct office *office;
	int offices;
	enum err e = office_list(t->db, t->arena, "", &office, &offices);

	if (e != OK)
		return e;
	week = ARENA_ARRAY(t->arena, struct quota_week, (size_t)offices);
	for (int i = 0; e == OK && i < offices; i++) {
		struct quota_week *w = &week[im->changed];

		w->office_id = office[i].id;
		e = week_of(im, office[i].class, w);
		im->changed += w->count > 0;
	}
	if (e == OK)
		e = quota_import(t->db, &t->by, week, im->changed);
	if (e == OK && im->changed == 0 && im->count > 0)
		stderr_say(im->table.path, im->table.line,
		    "no office is of any of these classes");
	return e;
}

const struct import_kind import_quotas = {
    .name = "quotas",
    .column = columns,
    .columns = sizeof(columns) / sizeof(columns[0]),
    .size = sizeof(struct row),
    .read = read_row,
    .store = store,
};
