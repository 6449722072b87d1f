/* password.h - passwords made and judged, a few at a time.
 *
 * A password costs some 25 ms of a processor and 19 MiB.  At an opening
 * thousands sign in at once, and those who book must not wait for them: only a
 * few turns are given out on a host (base/semaphore.h), and who gets none is
 * shown the form again, with all that was typed but the password, as 503 with
 * Retry-After.  Where the database is what is busy they see the same.
 *
 * A program that calls this has password_start among its `.start`.
 */
#ifndef APP_WHO_PASSWORD_H
#define APP_WHO_PASSWORD_H

#include "app/core/cx.h"
#include "base/semaphore.h"

MUST_USE enum err password_start(struct app *app);

/* Takes a turn for this request, before anything else is asked of the
 * database; it ends with password_leave or the request.  ERR_BUSY: the form is
 * to be shown with password_busy.  Applicants and staff wait apart, so that a
 * crowd of applicants leaves staff a place. */
MUST_USE enum err password_enter(struct cx *cx);

/* To be called just before the password is made or judged. */
void password_work(struct cx *cx);

/* Gives the turn to the next one; without a turn it does nothing. */
void password_leave(struct cx *cx);

/* Sets Retry-After for a form that is shown as 503. */
void password_busy(struct cx *cx);

#endif
