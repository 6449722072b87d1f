/* import.c - antrean import: what an installation starts with, from files. */
#include <string.h>

#include "antrean/import.h"

#include "queue/audit/audit.h"

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

/* Reads the whole file in one transaction; ERR_INPUT has been said. */
static enum err
import_once(struct import *im, const struct kind *kind, const char *path)
{
	struct db *db = im->tool->db;
	enum err e;

	if (table_open(&im->table, im->tool->arena, path, kind->column,
		kind->columns) != OK)
		return ERR_INPUT;
	e = db_begin(db);
	if (e == OK)
		e = import_rows(im, kind);
	table_close(&im->table);
	if (e == OK)
		return db_commit(db);
	db_rollback(db);
	return e;
}

static int
import_file(struct tool *t, const struct kind *kind, const char *path)
{
	struct import im;
	int runs = 0;
	enum err e;

	do {
		im = (struct import){.tool = t};
		e = import_once(&im, kind, path);
	} while (db_repeat(t->db, e, &runs));
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
