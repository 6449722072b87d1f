/* pending.h - a form that waits for its sender to sign in.
 *
 * Somebody who sends a form after the session has ended is answered with the
 * page to sign in (app/who/sign_in.h), which carries the form in a hidden
 * field; once signed in, one button goes on to where it was.  In the answer
 * itself, because an address stays in histories and logs, a cookie would follow
 * to other tabs, and a 307 would hand the sign-in program all that was typed.
 *
 * It holds what came for the fields of the endpoint, but for secrets and the
 * fields declared `fleeting`.  The person who signs in there sees it: that
 * browser sent it a moment ago.  A MAC covers it, so that only a program of
 * ours says what it holds.  Nothing is done by it: it leads to a page with a
 * button and a token of its own, and the gate only shows the form that this
 * button sends (cx->resumed).
 */
#ifndef APP_WHO_PENDING_H
#define APP_WHO_PENDING_H

#include <stdbool.h>

#include "app/core/endpoint.h"
#include "app/who/signed.h"

/* Its bytes and the letters of its text, at most: whatever a form of
 * ENDPOINT_FORM_MAX can hold. */
#define PENDING_BYTES (ENDPOINT_FORM_MAX + 64)
#define PENDING_TEXT SIGNED_TEXT(PENDING_BYTES)
#define PENDING_FORM_MAX (PENDING_TEXT + 4096) /* bytes of a form with one */
#define PENDING_AGE (12 * 3600)                /* seconds */

struct pending {
	const char *program;
	int count;
	struct field_pair field[FIELD_PAIRS];
};

/* True if something came that a person typed or chose: a button that sends
 * hidden fields alone has nothing to keep. */
bool pending_any(const struct cx *cx);

/* The form of this request as a field's text; "" if pending_any is false or it
 * does not fit. */
const char *pending_make(struct cx *cx);

/* Reads what pending_make made; false unless it is that, and not older than
 * PENDING_AGE. */
bool pending_read(struct cx *cx, const char *text, struct pending *out);

#endif
