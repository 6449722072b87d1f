/* import_quota.c - the week template of each class, to the offices of it.
 *
 * Offices of a class the file has lose the template they had; those of other
 * classes keep theirs.
 */
#include <stdlib.h>
#include <string.h>

#include "antrean/import.h"

#include "queue/office/office.h"
#include "queue/office/quota.h"

#define ROWS_MAX 2000 /* of the file */
#define WEEK_MAX 200  /* of one class */

enum {
	CLASS,
	WEEKDAY,
	START,
	END,
	PLACES,
};

const struct table_column import_quota_columns[IMPORT_QUOTA_COLUMNS] = {
    [CLASS] = {"kelas", 30, false},
    [WEEKDAY] = {"hari", 1, true},
    [START] = {"mulai", 5, true},
    [END] = {"selesai", 5, true},
    [PLACES] = {"kuota", 4, true},
};

struct import_quotas {
	int count;
	struct {
		const char *class;
		int line;
		struct quota quota;
	} row[ROWS_MAX];
};

/* Minutes after midnight, or a time as 08.00 or 08:00. */
static bool
read_minute(const char *s, int *minute)
{
	size_t n = strlen(s);
	long h, m;

	if (import_digits(s, 1, 4)) {
		*minute = (int)strtol(s, NULL, 10);
		return *minute <= 1440;
	}
	if (n != 5 || strspn(s, "0123456789.:") != n ||
	    (s[2] != '.' && s[2] != ':'))
		return false;
	h = strtol(s, NULL, 10);
	m = strtol(s + 3, NULL, 10);
	*minute = (int)(h * 60 + m);
	return m < 60 && *minute <= 1440 && import_digits(s + 3, 2, 2);
}

/* Only reads: the templates are written when all rows are known. */
enum err
import_quota(struct import *im)
{
	const char *const *cell = im->table.cell;
	struct import_quotas *all = im->quotas;
	struct quota q;

	if (all == NULL)
		all = im->quotas =
		    ARENA_NEW(im->tool->arena, struct import_quotas);
	if (!import_digits(cell[WEEKDAY], 1, 1))
		return import_bad(im, WEEKDAY);
	if (!import_digits(cell[PLACES], 1, 4))
		return import_bad(im, PLACES);
	if (!read_minute(cell[START], &q.start))
		return import_bad(im, START);
	if (!read_minute(cell[END], &q.end))
		return import_bad(im, END);
	q.weekday = cell[WEEKDAY][0] - '0';
	q.places = (int)strtol(cell[PLACES], NULL, 10);
	if (all->count == ROWS_MAX) {
		stderr_say(im->table.path, im->table.line, "more than %d rows",
		    ROWS_MAX);
		return ERR_INPUT;
	}
	all->row[all->count].class = cell[CLASS];
	all->row[all->count].line = im->table.line;
	all->row[all->count++].quota = q;
	return OK;
}

/* The template of a class with the lines it came from. */
static enum err
week_of(const struct import *im, const char *class, struct quota week[WEEK_MAX],
    int line[WEEK_MAX], int *count)
{
	const struct import_quotas *all = im->quotas;
	int n = 0;

	for (int i = 0; i < all->count; i++) {
		if (strcmp(all->row[i].class, class) != 0)
			continue;
		if (n == WEEK_MAX) {
			stderr_say(im->table.path, all->row[i].line,
			    "more than %d periods of a class", WEEK_MAX);
			return ERR_INPUT;
		}
		week[n] = all->row[i].quota;
		line[n++] = all->row[i].line;
	}
	*count = n;
	return OK;
}

static enum err
office_set(struct import *im, const struct office *o)
{
	struct quota week[WEEK_MAX];
	int line[WEEK_MAX], count, at;
	enum err e = week_of(im, o->class, week, line, &count);

	if (e != OK || count == 0)
		return e;
	e = quota_replace(im->tool->db, o->id, week, count, &at);
	if (e == ERR_INPUT)
		stderr_say(im->table.path, line[at],
		    "this period is impossible, or overlaps another one");
	if (e == OK)
		im->changed++;
	return e;
}

enum err
import_quota_end(struct import *im)
{
	struct office *office;
	int offices;
	enum err e;

	if (im->quotas == NULL)
		return OK;
	e = office_list(im->tool->db, im->tool->arena, "", &office, &offices);
	for (int i = 0; e == OK && i < offices; i++)
		e = office_set(im, &office[i]);
	if (e == OK && im->changed == 0)
		stderr_say(im->table.path, im->table.line,
		    "no office is of any of these classes");
	return e;
}
