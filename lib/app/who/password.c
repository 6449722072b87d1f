/* password.c - limits how many passwords a host hashes at a time. */
#include "app/who/password.h"

#include "app/core/endpoint.h"
#include "base/semaphore.h"

/* Seconds.  Hashing is short, but many people wait. */
#define RETRY_AFTER "10"

enum err
password_start(struct app *app)
{
	return semaphore_open(&app->arena, app->conf.run_dir,
	    app->conf.password_turns, &app->semaphore);
}

static void
leave(void *semaphore)
{
	semaphore_leave(semaphore);
}

enum err
password_enter(struct cx *cx)
{
	enum err e = semaphore_enter(
	    cx->app->semaphore, endpoint_staff(cx->app->endpoint));

	if (e == OK)
		arena_defer(cx->arena, leave, cx->app->semaphore);
	return e;
}

void
password_work(struct cx *cx)
{
	semaphore_work(cx->app->semaphore);
}

void
password_leave(struct cx *cx)
{
	semaphore_leave(cx->app->semaphore);
}

void
password_busy(struct cx *cx)
{
	reply_header(cx->reply, "Retry-After", RETRY_AFTER);
}
