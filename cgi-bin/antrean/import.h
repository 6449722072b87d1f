/* import.h - what the kinds of import share.
 *
 * A file is imported whole or not at all, in one transaction.  Importing it
 * again changes the rows that differ.  Rows the file no longer has stay, but
 * for holidays: a year of the file replaces that year.
 */
#ifndef ANTREAN_IMPORT_H
#define ANTREAN_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "antrean/table.h"
#include "antrean/tool.h"

#define IMPORT_OFFICE_COLUMNS 13
#define IMPORT_REGION_COLUMNS 3
#define IMPORT_HOLIDAY_COLUMNS 5
#define IMPORT_QUOTA_COLUMNS 5
#define IMPORT_YEARS_MAX 20

struct import_quotas; /* rows collected, see import_quota.c */

struct import {
	struct tool *tool;
	struct table table; /* at the row to import */
	int added;
	int changed;
	int year[IMPORT_YEARS_MAX]; /* of holidays, replaced already */
	int years;
	struct import_quotas *quotas;
};

extern const struct table_column import_office_columns[IMPORT_OFFICE_COLUMNS];
extern const struct table_column import_region_columns[IMPORT_REGION_COLUMNS];
extern const struct table_column import_holiday_columns[IMPORT_HOLIDAY_COLUMNS];
extern const struct table_column import_quota_columns[IMPORT_QUOTA_COLUMNS];

/* Each takes one row.  ERR_INPUT: said already, with file and line. */
MUST_USE enum err import_office(struct import *im);
MUST_USE enum err import_region(struct import *im);
MUST_USE enum err import_holiday(struct import *im);
MUST_USE enum err import_quota(struct import *im);

/* After the last row: the templates are written office by office. */
MUST_USE enum err import_quota_end(struct import *im);

/* Says that the cell of COLUMN cannot be; ERR_INPUT. */
enum err import_bad(const struct import *im, int column);

/* True if S is LEAST to MOST digits. */
bool import_digits(const char *s, size_t least, size_t most);

#endif
