/* next.h - where people go after they have signed in.
 *
 * The address to go to comes from the browser.  It is accepted only if it names
 * one of our programs, possibly with a query: no other host, scheme or path.
 * Otherwise a link to our site could lead to somebody else's page (an open
 * redirect).
 */
#ifndef APP_WHO_NEXT_H
#define APP_WHO_NEXT_H

#include <stdbool.h>
#include <stddef.h>

struct cx;

/* The programs that applicants and staff can go to, NULL-ended: those with a
 * URL in conf/programs, by the OS user that runs them. */
extern const char *const next_applicant[];
extern const char *const next_staff[];

/* True if people who sign in at this program can go to the program whose name
 * is the N letters at NAME. */
bool next_known(const struct cx *cx, const char *name, size_t n);

/* The address in field INDEX, without the field for the language, because the
 * answer uses the language of this request.  Returns "" unless the address is
 * "PROGRAM" or "PROGRAM?QUERY" and next_known(PROGRAM) is true. */
const char *next_read(struct cx *cx, size_t index);

#endif
