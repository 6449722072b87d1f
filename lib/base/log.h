/* log.h - the log: one line of key=value pairs per event, to standard error.
 *
 * The supervisor or the web server stores standard error.  A line is
 *   time=2026-11-22T06:15:41Z level=warn program=home event=db errno=2006
 * and is written by one write(2), so lines of several processes never mix.
 * Never log personal data (a name, number, address or birth date), a secret, a
 * code, a token or a form.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stddef.h>

enum log_level {
	LOG_INFO,  /* normal: requests, start, stop */
	LOG_WARN,  /* worth a look; tests fail on an unexpected one */
	LOG_FAULT, /* a failure that an operator or a programmer must mend */
};

#define LOG_LINE_MAX 2048 /* bytes; a longer line is cut */

/* Names the program in every later line and drops lines of a lower level than
 * LEAST.  PROGRAM is not copied: it must stay valid until the process ends. */
void log_open(const char *program, enum log_level least);

/* Log a line of this level.  EVENT is one word; FMT and its arguments give the
 * key=value pairs.  Control bytes become '?'. */
void log_info(const char *event, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void log_warn(const char *event, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void log_fault(const char *event, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Copies S into OUT (SIZE bytes) as a value without spaces: blanks, quotes
 * and control bytes become '_'.  Returns OUT. */
char *log_word(char *out, size_t size, const char *s);

#endif
