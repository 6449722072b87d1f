/* form_token.h - proof that a form came from our page.
 *
 * A token is time, nonce and MAC over them, the session and the program's
 * name, in base64url: no store.  Without a session it proves only that the
 * form is ours and not older than FORM_TOKEN_AGE.
 */
#ifndef APP_WHO_FORM_TOKEN_H
#define APP_WHO_FORM_TOKEN_H

#include "base/err.h"

#define FORM_TOKEN_AGE (12 * 3600) /* seconds */

struct cx;

/* A token for a form of this program, or of another, from whoever it is. */
const char *form_token(struct cx *cx);
const char *form_token_for(struct cx *cx, const char *program);

/* ERR_FORBIDDEN if TOKEN is not of this program and session, ERR_LAPSED if it
 * is too old, ERR_LOGIN if it was made for nobody and somebody has signed in
 * since: anybody can get such a token, so nothing may be done for it. */
MUST_USE enum err form_token_check(struct cx *cx, const char *token);

#endif
