/* forms.c - reads a form with a field of every kind. */
#include "forms.h"

#include <string.h>

#include "queue/visit/code.h"

const struct field forms_spec[FIELDS] = {
    [LINE] = {.name = "line", .kind = FIELD_LINE, .high = 10},
    [SECRET] = {.name = "secret", .kind = FIELD_SECRET, .low = 4, .high = 12},
    [WORD] = {.name = "word", .kind = FIELD_WORD, .high = 8},
    [LOGIN] = {.name = "login", .kind = FIELD_LOGIN, .high = 20},
    [INT] = {.name = "int", .kind = FIELD_INT, .low = -1, .high = 5},
    [ID] = {.name = "id", .kind = FIELD_ID},
    [DATE] = {.name = "date", .kind = FIELD_DATE},
    [DAY] = {.name = "day", .kind = FIELD_DAY},
    [CODE] = {.name = "code",
	.kind = FIELD_CODE,
	.low = CODE_SYMBOLS,
	.high = 40},
    [TOKEN] = {.name = "token", .kind = FIELD_TOKEN, .high = 8},
    [EMAIL] = {.name = "email", .kind = FIELD_EMAIL, .high = 254},
    [PHONE] = {.name = "phone", .kind = FIELD_PHONE, .high = 40},
    [CHECK] = {.name = "check", .kind = FIELD_CHECK, .high = 1},
    [WHO] = {.name = "who", .kind = FIELD_WORD, .high = 4, .items = 3},
    [BORN] = {.name = "born", .kind = FIELD_DATE, .items = 2},
    [TEXT] = {.name = "text", .kind = FIELD_TEXT, .high = 40},
    [CHOICE] = {.name = "choice",
	.kind = FIELD_CHOICE,
	.choice = (const char *const[]){"officer", "admin", "national", NULL}},
    [MINUTE] = {.name = "minute", .kind = FIELD_MINUTE},
    [AHEAD] = {.name = "ahead", .kind = FIELD_DATE, .high = 30},
    [AROUND] = {.name = "around", .kind = FIELD_DATE, .low = -7, .high = -1},
    [MANY] = {.name = "many", .kind = FIELD_CHECK, .items = 200},
    [QUOTA] = {.name = "quota",
	.kind = FIELD_INT,
	.high = 99,
	.rows = 7,
	.items = 12},
};

int
forms_begin(void **state)
{
	static struct arena a;

	arena_init(&a, 4096);
	*state = &a;
	return 0;
}

int
forms_end(void **state)
{
	arena_free(*state);
	return 0;
}

struct fields
forms_read(void **state, const char *text)
{
	struct fields f;
	enum err e = fields_read(
	    &f, *state, forms_spec, FIELDS, text, strlen(text), NOW);

	assert_int_equal(e, OK);
	return f;
}

const char *
forms_fault(void **state, size_t index, const char *text)
{
	struct fields f = forms_read(state, text);
	const char *error = field_at(&f, index, 0)->error;

	assert_int_equal(f.errors, error != NULL);
	return error == NULL ? "" : error;
}
