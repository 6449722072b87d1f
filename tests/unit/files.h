/* files.h - a directory for files of a test, and the log lines of a test.
 *
 * Between files_open() and files_close() standard error goes to a file.  Only
 * one such directory can be open at a time.
 */
#ifndef UNIT_FILES_H
#define UNIT_FILES_H

#include "base/arena.h"

struct files;

/* Makes a directory with an empty folder text/. */
struct files *files_open(struct arena *a);

/* Restores standard error and removes the directory. */
void files_close(struct files *f);

const char *files_dir(const struct files *f);
char *files_path(const struct files *f, const char *name);

/* Writes the file NAME in the directory. */
void files_write(struct files *f, const char *name, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* The log lines since the last call; "" if there are none. */
char *files_log(struct files *f);

#endif
