/* conf.h - the settings of an installation.
 *
 * One file of `name = value` lines, `#` comments, read once at start; its path
 * is ANTREAN_CONF or the one compiled in.  Every setting, its default and its
 * meaning stand in one table in conf.c, which conf/antrean.conf.in and the
 * manual page repeat.  With an unknown name or a bad value the program does not
 * start.  Strings live until conf_free(), mostly as long as the process.
 */
#ifndef BASE_CONF_H
#define BASE_CONF_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"

struct conf {
	const char *base_url;    /* absolute, no slash at the end */
	const char *base_origin; /* as in an Origin header; derived */
	bool secure;             /* base_url is https; derived */
	const char *pages_dir;   /* page templates and text/ */
	const char *style_file;  /* style.css, inlined at start */
	const char *fonts_dir;   /* TrueType subsets for paper */
	const char *keys_dir;    /* see base/crypt.h */
	const char *run_dir;     /* files that the programs of a host map */
	const char *db_host;     /* "" is the socket */
	const char *db_socket;
	const char *db_name;
	const char *db_user;          /* "" is the name of the OS user */
	const char *db_password_file; /* "" is none (unix_socket) */
	int64_t db_timeout;           /* seconds for connect, read and write */
	int64_t retire_requests; /* a process ends after this many requests */
	int64_t retire_seconds;  /* or after this many seconds */
	int64_t retire_bytes;    /* or when its resident memory exceeds this */
	int64_t password_turns;  /* passwords hashed at once; 0: derived */
	bool check_views;        /* log names a page lacks or leaves unset */
};

/* Reads the file, or only the defaults if PATH is "".  PATH NULL takes
 * ANTREAN_CONF or the compiled-in path.  Faults are logged. */
MUST_USE enum err conf_load(struct conf *conf, const char *path);

/* Frees the strings, also after a load that failed. */
void conf_free(struct conf *conf);

/* Prints each setting that differs from its default, in the syntax of the file.
 */
void conf_print(const struct conf *conf, FILE *out);

#endif
