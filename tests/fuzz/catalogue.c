/* catalogue.c - fuzzes a file of texts and the filling of holes. */
#include "text/catalogue.h"

#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"

#define FILLED_MAX (64 << 10)

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char own[] =
	    "<texts><t key='a'><id>{n}</id><en>{n}</en></t></texts>";

	(void)argc;
	(void)argv;
	fuzz_start();
	fuzz_file("text/own.xml", own, sizeof(own) - 1);
	return 0;
}

static void
text_holds(struct arena *a, const struct catalogue *c, const char *key)
{
	const struct text_arg args[] = {
	    {"n", "7"}, {"name", "{n}"}, {"low", NULL}, {NULL, NULL}};
	const char *text = catalogue_text(c, LANG_ID, key), *filled;
	size_t n = strlen(text);

	HOLDS(catalogue_has(c, key) || text == key);
	HOLDS(
	    catalogue_has(c, key) == (catalogue_node(c, LANG_ID, key) != NULL));
	HOLDS(utf8_valid(text, n));
	HOLDS(strpbrk(text, "\t\r\n") == NULL);
	HOLDS(n == 0 || (text[0] != ' ' && text[n - 1] != ' '));
	filled = catalogue_fill(a, c, LANG_ID, key, args);
	HOLDS(strlen(filled) <= FILLED_MAX);
	HOLDS(utf8_valid(filled, strlen(filled)));
	if (strchr(text, '{') == NULL && n < FILLED_MAX)
		HOLDS(strcmp(text, filled) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const keys[] = {"a", "b.c", "field.long"};
	struct catalogue *c;
	struct arena a;

	arena_init(&a, 4096);
	fuzz_file("text/any.xml", data, size);
	if (catalogue_load(
		&a, ".", (const char *const[]){"own", "any", NULL}, &c) == OK)
		for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
			text_holds(&a, c, keys[i]);
	arena_free(&a);
	return 0;
}
