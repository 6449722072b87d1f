/* next.h - where one goes after signing in.
 *
 * The address comes from a browser, so it is believed only if it is one of our
 * own programs with an ordinary query: no other host, no other scheme, no
 * path (an open redirect would lend our name to somebody else's page).
 */
#ifndef APP_NEXT_H
#define APP_NEXT_H

struct cx;

/* NEXT without its language, which is that of the present request; "" unless
 * it is "PROGRAM" or "PROGRAM?QUERY" with a PROGRAM of the NULL-ended list. */
const char *next_read(
    struct cx *cx, const char *next, const char *const programs[]);

#endif
