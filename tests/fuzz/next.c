/* next.c - fuzzes the page that a browser wants to go to after signing in. */
#include "app/who/next.h"

#include <string.h>

#include "app/core/endpoint.h"
#include "fuzz.h"

static const struct field spec[] = {
    {.name = "next", .kind = FIELD_LINE, .high = 512},
};

static const struct endpoint session = {.name = "session"};

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	return 0;
}

/* The part of TEXT that is accepted, as it is or percent-encoded. */
static const char *
read_next(struct arena *a, const char *text, bool encode)
{
	struct app app = {.endpoint = &session};
	struct cx cx = {.arena = a, .app = &app};
	const char *form;

	form = encode ? cx_path(&cx, "x", CX_ARGS({"next", text})) + 2
	              : ARENA_JOIN(a, "next=", text);
	if (fields_read(&cx.field, a, spec, 1, form, strlen(form), FUZZ_NOW) !=
	    OK)
		return "";
	return next_read(&cx, 0);
}

/* Checks that an accepted page is a program of the list with an ordinary query,
 * and nothing else. */
static void
next_holds(struct arena *a, const char *next)
{
	size_t n = strcspn(next, "?");
	bool listed = *next == '\0';

	for (int i = 0; next_applicant[i] != NULL; i++)
		listed = listed || (strlen(next_applicant[i]) == n &&
				       memcmp(next_applicant[i], next, n) == 0);
	HOLDS(listed);
	HOLDS(strpbrk(next, ":/\\#\"'<> ") == NULL);
	HOLDS(fuzz_clean(next));
	HOLDS(strlen(next) <= 512);
	for (const char *q = next; (q = strpbrk(q, "?&")) != NULL;)
		HOLDS(!cx_is_lang(++q));
	HOLDS(strcmp(read_next(a, next, true), next) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a;
	char *text;

	arena_init(&a, 4096);
	text = fuzz_text(&a, data, size);
	next_holds(&a, read_next(&a, text, false));
	next_holds(&a, read_next(&a, text, true));
	arena_free(&a);
	return 0;
}
