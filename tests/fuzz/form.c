/* form.c - fuzzes a form of every kind: read, judged and shown again. */
#include <string.h>

#include "base/day.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "queue/visit/code.h"
#include "web/form/field.h"

static const char *const words[] = {"a", "bc", NULL};
static const struct field spec[] = {
    {.name = "line", .kind = FIELD_LINE, .high = 10, .required = FIELD_ON_POST},
    {.name = "secret", .kind = FIELD_SECRET, .low = 4, .high = 12},
    {.name = "word", .kind = FIELD_WORD, .high = 8},
    {.name = "login", .kind = FIELD_LOGIN, .high = 8},
    {.name = "int", .kind = FIELD_INT, .low = -1, .high = 5},
    {.name = "id", .kind = FIELD_ID},
    {.name = "date", .kind = FIELD_DATE},
    {.name = "day", .kind = FIELD_DAY},
    {.name = "code", .kind = FIELD_CODE, .low = CODE_SYMBOLS, .high = 40},
    {.name = "token", .kind = FIELD_TOKEN, .high = 8},
    {.name = "email", .kind = FIELD_EMAIL, .high = 254},
    {.name = "phone", .kind = FIELD_PHONE, .high = 40},
    {.name = "check", .kind = FIELD_CHECK, .high = 1},
    {.name = "who", .kind = FIELD_WORD, .high = 4, .items = 3},
    {.name = "born", .kind = FIELD_DATE, .items = 2},
    {.name = "text", .kind = FIELD_TEXT, .high = 40},
    {.name = "choice", .kind = FIELD_CHOICE, .choice = words},
    {.name = "minute", .kind = FIELD_MINUTE},
    {.name = "ahead", .kind = FIELD_DATE, .low = -3, .high = 30},
    {.name = "quota", .kind = FIELD_INT, .high = 9, .rows = 2, .items = 3},
};
#define FIELDS (sizeof(spec) / sizeof(spec[0]))

/* A page that shows each of the fields, and the list of faults. */
static const char document[] =
    "<html xmlns='http://www.w3.org/1999/xhtml'"
    " xmlns:q='urn:antrean:page' lang='id'><body>"
    "<ul q:if='error_count'><li q:each='errors'>"
    "<a q:href='href' q:text='text'></a></li></ul>"
    "<input q:value='line'/><b q:text='line_error'></b>"
    "<b q:text='secret_error'></b>"
    "<select q:value='word'><option>a</option></select>"
    "<b q:text='login'></b>"
    "<textarea q:value='int'></textarea><i title='{int_error}'></i>"
    "<input type='radio' value='7' q:value='id'/>"
    "<b q:text='date_day'></b><b q:text='date_month'></b>"
    "<b q:text='date_year'></b><b q:text='date_error'></b>"
    "<b q:text='day'></b><b q:text='code'></b><b q:text='token'></b>"
    "<b q:text='email'></b><b q:text='phone'></b><b q:text='check'></b>"
    "<textarea q:value='text'></textarea><b q:text='choice'></b>"
    "<b q:text='minute'></b><b q:text='ahead_error'></b>"
    "<p q:each='cell'><b q:text='quota'></b></p>"
    "<p q:each='item'><b q:text='who'></b><b q:text='who_error'></b>"
    "<b q:text='born_day'></b><b q:text='born_error'></b></p>"
    "</body></html>";

static struct arena kept;
static struct catalogue *texts;
static const struct page *page;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct page_source source = {.pages_dir = ".", .style_file = ""};
	struct page_set *set;

	(void)argc;
	(void)argv;
	fuzz_start();
	arena_init(&kept, 4096);
	fuzz_file("public/p.xhtml", document, sizeof(document) - 1);
	HOLDS(catalogue_load(&kept, PAGESDIR,
		  (const char *const[]){"common", NULL}, &texts) == OK);
	source.texts = texts;
	HOLDS(page_set_open(&kept, &source, &set) == OK);
	HOLDS(page_load(set, "p", &page) == OK);
	return 0;
}

/* True if TEXT is a decimal number of any length. */
static bool
digits(const char *text)
{
	for (uint32_t c; (c = utf8_next(&text)) != 0;)
		if ((c < '0' || c > '9') && (c < 0xff10 || c > 0xff19))
			return false;
	return true;
}

