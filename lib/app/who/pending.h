/* pending.h - keeps a form while its sender signs in.
 *
 * If somebody sends a form after the session has ended, the answer is the page
 * to sign in (app/who/sign_in.h), with the form in a hidden field.  After
 * signing in, one button leads back to the form.  The form is not kept in the
 * URL, because histories and logs store URLs; nor in a cookie, because other
 * tabs would send the cookie too; nor by a redirect with status 307, because
 * the browser would then send all entries to the sign-in program.
 *
 * The kept form has the values of the endpoint's fields, except secrets and
 * fields declared `fleeting`.  The person who signs in sees these values: the
 * same browser sent them a moment ago.  A MAC covers the text of a kept form,
 * so only our programs can make such a text.  No program acts on a kept form:
 * it leads to a page with a button and a new token, and the gate only shows the
 * form that this button sends (cx->resumed).
 */
#ifndef APP_WHO_PENDING_H
#define APP_WHO_PENDING_H

#include <stdbool.h>

#include "app/core/endpoint.h"
#include "app/who/signed.h"

/* Sizes of the kept form of a request whose body has ENDPOINT_FORM_MAX bytes,
 * the most.  PENDING_BYTES is for the unsigned bytes: the form, and 64 bytes
 * for the instant (8 bytes) and the name of the program.  PENDING_TEXT is for
 * the characters of the signed text.  PENDING_FORM_MAX is for the bytes of a
 * POST to the program where people sign in: the text, and 4096 bytes for the
 * other fields. */
#define PENDING_BYTES (ENDPOINT_FORM_MAX + 64)
#define PENDING_TEXT SIGNED_TEXT(PENDING_BYTES)
#define PENDING_FORM_MAX (PENDING_TEXT + 4096)
#define PENDING_AGE (12 * 3600) /* seconds */

struct pending {
	const char *program;
	int count;
	struct field_pair field[FIELD_PAIRS];
};

/* True if the request has a value in a field that people fill in.  A button
 * that sends hidden fields only has nothing to keep. */
bool pending_any(const struct cx *cx);

/* The form of this request as signed text for a hidden field; "" if pending_any
 * is false or the form is too large. */
const char *pending_make(struct cx *cx);

/* Reads TEXT, which pending_make made, into *OUT; false if TEXT is not valid or
 * older than PENDING_AGE. */
bool pending_read(struct cx *cx, const char *text, struct pending *out);

#endif
