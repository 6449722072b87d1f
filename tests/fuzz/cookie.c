/* cookie.c - fuzzes cookies from a browser, cookies with our MAC and arbitrary
 * content, and the same for a form kept while its sender signs in.  The first
 * byte of the input says which. */
#include <string.h>

#include "app/who/pending.h"
#include "app/who/signed.h"
#include "fuzz.h"
#include "queue/people/keys.h"
#include "queue/people/session.h"

struct cookie { /* its layout: app/who/auth.h */
	unsigned char secret[16];
	int64_t id;
	int64_t issued;
};
#define FREE sizeof(struct cookie)

static struct app app;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	HOLDS(keys_make(".") == OK);
	HOLDS(keys_load(&app.keys, ".", KEY_MAC) == OK);
	return 0;
}

static struct who
who_is(struct arena *a, const char *header, bool staff)
{
	char *env[] = {arena_printf(a, "HTTP_COOKIE=%s", header), NULL};
	struct request req;
	struct cx cx = {.arena = a, .app = &app, .req = &req, .now = FUZZ_NOW};

	request_begin(&req, a, env);
	auth_read(&cx, staff);
	return cx.who;
}

/* Nobody without the key can make a valid cookie. */
static void
foreign(struct arena *a, const char *header)
{
	struct request req = {.arena = a, .cookies = header};
	const char *value;

	value = request_cookie(&req, "antrean");
	if (value != NULL) {
		HOLDS(strchr(value, ';') == NULL);
		HOLDS(strstr(header, value) != NULL);
		HOLDS(strlen(value) + strlen("antrean=") <= strlen(header));
	}
	app.conf.secure = false;
	HOLDS(who_is(a, header, false).role == ROLE_ANYONE);
	HOLDS(who_is(a, header, true).role == ROLE_ANYONE);
	app.conf.secure = true;
	HOLDS(who_is(a, header, false).role == ROLE_ANYONE);
}

/* A valid cookie is accepted while it is young, and only for the kind of
 * session it was made for. */
static void
ours(struct arena *a, const uint8_t *data, const char *before, bool staff)
{
	struct cx cx = {.arena = a, .app = &app, .now = FUZZ_NOW};
	struct cookie c;
	int64_t age = staff ? STAFF_SESSION_AGE : SESSION_AGE;
	bool young;
	const char *header, *text;
	struct who who;

	memcpy(&c, data, FREE);
	text = signed_make(&cx, staff ? "cookie-staff" : "cookie-applicant", &c,
	    sizeof(c), NULL, 0);
	header = arena_printf(a, "%s%s=%s; $Path=/", before,
	    staff ? "antrean-staff" : "antrean", text);
	young = c.issued <= FUZZ_NOW + 60 && c.issued >= FUZZ_NOW - age;
	app.conf.secure = false;
	who = who_is(a, header, staff);
	HOLDS((who.role != ROLE_ANYONE) == young);
	HOLDS(!who.confirmed);
	if (young) {
		HOLDS((staff ? who.staff_id : who.account_id) == c.id);
		HOLDS((staff ? who.account_id : who.staff_id) == 0);
	}
	HOLDS(who_is(a, header, !staff).role == ROLE_ANYONE);
	app.conf.secure = true;
	HOLDS(who_is(a, header, staff).role == ROLE_ANYONE);
}

/* A kept form is accepted unchanged only, and while it is young. */
static void
waits(struct arena *a, const uint8_t *data, size_t size)
{
	struct cx cx = {.arena = a, .app = &app, .now = FUZZ_NOW};
	char *text = signed_make(&cx, "pending", data, size, NULL, 0);
	struct pending p;
	int64_t made;

	memcpy(&made, data, sizeof(made));
	if (pending_read(&cx, text, &p)) {
		HOLDS(made <= FUZZ_NOW);
		HOLDS(FUZZ_NOW - made <= PENDING_AGE);
		HOLDS(strlen(text) <= PENDING_TEXT);
		HOLDS(strlen(p.program) <= size);
		HOLDS(p.count >= 0 && p.count <= FIELD_PAIRS);
		for (int i = 0; i < p.count; i++)
			HOLDS(
			    strlen(p.field[i].name) + strlen(p.field[i].value) <
			    size);
	}
	text[0] = text[0] == 'A' ? 'B' : 'A';
	HOLDS(!pending_read(&cx, text, &p));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a;

	if (size == 0)
		return 0;
	arena_init(&a, 4096);
	if (*data == 'a' && size > FREE)
		ours(&a, data + 1, "", false);
	else if (*data == 's' && size > FREE)
		ours(&a, data + 1, "a=b;antrean=x; ", true);
	else if (*data == 'f' && size > 8)
		waits(&a, data + 1, size - 1);
	else
		foreign(&a, fuzz_text(&a, data, size));
	arena_free(&a);
	return 0;
}
