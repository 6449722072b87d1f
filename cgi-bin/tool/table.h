/* table.h - tab-separated files with a header line.
 *
 * UTF-8, one row a line, no quoting.  Columns are found by name, in any order;
 * others are ignored.  Cells have blanks at their ends dropped.  Everything
 * wrong is said once, with file and line.
 */
#ifndef TOOL_TABLE_H
#define TOOL_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"

#define TABLE_COLUMNS_MAX 16

struct table_column {
	const char *name;
	size_t max;  /* characters */
	bool needed; /* a cell may not be empty */
};

struct table {
	struct arena *arena;
	const char *path;
	FILE *file;
	int line;
	const struct table_column *column;
	size_t columns;
	int at[TABLE_COLUMNS_MAX]; /* where in a line, from 0 */
	/* the row read last, in the order of COLUMN; lives in the arena */
	const char *cell[TABLE_COLUMNS_MAX];
};

/* Opens PATH and reads its header.  ERR_INPUT: cannot, or a column lacks. */
MUST_USE enum err table_open(struct table *t, struct arena *a, const char *path,
    const struct table_column *column, size_t columns);

/* The next row; *MORE is false at the end.  Empty lines are stepped over. */
MUST_USE enum err table_next(struct table *t, bool *more);

void table_close(struct table *t);

/* Says that the cell of COLUMN, in the row read last, cannot be; ERR_INPUT. */
enum err table_bad(const struct table *t, int column);

/* True if the cell S is LEAST to MOST digits. */
bool table_digits(const char *s, size_t least, size_t most);

#endif
