/* password.c - passwords made and judged, a few at a time. */
#include "app/who/password.h"

#define RETRY_AFTER "10" /* seconds; a turn is short, but many want one */

enum err
password_start(struct app *app)
{
	return turnstile_open(&app->arena, app->conf.run_dir,
	    app->conf.password_turns, &app->turnstile);
}

static void
leave(void *turnstile)
{
	turnstile_leave(turnstile);
}

enum err
password_enter(struct cx *cx, enum door door)
{
	enum err e = turnstile_enter(cx->app->turnstile, door);

	if (e == OK)
		arena_defer(cx->arena, leave, cx->app->turnstile);
	return e;
}

void
password_work(struct cx *cx)
{
	turnstile_work(cx->app->turnstile);
}

void
password_leave(struct cx *cx)
{
	turnstile_leave(cx->app->turnstile);
}

void
password_busy(struct cx *cx)
{
	reply_header(cx->reply, "Retry-After", RETRY_AFTER);
}
