/* tries.c - wrong passwords, counted by name and by network address. */
#include "app/who/tries.h"

#include "queue/office/parameter.h"

#define SPAN (15 * 60) /* seconds in which they are counted */

enum err
tries_begin(struct cx *cx, const char *kind, const char *name, struct tries *t)
{
	struct ratelimit_map *map = cx->app->ratelimit;
	enum err e = parameter_get(
	    cx->db, cx->arena, 0, PARAMETER_SIGNIN_TRIES, &t->name_max);

	if (e == OK)
		e = parameter_get(cx->db, cx->arena, 0,
		    PARAMETER_SIGNIN_ADDRESS, &t->addr_max);
	if (e != OK)
		return e;
	t->name = ratelimit_key(kind, name);
	t->addr = ratelimit_key_addr("signin-addr", cx->req->addr);
	if (!ratelimit_has(map, t->name, cx->now, t->name_max, SPAN) ||
	    !ratelimit_has(map, t->addr, cx->now, t->addr_max, SPAN))
		return ERR_LIMIT;
	return OK;
}

enum err
tries_wrong(struct cx *cx, const struct tries *t)
{
	struct ratelimit_map *map = cx->app->ratelimit;
	bool by_name = ratelimit_take(map, t->name, cx->now, t->name_max, SPAN);
	bool by_addr = ratelimit_take(map, t->addr, cx->now, t->addr_max, SPAN);

	return by_name && by_addr ? OK : ERR_LIMIT;
}
