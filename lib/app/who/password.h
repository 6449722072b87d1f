/* password.h - limits how many passwords a host hashes at a time.
 *
 * Hashing a password takes 25 ms of CPU time and 19 MiB.  When places open,
 * thousands of people sign in at once, and programs that book must not wait for
 * them.  So a semaphore (base/semaphore.h) lets only a few programs of a host
 * hash at a time.  If a request does not get the semaphore, the program answers
 * 503 with Retry-After and shows the form again, with all entries except the
 * password.  The program does the same if the database is busy.
 *
 * A program that calls these functions must have password_start in its `.start`
 * (app/core/endpoint.h), which opens the semaphore.
 */
#ifndef APP_WHO_PASSWORD_H
#define APP_WHO_PASSWORD_H

#include "app/core/cx.h"
#include "base/semaphore.h"

MUST_USE enum err password_start(struct app *app);

/* Takes the semaphore for this request.  A sign-in calls this function before
 * any SQL statement, so that a refused request costs no query; a registration,
 * which first has to judge its form, before it hashes the password.
 * password_leave releases the semaphore, and so does the end of the request.
 * ERR_BUSY: the semaphore was not free; the program shows the form and calls
 * password_busy.  Applicants and staff have different semaphores, so that a
 * crowd of applicants does not keep staff out. */
MUST_USE enum err password_enter(struct cx *cx);

/* The program calls this function just before it hashes or checks a password:
 * the semaphore measures the time of the work from this call on. */
void password_work(struct cx *cx);

/* Releases the semaphore; does nothing if this request does not have it. */
void password_leave(struct cx *cx);

/* Sets Retry-After for a form that is shown as 503. */
void password_busy(struct cx *cx);

#endif
