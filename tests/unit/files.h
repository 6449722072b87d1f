/* files.h - a directory of fixtures, and what a test said to the log.
 *
 * From files_open to files_close standard error goes to a file; one set at a
 * time.
 */
#ifndef UNIT_FILES_H
#define UNIT_FILES_H

#include "base/arena.h"

struct files;

/* A new directory with an empty text/ in it. */
struct files *files_open(struct arena *a);

/* Puts standard error back and removes the directory. */
void files_close(struct files *f);

const char *files_dir(const struct files *f);
char *files_path(const struct files *f, const char *name);

/* Writes the file NAME below the directory. */
void files_write(struct files *f, const char *name, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* What was logged since the last call, "" if nothing. */
char *files_log(struct files *f);

#endif
