/* tries.c - wrong passwords, counted by name and by network address. */
#include "app/who/tries.h"

#include "queue/office/parameter.h"

#define SPAN (15 * 60) /* seconds in which they are counted */

enum err
tries_begin(struct cx *cx, const char *kind, const char *name, struct tries *t)
{
	struct bucket_map *map = cx->app->buckets;
	enum err e =
	    parameter_get(cx->db, cx->arena, 0, "signin_tries", &t->name_max);

	if (e == OK)
		e = parameter_get(
		    cx->db, cx->arena, 0, "signin_address", &t->addr_max);
	if (e != OK)
		return e;
	t->name = bucket_key(kind, name);
	t->addr = bucket_key_addr("signin-addr", cx->req->addr);
	if (!bucket_has(map, t->name, cx->now, t->name_max, SPAN) ||
	    !bucket_has(map, t->addr, cx->now, t->addr_max, SPAN))
		return ERR_LIMIT;
	return OK;
}

enum err
tries_wrong(struct cx *cx, const struct tries *t)
{
	struct bucket_map *map = cx->app->buckets;
	bool by_name = bucket_take(map, t->name, cx->now, t->name_max, SPAN);
	bool by_addr = bucket_take(map, t->addr, cx->now, t->addr_max, SPAN);

	return by_name && by_addr ? OK : ERR_LIMIT;
}
