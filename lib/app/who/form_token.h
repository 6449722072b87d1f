/* form_token.h - proves that a form came from a page of ours.
 *
 * A token is base64url of the time, a nonce, and a MAC of these, the session
 * and the program's name; nothing is stored.  If nobody is signed in, a token
 * proves only that the form is ours and at most FORM_TOKEN_AGE old.
 */
#ifndef APP_WHO_FORM_TOKEN_H
#define APP_WHO_FORM_TOKEN_H

#include "base/err.h"

#define FORM_TOKEN_AGE (12 * 3600) /* seconds */

struct cx;

/* A new token for a form that is sent to this program, or to PROGRAM.  The
 * token belongs to the session of cx->who. */
const char *form_token(struct cx *cx);
const char *form_token_for(struct cx *cx, const char *program);

/* Checks TOKEN.  ERR_FORBIDDEN: the token was not made for this program and
 * session.  ERR_LAPSED: the token is older than FORM_TOKEN_AGE.  ERR_LOGIN: the
 * token was made while nobody was signed in, and now somebody is.  Anybody can
 * get a token that was made while nobody was signed in, so after ERR_LOGIN the
 * caller must not act on the form. */
MUST_USE enum err form_token_check(struct cx *cx, const char *token);

#endif
