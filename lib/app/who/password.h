/* password.h - limits how many passwords a host hashes at a time.
 *
 * Hashing a password takes 25 ms of CPU time and 19 MiB.  When places open,
 * thousands of people sign in at once, and programs that book must not wait for
 * them.  So a semaphore (base/semaphore.h) lets only a few programs of a host
 * hash at a time.  For a request that does not get it, the program shows the
 * form again as 503 with Retry-After, with all entries but the password; it
 * does the same if the database is busy.
 *
 * A program that calls these functions has password_start in its `.start`.
 */
#ifndef APP_WHO_PASSWORD_H
#define APP_WHO_PASSWORD_H

#include "app/core/cx.h"
#include "base/semaphore.h"

MUST_USE enum err password_start(struct app *app);

/* Takes the semaphore for this request; to be called before any statement.
 * password_leave releases it, and so does the end of the request.  ERR_BUSY:
 * show the form and call password_busy.  Applicants and staff have different
 * semaphores, so that a crowd of applicants does not keep staff out. */
MUST_USE enum err password_enter(struct cx *cx);

/* To be called just before a password is hashed or checked: the semaphore
 * measures from here. */
void password_work(struct cx *cx);

/* Releases the semaphore; does nothing if this request does not have it. */
void password_leave(struct cx *cx);

/* Sets Retry-After for a form that is shown as 503. */
void password_busy(struct cx *cx);

#endif
