/* ticket.c - shows a booking to anybody who has its signed link, or its code
 * and the birth date of one applicant. */
#include "public/ticket/ticket.h"

#include "app/core/endpoint.h"
#include "app/who/signed_link.h"

static const struct field fields[F_COUNT] = {
    [F_V] = {.name = "v", .kind = FIELD_TOKEN, .high = 64},
    [F_FRESH] = {.name = "fresh", .kind = FIELD_CHECK, .high = 1},
    [F_CODE] = {.name = "code",
	.kind = FIELD_CODE,
	.object = "booking",
	.low = CODE_SYMBOLS,
	.high = 40,
	.required = FIELD_ON_POST},
    [F_BIRTH] = {.name = "birth",
	.kind = FIELD_DATE,
	.required = FIELD_ON_POST},
};

static enum err
get(struct cx *cx)
{
	int64_t id;
	enum err e;

	if (!field_given(&cx->field, F_V))
		return find_show(cx, 200);
	e = signed_link_read(cx, field_text(&cx->field, F_V), &id);
	return e == OK ? ticket_show(cx, id) : e;
}

static const struct endpoint ticket = {
    .name = "ticket",
    .methods = METHOD_GET | METHOD_POST,
    .role = ROLE_ANYONE,
    .fields = fields,
    .field_count = F_COUNT,
    .pages = (const char *const[]){"ticket", "find", NULL},
    .texts = (const char *const[]){"person", "service", NULL},
    .get = get,
    .post = find,
    .show = find_show,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&ticket, argc, argv);
}
