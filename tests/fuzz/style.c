/* style.c - any style sheet, made small. */
#include <string.h>

#include "fuzz.h"
#include "web/page_code.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *css, *small, *again;
	struct arena a;

	arena_init(&a, 4096);
	css = fuzz_text(&a, data, size);
	if (style_minify(&a, css, &small) == OK) {
		HOLDS(strlen(small) <= 2 * strlen(css));
		HOLDS(strstr(small, "</") == NULL);
		HOLDS(strstr(small, "<!") == NULL);
		HOLDS(style_minify(&a, small, &again) == OK);
	}
	arena_free(&a);
	return 0;
}
