/* import_day.c - holidays and joint leave of all offices. */
#include <string.h>

#include "antrean/import.h"

#include "base/day.h"
#include "queue/office/closed_day.h"

enum {
	DAY,
	KIND,
	NAME_ID,
	NAME_EN,
	STATUS,
};

const struct table_column import_holiday_columns[IMPORT_HOLIDAY_COLUMNS] = {
    [DAY] = {"tanggal", 10, true},
    [KIND] = {"jenis", 20, true},
    [NAME_ID] = {"nama", 120, true},
    [NAME_EN] = {"nama_en", 120, true},
    [STATUS] = {"status", 10, true},
};

static bool
status_ok(const char *s)
{
	return strcmp(s, "resmi") == 0 || strcmp(s, "tetap") == 0 ||
	       strcmp(s, "hitungan") == 0 || strcmp(s, "prediksi") == 0;
}

/* The first row of a year clears that year. */
static enum err
year_replace(struct import *im, int year)
{
	for (int i = 0; i < im->years; i++)
		if (im->year[i] == year)
			return OK;
	if (im->years == IMPORT_YEARS_MAX)
		return import_bad(im, DAY);
	im->year[im->years++] = year;
	return closed_day_clear(im->tool->db, year);
}

enum err
import_holiday(struct import *im)
{
	const char *const *cell = im->table.cell;
	bool leave = strcmp(cell[KIND], "cuti_bersama") == 0;
	struct closed_day d = {
	    .kind = leave ? "leave" : "holiday",
	    .name_id = cell[NAME_ID],
	    .name_en = cell[NAME_EN],
	    .status = cell[STATUS],
	};
	enum err e;

	if (!day_parse(cell[DAY], &d.day))
		return import_bad(im, DAY);
	if (!leave && strcmp(cell[KIND], "libur_nasional") != 0)
		return import_bad(im, KIND);
	if (!status_ok(cell[STATUS]))
		return import_bad(im, STATUS);
	e = year_replace(im, day_date(d.day).year);
	if (e == OK)
		e = closed_day_add(im->tool->db, &d);
	if (e == OK)
		im->added++;
	return e;
}
