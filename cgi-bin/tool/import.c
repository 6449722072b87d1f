/* import.c - antrean import: loads the data of an installation from files. */
#include <string.h>

#include "tool/import.h"

static const struct import_kind *const kinds[] = {&import_offices,
    &import_regions, &import_districts, &import_holidays, &import_quotas};

/* Doubles the space for rows of SIZE bytes. */
static void
grow(struct import *im, size_t size)
{
	int room = im->room == 0 ? 256 : im->room * 2;
	char *rows = arena_alloc(im->tool->arena, (size_t)room * size);
	int *line = ARENA_ARRAY(im->tool->arena, int, (size_t)room);

	if (im->count > 0) {
		memcpy(rows, im->rows, (size_t)im->count * size);
		memcpy(line, im->line, (size_t)im->count * sizeof(*line));
	}
	im->rows = rows;
	im->line = line;
	im->room = room;
}

static enum err
import_read(struct import *im, const struct import_kind *kind)
{
	bool more;
	enum err e;

	while ((e = table_next(&im->table, &more)) == OK && more) {
		char *row;

		if (im->count == im->room)
			grow(im, kind->size);
		row = (char *)im->rows + (size_t)im->count * kind->size;
		memset(row, 0, kind->size);
		im->line[im->count] = im->table.line;
		e = kind->read(im, row);
		if (e != OK)
			return e;
		im->count++;
	}
	return e;
}

static int
import_file(struct tool *t, const struct import_kind *kind, const char *path)
{
	struct import im = {.tool = t};
	enum err e =
	    table_open(&im.table, t->arena, path, kind->column, kind->columns);

	if (e != OK)
		return TOOL_FAILED;
	e = import_read(&im, kind);
	table_close(&im.table);
	if (e == OK)
		e = kind->store(&im);
	if (e == ERR_INPUT)
		return TOOL_FAILED;
	if (e != OK)
		return tool_failed(path, e);
	printf("%s: %d added, %d changed\n", kind->name, im.added, im.changed);
	return TOOL_DONE;
}

int
tool_import(struct tool *t, int argc, char **argv)
{
	if (argc != 3)
		return TOOL_USAGE;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(argv[1], kinds[i]->name) == 0)
			return import_file(t, kinds[i], argv[2]);
	return TOOL_USAGE;
}
