/* import.h - what the kinds of import share.
 *
 * A file is read whole, then imported whole or not at all by one act of
 * lib/queue.  Importing it again changes the rows that differ.  Rows the file
 * no longer has stay, but for holidays: a year of the file replaces that year.
 */
#ifndef TOOL_IMPORT_H
#define TOOL_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "tool/table.h"
#include "tool/tool.h"

struct import {
	struct tool *tool;
	struct table table; /* at the row to read */
	void *rows;         /* what was read, `size` bytes each */
	int *line;          /* of the file, of each row */
	int count;
	int room; /* for rows */
	int added;
	int changed;
};

struct import_kind {
	const char *name;
	const struct table_column *column;
	size_t columns;
	size_t size; /* of a row read */

	/* Reads the cells of the table's row into ROW, which is zero.
	 * ERR_INPUT: said already, with file and line. */
	enum err (*read)(struct import *im, void *row);

	/* Stores all rows and counts them.  ERR_INPUT as above. */
	enum err (*store)(struct import *im);
};

extern const struct import_kind import_offices;
extern const struct import_kind import_regions;
extern const struct import_kind import_districts;
extern const struct import_kind import_holidays;
extern const struct import_kind import_quotas;

#endif
