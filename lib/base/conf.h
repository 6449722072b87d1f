/* conf.h - the settings of an installation.
 *
 * A program reads one file of `name = value` lines and `#` comments, once, at
 * start.  The file's path is the environment variable ANTREAN_CONF or else the
 * path compiled in.  conf.c has one table of all settings and their defaults;
 * conf/antrean.conf.in and the manual page say what each setting means.  A
 * program does not start if the file has an unknown name or a bad value.
 * Strings live until conf_free(), usually as long as the process.
 */
#ifndef BASE_CONF_H
#define BASE_CONF_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"

struct conf {
	const char *base_url;    /* absolute, no slash at the end */
	const char *base_origin; /* derived: base_url as an Origin header */
	bool secure;             /* derived: base_url is https */
	const char *pages_dir;   /* page templates and text/ */
	const char *style_file;  /* style.css, copied into pages at start */
	const char *fonts_dir;   /* TrueType subsets for paper */
	const char *keys_dir;    /* see base/crypt.h */
	const char *run_dir;     /* files that the programs of a host map */
	const char *db_host;     /* "": connect by db_socket */
	const char *db_socket;
	const char *db_name;
	const char *db_user;          /* "": the name of the OS user */
	const char *db_password_file; /* "": no password (unix_socket) */
	int64_t db_timeout;           /* seconds for connect, read and write */
	int64_t retire_requests; /* a process ends after this many requests */
	int64_t retire_seconds;  /* or after this many seconds */
	int64_t retire_bytes;    /* or when its resident memory exceeds this */
	int64_t password_turns;  /* passwords hashed at once on the host; 0: a
	                            number that suits it (base/semaphore.h) */
	bool check_views;        /* warn when a program sets a value its page
	                            lacks or leaves one of its values unset */
};

/* Reads the file PATH into CONF.  PATH NULL stands for ANTREAN_CONF or else the
 * compiled-in path; "" reads no file and gives the defaults.  ERR_FAULT,
 * logged, if the file cannot be read or is wrong; free CONF then too. */
MUST_USE enum err conf_load(struct conf *conf, const char *path);

/* Frees the strings, also after a load that failed. */
void conf_free(struct conf *conf);

/* Prints to OUT each setting that differs from its default, in the syntax of
 * the file. */
void conf_print(const struct conf *conf, FILE *out);

#endif
