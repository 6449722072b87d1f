/* tool.h - what the commands of the program antrean share.
 *
 * A command returns its exit code: 0 done, 1 failed, 2 wrong usage.  What is
 * wrong goes to standard error as a sentence; what was done to standard
 * output as counts.
 */
#ifndef TOOL_TOOL_H
#define TOOL_TOOL_H

#include "base/arena.h"
#include "base/err.h"
#include "queue/audit/actor.h"

struct db;

enum {
	TOOL_DONE = 0,
	TOOL_FAILED = 1,
	TOOL_USAGE = 2,
};

struct tool {
	struct arena *arena;
	struct db *db;
	struct actor by; /* the system, now */
};

/* A line on standard error; PATH NULL leaves out place and LINE. */
void stderr_say(const char *path, int line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Says in words why the database did not do it; always TOOL_FAILED. */
int tool_failed(const char *what, enum err e);

/* Commands; ARGC and ARGV begin with the command's own name. */
int tool_keys(int argc, char **argv);
int tool_import(struct tool *t, int argc, char **argv);
int tool_open(struct tool *t, int argc, char **argv);
int tool_staff(struct tool *t, int argc, char **argv);

#endif
