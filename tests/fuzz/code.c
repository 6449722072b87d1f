/* code.c - fuzzes booking codes and the text forms of bytes. */
#include <string.h>

#include "base/bytes.h"
#include "fuzz.h"
#include "queue/visit/code.h"

#define BYTES_MAX 64

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	return 0;
}

/* An accepted code is shown in one form only, and that form is accepted. */
static void
code(const char *text)
{
	char code[CODE_SIZE] = "", shown[CODE_SHOWN_SIZE];
	char again[CODE_SIZE];

	if (!code_read(text, code)) {
		HOLDS(*code == '\0');
		return;
	}
	HOLDS(strlen(code) == CODE_SIZE - 1);
	HOLDS(fuzz_only(code, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"));
	code_show(code, shown);
	HOLDS(strlen(shown) == CODE_SHOWN_SIZE - 1);
	HOLDS(code_read(shown, again));
	HOLDS(strcmp(code, again) == 0);
}

/* In base64url a value has one text; base 32 also accepts what people type. */
static void
text_to_bytes(struct arena *a, const char *text)
{
	size_t len = strlen(text), n;
	unsigned char *bytes, *again;
	char *out;

	n = len * 6 / 8;
	bytes = arena_alloc(a, n);
	if (bytes_b64url_read(text, bytes, n)) {
		out = arena_alloc(a, BYTES_B64URL_SIZE(n));
		bytes_b64url(bytes, n, out);
		HOLDS(strcmp(text, out) == 0);
	}
	n = len * 5 / 8;
	bytes = arena_alloc(a, n);
	if (bytes_b32_read(text, bytes, n)) {
		out = arena_alloc(a, BYTES_B32_SIZE(n));
		bytes_b32(bytes, n, out);
		HOLDS(strlen(out) == len);
		again = arena_alloc(a, n);
		HOLDS(bytes_b32_read(out, again, n));
		HOLDS(memcmp(bytes, again, n) == 0);
	}
}

static void
bytes_to_text(struct arena *a, const uint8_t *data, size_t n)
{
	char *b64 = arena_alloc(a, BYTES_B64URL_SIZE(n));
	char *b32 = arena_alloc(a, BYTES_B32_SIZE(n));
	unsigned char *out = arena_alloc(a, n);

	bytes_b64url(data, n, b64);
	HOLDS(bytes_b64url_read(b64, out, n));
	HOLDS(memcmp(out, data, n) == 0);
	HOLDS(!bytes_b64url_read(b64, out, n + 1));
	bytes_b32(data, n, b32);
	HOLDS(bytes_b32_read(b32, out, n));
	HOLDS(memcmp(out, data, n) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a;
	char *text;

	arena_init(&a, 4096);
	text = fuzz_text(&a, data, size);
	code(text);
	text_to_bytes(&a, text);
	if (size > 0 && size <= BYTES_MAX)
		bytes_to_text(&a, data, size);
	arena_free(&a);
	return 0;
}
