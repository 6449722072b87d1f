/* tool.h - what the commands of the program antrean share.
 *
 * A command returns its exit code: 0 done, 1 failed, 2 wrong usage.  It writes
 * each fault to standard error as a sentence, and the counts of what it did to
 * standard output.
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
	struct actor by; /* for the audit: ACTOR_SYSTEM, at the start */
};

/* Prints a line on standard error: PATH, LINE and the formatted text.  With
 * PATH NULL, prints the text only. */
void stderr_say(const char *path, int line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Prints a sentence that says that WHAT failed and why: the database returned
 * the error E.  Returns TOOL_FAILED. */
int tool_failed(const char *what, enum err e);

/* The commands; each returns its exit code.  ARGV[0] is the name of the
 * command, and ARGC counts it. */
int tool_keys(int argc, char **argv);
int tool_import(struct tool *t, int argc, char **argv);
int tool_open(struct tool *t, int argc, char **argv);
int tool_staff(struct tool *t, int argc, char **argv);

#endif
