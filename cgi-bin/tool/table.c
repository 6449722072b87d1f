/* table.c - reads tab-separated files with a header line. */
#include "tool/table.h"

#include <errno.h>
#include <string.h>

#include "tool/tool.h"

#include "base/utf8.h"

#define LINE_MAX_SIZE 16384

/* Reads a line without its line end; *GOT is false at the end of the file. */
static enum err
line_read(struct table *t, char line[LINE_MAX_SIZE], bool *got)
{
	size_t n;

	*got = fgets(line, LINE_MAX_SIZE, t->file) != NULL;
	if (!*got && ferror(t->file)) {
		stderr_say(t->path, t->line, "cannot be read");
		return ERR_INPUT;
	}
	if (!*got)
		return OK;
	t->line++;
	n = strlen(line);
	if (n > 0 && line[n - 1] != '\n' && !feof(t->file)) {
		stderr_say(t->path, t->line, "the line is too long");
		return ERR_INPUT;
	}
	line[strcspn(line, "\r\n")] = '\0';
	n = strlen(line);
	if (!utf8_valid(line, n) || utf8_has_control(line, n, "\t")) {
		stderr_say(t->path, t->line, "this is not plain UTF-8 text");
		return ERR_INPUT;
	}
	return OK;
}

/* The index of column NAME in the header; -1 if the header lacks it. */
static int
column_at(const char *header, const char *name)
{
	size_t n = strlen(name);
	int at = 0;

	for (;; at++) {
		size_t len = strcspn(header, "\t");

		if (len == n && memcmp(header, name, n) == 0)
			return at;
		if (header[len] == '\0')
			return -1;
		header += len + 1;
	}
}

enum err
table_open(struct table *t, struct arena *a, const char *path,
    const struct table_column *column, size_t columns)
{
	char line[LINE_MAX_SIZE];
	bool got;
	enum err e;

	*t = (struct table){
	    .arena = a, .path = path, .column = column, .columns = columns};
	t->file = fopen(path, "re");
	if (t->file == NULL) {
		stderr_say(NULL, 0, "%s: %s", path, strerror(errno));
		return ERR_INPUT;
	}
	e = line_read(t, line, &got);
	if (e == OK && !got) {
		stderr_say(path, 1, "the file is empty");
		e = ERR_INPUT;
	}
	for (size_t i = 0; e == OK && i < columns; i++) {
		t->at[i] = column_at(line, column[i].name);
		if (t->at[i] < 0) {
			stderr_say(
			    path, 1, "there is no column %s", column[i].name);
			e = ERR_INPUT;
		}
	}
	if (e != OK)
		table_close(t);
	return e;
}

/* The cell with index AT of LINE, without blanks at its ends. */
static const char *
cell_take(struct table *t, const char *line, int at)
{
	size_t len;
	char *s;

	for (; at > 0; at--) {
		line += strcspn(line, "\t");
		if (*line == '\0')
			return "";
		line++;
	}
	len = strcspn(line, "\t");
	s = arena_strndup(t->arena, line, len);
	utf8_squeeze(arena_strndup(t->arena, line, len), s, len + 1);
	return s;
}

enum err
table_next(struct table *t, bool *more)
{
	char line[LINE_MAX_SIZE];
	bool got;
	enum err e;

	do {
		e = line_read(t, line, &got);
		if (e != OK)
			return e;
	} while (got && line[0] == '\0');
	for (size_t i = 0; got && i < t->columns; i++) {
		const struct table_column *c = &t->column[i];

		t->cell[i] = cell_take(t, line, t->at[i]);
		if (c->needed && t->cell[i][0] == '\0') {
			stderr_say(t->path, t->line, "%s is empty", c->name);
			return ERR_INPUT;
		}
		if (utf8_count(t->cell[i]) > c->max) {
			stderr_say(t->path, t->line,
			    "%s is longer than %zu characters", c->name,
			    c->max);
			return ERR_INPUT;
		}
	}
	*more = got;
	return OK;
}

void
table_close(struct table *t)
{
	fclose(t->file);
	t->file = NULL;
}

enum err
table_bad(const struct table *t, int column)
{
	stderr_say(t->path, t->line, "%s cannot be '%s'",
	    t->column[column].name, t->cell[column]);
	return ERR_INPUT;
}

bool
table_digits(const char *s, size_t least, size_t most)
{
	size_t n = strlen(s);

	return n >= least && n <= most && strspn(s, "0123456789") == n;
}
