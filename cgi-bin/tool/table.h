/* table.h - tab-separated files with a header line.
 *
 * The file is UTF-8, one row a line, no quoting.  Columns are found by name, in
 * any order; other columns are ignored.  Blanks at the ends of a cell are
 * dropped.  A function that finds a fault prints it once, with file and line;
 * the caller only passes the error on.
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
	size_t max;  /* characters of a cell at most */
	bool needed; /* a cell must not be empty */
};

struct table {
	struct arena *arena;
	const char *path;
	FILE *file;
	int line;
	const struct table_column *column;
	size_t columns;
	int at[TABLE_COLUMNS_MAX]; /* index in a line, from 0 */
	/* the row read last, in the order of `column`; in the arena */
	const char *cell[TABLE_COLUMNS_MAX];
};

/* Opens the file PATH and reads its header line; T then needs table_close.
 * ERR_INPUT: the file cannot be opened or lacks a column.  The texts of T are
 * in A, and COLUMN must live as long as T. */
MUST_USE enum err table_open(struct table *t, struct arena *a, const char *path,
    const struct table_column *column, size_t columns);

/* Reads the next row into t->cell and sets *MORE to true; at the end of the
 * file sets *MORE to false.  Empty lines are skipped.  ERR_INPUT: the row has a
 * fault. */
MUST_USE enum err table_next(struct table *t, bool *more);

void table_close(struct table *t);

/* Prints that the cell of COLUMN in the current row is wrong.  Returns
 * ERR_INPUT. */
enum err table_bad(const struct table *t, int column);

/* True if S consists of digits only, LEAST to MOST of them. */
bool table_digits(const char *s, size_t least, size_t most);

#endif