/* Checks the value of an accepted number. */
static void
number_holds(const struct field *s, const struct field_value *v)
{
	char iso[DAY_ISO_SIZE];

	switch (s->kind) {
	case FIELD_INT:
		HOLDS(v->number >= s->low && v->number <= s->high);
		HOLDS(digits(v->text));
		break;
	case FIELD_ID:
		HOLDS(v->number >= 1 && digits(v->text));
		break;
	case FIELD_DATE:
		HOLDS(s->high != 0 || v->number >= day_of(1900, 1, 1));
		HOLDS(s->high == 0 ||
		      v->number >= day_local(FUZZ_NOW, 420) + s->low);
		HOLDS(v->number <= day_local(FUZZ_NOW, 540) + s->high);
		break;
	case FIELD_MINUTE:
		HOLDS(v->number >= 0 && v->number <= 1440);
		HOLDS(strlen(v->text) == 5 && v->text[2] == ':');
		break;
	case FIELD_CHOICE:
		HOLDS(strcmp(s->choice[v->number], v->text) == 0);
		break;
	default:
		day_iso((int32_t)v->number, iso);
		HOLDS(strcmp(iso, v->text) == 0);
	}
}

/* Checks the value of an accepted text. */
static void
text_holds(const struct field *s, const struct field_value *v)
{
	const char *t = v->text, *at = strchr(t, '@');
	char code[CODE_SIZE];

	HOLDS(s->high == 0 || strlen(t) <= (size_t)s->high);
	switch (s->kind) {
	case FIELD_SECRET:
		HOLDS(utf8_count(t) >= (size_t)s->low);
		break;
	case FIELD_WORD:
		HOLDS(fuzz_only(t, "abcdefghijklmnopqrstuvwxyz0123456789-"));
		break;
	case FIELD_LOGIN:
		HOLDS(fuzz_only(t, "abcdefghijklmnopqrstuvwxyz0123456789.-_"));
		break;
	case FIELD_TEXT:
		HOLDS(t[0] != '\n' && t[strlen(t) - 1] != '\n');
		break;
	case FIELD_TOKEN:
		HOLDS(strpbrk(t, "+/= %&") == NULL);
		break;
	case FIELD_CODE:
		HOLDS(code_read(t, code) && strcmp(t, code) == 0);
		break;
	case FIELD_EMAIL:
		HOLDS(at != NULL && at > t && strchr(at + 1, '@') == NULL);
		HOLDS(strchr(at, '.') != NULL && strchr(t, ' ') == NULL);
		break;
	case FIELD_PHONE:
		HOLDS(fuzz_only(t + (*t == '+'), "0123456789"));
		HOLDS(strlen(t) >= 8 && strlen(t) <= 16);
		break;
	default:
		HOLDS(t[0] != ' ' && t[strlen(t) - 1] != ' ');
	}
}

static void
value_holds(const struct field *s, const struct field_value *v)
{
	HOLDS(s->kind == FIELD_TEXT ||
	      (fuzz_clean(v->typed) && fuzz_clean(v->text)));
	HOLDS(!utf8_has_control(v->typed, strlen(v->typed), "\n\t"));
	HOLDS(fuzz_clean(v->day) && fuzz_clean(v->month));
	HOLDS(fuzz_clean(v->year));
	HOLDS(s->kind != FIELD_SECRET || *v->typed == '\0');
	if (v->error != NULL) {
		HOLDS(catalogue_has(texts, v->error));
		HOLDS(*v->text == '\0' && v->number == 0);
		return;
	}
	if (!v->given)
		return;
	switch (s->kind) {
	case FIELD_INT:
	case FIELD_ID:
	case FIELD_DATE:
	case FIELD_DAY:
	case FIELD_MINUTE:
	case FIELD_CHOICE:
		number_holds(s, v);
		break;
	default:
		text_holds(s, v);
	}
}

static void
show(struct arena *a, const struct fields *f, enum lang lang)
{
	struct view *view = view_new(a, page, false);
	struct buf out;

	fields_show(f, view, texts, lang);
	for (int i = 0; i < 3; i++)
		fields_show_item(f, i, view_item(view, "item"), texts, lang);
	for (int i = 0; i < 6; i++)
		fields_show_cell(
		    f, i / 3, i % 3, view_item(view, "cell"), texts, lang);
	fuzz_buf(&out, a);
	page_write(page, lang, view, &out);
	HOLDS(!out.full && utf8_valid(out.data, out.len));
	HOLDS(!utf8_has_control(out.data, out.len, "\n\t"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *form;
	struct arena a;
	struct fields f;
	int errors = 0;

	arena_init(&a, 4096);
	form = arena_alloc(&a, size); /* no NUL behind it */
	if (size > 0)
		memcpy(form, data, size);
	if (fields_read(&f, &a, spec, FIELDS, form, size, FUZZ_NOW) == OK) {
		for (size_t i = 0; i < FIELDS; i++)
			for (int k = 0;
			     k == 0 ||
			     k < spec[i].items *
				     (spec[i].rows == 0 ? 1 : spec[i].rows);
			     k++) {
				value_holds(&spec[i], field_at(&f, i, k));
				errors += field_at(&f, i, k)->error != NULL;
			}
		HOLDS(errors == f.errors);
		show(&a, &f, LANG_ID);
		show(&a, &f, LANG_EN);
		fields_require(&f);
		show(&a, &f, LANG_ID);
	}
	arena_free(&a);
	return 0;
}
