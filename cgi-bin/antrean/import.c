/* import.c - antrean import: what an installation starts with, from files. */
#include <string.h>

#include "antrean/import.h"

#include "queue/audit.h"

static const struct kind {
	const char *name;
	const char *act; /* in the audit */
	const struct table_column *column;
	size_t columns;
	enum err (*row)(struct import *im);
	enum err (*end)(struct import *im);
} kinds[] = {
    {"offices", "office.import", import_office_columns, IMPORT_OFFICE_COLUMNS,
	import_office, NULL},
    {"regions", "region.import", import_region_columns, IMPORT_REGION_COLUMNS,
	import_region, NULL},
    {"districts", "region.import", import_region_columns, IMPORT_REGION_COLUMNS,
	import_region, NULL},
    {"holidays", "holiday.import", import_holiday_columns,
	IMPORT_HOLIDAY_COLUMNS, import_holiday, NULL},
    {"quotas", "quota.import", import_quota_columns, IMPORT_QUOTA_COLUMNS,
	import_quota, import_quota_end},
};

bool
import_digits(const char *s, size_t least, size_t most)
{
	size_t n = strlen(s);

	return n >= least && n <= most && strspn(s, "0123456789") == n;
}

enum err
import_bad(const struct import *im, int column)
{
	stderr_say(im->table.path, im->table.line, "%s cannot be '%s'",
	    im->table.column[column].name, im->table.cell[column]);
	return ERR_INPUT;
}

static enum err
import_rows(struct import *im, const struct kind *kind)
{
	const struct audit audit = {
	    .actor = "system", .act = kind->act, .object = "file"};
	bool more = true;
	enum err e = OK;

	while (e == OK && more) {
		e = table_next(&im->table, &more);
		if (e == OK && more)
			e = kind->row(im);
		if (e == ERR_TWICE) {
			stderr_say(im->table.path, im->table.line,
			    "this row is there twice");
			e = ERR_INPUT;
		}
	}
	if (e == OK && kind->end != NULL)
		e = kind->end(im);
	if (e == OK)
		e = audit_write(im->tool->db, &audit, im->tool->now);
	return e;
}

static int
import_file(struct tool *t, const struct kind *kind, const char *path)
{
	struct import im = {.tool = t};
	enum err e =
	    table_open(&im.table, t->arena, path, kind->column, kind->columns);

	if (e != OK)
		return TOOL_FAILED;
	e = db_begin(t->db);
	if (e == OK)
		e = import_rows(&im, kind);
	table_close(&im.table);
	if (e == OK)
		e = db_commit(t->db);
	else
		db_rollback(t->db);
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
		if (strcmp(argv[1], kinds[i].name) == 0)
			return import_file(t, &kinds[i], argv[2]);
	return TOOL_USAGE;
}
