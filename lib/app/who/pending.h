/* pending.h - a form that waits for its sender to sign in.
 *
 * A form that is posted after its session has ended is answered with the page
 * to sign in, which carries the form in a hidden field; once signed in, one
 * button goes on to where it was.  In the answer itself, because an address
 * stays in histories and logs, a cookie would follow to other tabs, and a 307
 * would hand the sign-in program all that was typed.
 *
 * It holds what was typed into the fields that the endpoint calls `kept`, never
 * a secret or a box that agrees to something.  The person who signs in there
 * sees it: that browser sent it a moment ago.  A MAC covers it, so that only a
 * program of ours says what it holds.  Nothing is done by it: it leads to a
 * page with a button and a token of its own.
 */
#ifndef APP_WHO_PENDING_H
#define APP_WHO_PENDING_H

#include <stdbool.h>

#include "web/form/field.h"

#define PENDING_TEXT 1600       /* letters of its text, at most */
#define PENDING_FIELDS 40       /* at most */
#define PENDING_AGE (12 * 3600) /* seconds */

struct cx;

struct pending {
	const char *program;
	int count;
	struct field_pair field[PENDING_FIELDS];
};

/* The form of this request as a field's text; "" if its endpoint keeps nothing
 * or nothing of that came. */
const char *pending_make(struct cx *cx);

/* Reads what pending_make made; false unless it is that, and not older than
 * PENDING_AGE. */
bool pending_read(struct cx *cx, const char *text, struct pending *out);

#endif
