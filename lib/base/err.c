/* err.c - names of outcomes and faults. */
#include "base/err.h"

static const char *const names[ERR_COUNT] = {
    [OK] = "ok",
    [ERR_INPUT] = "input",
    [ERR_LOGIN] = "login",
    [ERR_FORBIDDEN] = "forbidden",
    [ERR_MISSING] = "missing",
    [ERR_FULL] = "full",
    [ERR_TWICE] = "twice",
    [ERR_LAPSED] = "lapsed",
    [ERR_EARLY] = "early",
    [ERR_CLOSED] = "closed",
    [ERR_LIMIT] = "limit",
    [ERR_METHOD] = "method",
    [ERR_LARGE] = "large",
    [ERR_BUSY] = "busy",
    [ERR_FAULT] = "fault",
};

const char *
err_name(enum err e)
{
	if ((unsigned)e >= ERR_COUNT)
		return "unknown";
	return names[e];
}
