/* next.h - where one goes after signing in.
 *
 * The address comes from a browser, so it is believed only if it is one of our
 * own programs with an ordinary query: no other host, no other scheme, no
 * path (an open redirect would lend our name to somebody else's page).
 */
#ifndef APP_WHO_NEXT_H
#define APP_WHO_NEXT_H

#include <stdbool.h>
#include <stddef.h>

struct cx;

/* Programs that applicants and staff may go on to, NULL-ended: those with a
 * URL of their own in conf/programs, by the user that runs them. */
extern const char *const next_applicant[];
extern const char *const next_staff[];

/* True if people of this program may go on to the one whose name is the N
 * letters of NAME. */
bool next_known(const struct cx *cx, const char *name, size_t n);

/* Where the field INDEX says, without its language, which is that of the
 * present request; "" unless it is "PROGRAM" or "PROGRAM?QUERY" with a PROGRAM
 * that is known. */
const char *next_read(struct cx *cx, size_t index);

#endif
