/* pending.h - keeps a form while its sender signs in.
 *
 * If somebody sends a form after the session has ended, the answer is the page
 * to sign in (app/who/sign_in.h), with the form in a hidden field.  After
 * signing in, one button leads back to the form.  It is not kept in the URL,
 * which histories and logs store; nor in a cookie, which other tabs would send
 * too; nor by a 307, which would send everything typed to the sign-in program.
 *
 * It has the values of the endpoint's fields, except secrets and fields
 * declared `fleeting`.  The person who signs in sees them: the same browser
 * sent them a moment ago.  A MAC covers the text, so only our programs can make
 * one.  No program acts on it: it leads to a page with a button and a new
 * token, and the gate only shows the form that this button sends (cx->resumed).
 */
#ifndef APP_WHO_PENDING_H
#define APP_WHO_PENDING_H

#include <stdbool.h>

#include "app/core/endpoint.h"
#include "app/who/signed.h"

/* The most bytes, and characters of text, that a form of ENDPOINT_FORM_MAX
 * needs. */
#define PENDING_BYTES (ENDPOINT_FORM_MAX + 64)
#define PENDING_TEXT SIGNED_TEXT(PENDING_BYTES)
#define PENDING_FORM_MAX (PENDING_TEXT + 4096) /* bytes of its form */
#define PENDING_AGE (12 * 3600)                /* seconds */

struct pending {
	const char *program;
	int count;
	struct field_pair field[FIELD_PAIRS];
};

/* True if the request has a value in a field that people fill in.  A button
 * that sends hidden fields only has nothing to keep. */
bool pending_any(const struct cx *cx);

/* The form of this request as text for a hidden field; "" if pending_any is
 * false or the form is too large. */
const char *pending_make(struct cx *cx);

/* Reads a text of pending_make into *OUT; false if it is not valid or older
 * than PENDING_AGE. */
bool pending_read(struct cx *cx, const char *text, struct pending *out);

#endif
