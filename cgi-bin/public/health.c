/* health.c - tells a load balancer whether this host can serve. */
#include "config.h"

#include "app/core/endpoint.h"
#include "base/log.h"
#include "queue/office/service.h"

/* Reads a table that every database user can read.  This proves the connection
 * (lib/db opens a new one for a broken one), the schema and the grants. */
static bool
reachable(struct cx *cx)
{
	struct service list[SERVICE_MAX];
	int count;
	enum err e = service_list(cx->db, cx->arena, list, &count);

	if (e == OK && count == 0)
		log_warn("health", "why=no-service");
	return e == OK && count > 0;
}

static enum err
health_get(struct cx *cx)
{
	bool up = reachable(cx);
	struct view *v = cx_page(cx, "health");

	cx->reply->cache = REPLY_NO_STORE;
	if (!up)
		reply_header(cx->reply, "Retry-After", "10");
	view_text(v, "version", PACKAGE_VERSION);
	view_int(v, "schema", DB_SCHEMA);
	view_flag(v, "up", up);
	return cx_send(cx, v, "health", up ? 200 : 503);
}

static const struct endpoint health = {
    .name = "health",
    .methods = METHOD_GET,
    .role = ROLE_PUBLIC,
    .pages = (const char *const[]){"health", NULL},
    .get = health_get,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&health, argc, argv);
}
