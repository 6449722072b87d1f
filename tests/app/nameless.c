/* nameless.c - a staff program whose id field declares no object, or with
 * -DNO_OBJECT has no such field: it must not start (tests/http/foreign.t). */
#include "app/core/endpoint.h"

static const struct field fields[] = {
#ifdef NO_OBJECT
    {.name = "name", .kind = FIELD_LINE, .high = 100},
#else
    {.name = "office", .kind = FIELD_WORD, .high = 32, .object = "office"},
    {.name = "booking", .kind = FIELD_ID},
#endif
};

static enum err
show(struct cx *cx, int status)
{
	return cx_send(cx, cx_page(cx, "desk-form"), "desk-form", status);
}

static const struct endpoint nameless = {
    .name = "roster",
    .methods = METHOD_GET,
    .role = ROLE_OFFICER,
    .fields = fields,
    .field_count = sizeof(fields) / sizeof(fields[0]),
    .pages = (const char *const[]){"desk-form", NULL},
    .show = show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&nameless, argc, argv);
}
