/* limited.c - a program with a rate limit of its own and no form to show again
 * (tests/http/limit.t).  It has the name of a program of cgi-bin. */
#include "app/core/endpoint.h"

static const struct limit limits[] = {
    {"limited", LIMIT_ADDRESS, PARAMETER_COUNT, 3, 60},
    {"limited-all", LIMIT_NAME, PARAMETER_COUNT, 5, 60},
    {0},
};

static enum err
get(struct cx *cx)
{
	return cx_redirect(cx, "home", NULL);
}

static const struct endpoint limited = {
    .name = "health",
    .methods = METHOD_GET,
    .role = ROLE_PUBLIC,
    .limit = limits,
    .get = get,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&limited, argc, argv);
}
