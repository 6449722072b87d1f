/* next.h - where one goes after signing in.
 *
 * The address comes from a browser, so it is believed only if it is one of our
 * own programs with an ordinary query: no other host, no other scheme, no
 * path (an open redirect would lend our name to somebody else's page).
 */
#ifndef APP_WHO_NEXT_H
#define APP_WHO_NEXT_H

#include <stddef.h>

struct cx;

/* Programs one may go on to, NULL-ended. */
extern const char *const next_applicant[];
extern const char *const next_staff[];

/* Where the field INDEX says, without its language, which is that of the
 * present request; "" unless it is "PROGRAM" or "PROGRAM?QUERY" with a
 * PROGRAM of the list. */
const char *next_read(
    struct cx *cx, size_t index, const char *const programs[]);

#endif
