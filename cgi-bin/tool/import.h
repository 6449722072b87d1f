/* import.h - what the imports of all kinds of files share.
 *
 * The program reads the whole file; then one function of lib/queue stores all
 * of its rows or none.  A second import changes only the rows that differ.  An
 * import keeps rows of the database that are not in the file.  Holidays are an
 * exception: the rows of a year in the file replace all rows of that year in
 * the database.
 */
#ifndef TOOL_IMPORT_H
#define TOOL_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "tool/table.h"
#include "tool/tool.h"

struct import {
	struct tool *tool;
	struct table table; /* its current row is the one to read */
	void *rows;         /* `count` rows of kind->size bytes each */
	int *line;          /* line number in the file, for each row */
	int count;
	int room; /* how many rows fit into `rows` */
	int added;
	int changed;
};

struct import_kind {
	const char *name;
	const struct table_column *column;
	size_t columns;
	size_t size; /* bytes of one row in import->rows */

	/* Reads the cells of the table's current row into ROW, which is all
	 * zero.  ERR_INPUT: a cell is wrong; the fault is printed already,
	 * with file and line. */
	enum err (*read)(struct import *im, void *row);

	/* Stores all rows and counts `added` and `changed`.  ERR_INPUT: a row
	 * is wrong, printed already. */
	enum err (*store)(struct import *im);
};

extern const struct import_kind import_offices;
extern const struct import_kind import_regions;
extern const struct import_kind import_districts;
extern const struct import_kind import_holidays;
extern const struct import_kind import_quotas;

#endif
