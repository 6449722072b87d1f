/* limit.c - rate limits, declared as tables. */
#include "app/core/limit.h"

#include <assert.h>

#include "base/log.h"

/* ratelimit_has or ratelimit_take */
typedef bool bucket_use(struct ratelimit_map *map, uint64_t key, int64_t now,
    int tries, int seconds);

static uint64_t
key_of(struct cx *cx, const struct limit *l, const char *name)
{
	struct ratelimit_map *map = cx->app->ratelimit;

	if (l->by == LIMIT_ADDRESS)
		return ratelimit_key_addr(map, l->name, cx->req->addr);
	if (l->by == LIMIT_PERSON) {
		assert(cx->who.role >= ROLE_APPLICANT);
		name = cx_int(cx, cx->who.account_id + cx->who.staff_id);
	}
	return ratelimit_key(map, l->name, name == NULL ? "" : name);
}

static enum err
each_row(
    struct cx *cx, const struct limit *l, const char *name, bucket_use *use)
{
	const char *refused = NULL;

	for (; l != NULL && l->name != NULL; l++) {
		int times = 1;
		enum err e = OK;

		if (l->rule != PARAMETER_COUNT)
			e = parameter_get(
			    cx->db, cx->arena, 0, l->rule, &times);
		if (e != OK)
			return e;
		if (!use(cx->app->ratelimit, key_of(cx, l, name), cx->now,
			l->tries * times, l->seconds))
			refused = l->name;
	}
	if (refused == NULL)
		return OK;
	log_info("limit", "id=%s name=%s", cx->req->id, refused);
	return ERR_LIMIT;
}

enum err
limit_check(struct cx *cx, const struct limit *table, const char *name)
{
	return each_row(cx, table, name, ratelimit_has);
}

enum err
limit_count(struct cx *cx, const struct limit *table, const char *name)
{
	return each_row(cx, table, name, ratelimit_take);
}
