/* import_day.c - imports the holidays and joint leave of all offices. */
#include <string.h>

#include "tool/import.h"

#include "base/day.h"
#include "queue/office/closed_day.h"

enum {
	DAY,
	KIND,
	NAME_ID,
	NAME_EN,
	STATUS,
};

static const struct table_column columns[] = {
    [DAY] = {"tanggal", 10, true},
    [KIND] = {"jenis", 20, true},
    [NAME_ID] = {"nama", 120, true},
    [NAME_EN] = {"nama_en", 120, true},
    [STATUS] = {"status", 10, true},
};

static enum err
read_row(struct import *im, void *row)
{
	const char *const *cell = im->table.cell;
	bool leave = strcmp(cell[KIND], "cuti_bersama") == 0;
	struct closed_day *d = row;

	*d = (struct closed_day){
	    .kind = leave ? CLOSED_DAY_LEAVE : CLOSED_DAY_HOLIDAY,
	    .name_id = cell[NAME_ID],
	    .name_en = cell[NAME_EN],
	    .status = closed_day_status_read(cell[STATUS]),
	};
	if (!day_parse(cell[DAY], &d->day))
		return table_bad(&im->table, DAY);
	if (!leave && strcmp(cell[KIND], "libur_nasional") != 0)
		return table_bad(&im->table, KIND);
	if (d->status == CLOSED_DAY_UNKNOWN)
		return table_bad(&im->table, STATUS);
	return OK;
}

static enum err
store(struct import *im)
{
	int at;
	enum err e = closed_day_import(
	    im->tool->db, &im->tool->by, im->rows, im->count, &at);

	if (e == OK)
		im->added = im->count;
	if (e != ERR_TWICE)
		return e;
	stderr_say(im->table.path, im->line[at], "this row is there twice");
	return ERR_INPUT;
}

const struct import_kind import_holidays = {
    .name = "holidays",
    .column = columns,
    .columns = sizeof(columns) / sizeof(columns[0]),
    .size = sizeof(struct closed_day),
    .read = read_row,
    .store = store,
};
