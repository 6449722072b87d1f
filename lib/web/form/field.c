/* field.c - the declared fields of a form, read and shown again. */
#include "web/form/field.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "web/form/field_kind.h"

#define VALUES_MAX 200            /* items or cells of one field */
#define DAMAGE '\xff'             /* a byte that no valid UTF-8 contains */
#define UNREADABLE "\xef\xbf\xbd" /* U+FFFD, shown in its place */

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* A decoded copy of N bytes of S, with DAMAGE for a NUL and for the '%' of a
 * broken escape. */
static char *
decode(struct arena *a, const char *s, size_t n)
{
	char *out = arena_alloc(a, n + 1), *p = out;

	for (size_t i = 0; i < n; i++) {
		char c = s[i];

		if (c == '+') {
			c = ' ';
		} else if (c == '%') {
			int high = i + 2 < n ? hex(s[i + 1]) : -1;
			int low = i + 2 < n ? hex(s[i + 2]) : -1;

			c = DAMAGE;
			if (high >= 0 && low >= 0) {
				c = (char)(high << 4 | low);
				i += 2;
			}
		}
		*p++ = c == '\0' ? DAMAGE : c;
	}
	*p = '\0';
	return out;
}

/* True if S begins with HEAD; then *REST points to the text after HEAD. */
static bool
begins(const char *s, const char *head, const char **rest)
{
	while (*head != '\0')
		if (*s++ != *head++)
			return false;
	*rest = s;
	return true;
}

int
field_values(const struct field *s)
{
	return s->items == 0 ? 1 : s->items * (s->rows == 0 ? 1 : s->rows);
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads an index like "-7" at *S, steps over it and returns it; -1 if there is
 * none or it is not below END. */
static int
index_read(const char **s, int end)
{
	const char *p = *s;
	int n = 0;

	if (p[0] != '-' || !digit(p[1]) || (p[1] == '0' && digit(p[2])))
		return -1;
	for (p++; digit(*p); p++) {
		n = n * 10 + (*p - '0');
		if (n >= end)
			return -1;
	}
	*s = p;
	return n;
}

/* Reads the numbers after the name of S and returns the index of that item or
 * cell; -1 if S has no such item or cell. */
static int
item_read(const struct field *s, const char **rest)
{
	int row, item;

	if (s->items == 0)
		return 0;
	row = s->rows == 0 ? 0 : index_read(rest, s->rows);
	item = row < 0 ? -1 : index_read(rest, s->items);
	return item < 0 ? -1 : row * s->items + item;
}

/* The value for the input NAME, NULL if no declared field has it.  For a date
 * *PART is "day", "month" or "year". */
static struct field_value *
find(struct fields *f, const char *name, const struct field **spec,
    const char **part)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct field *s = &f->spec[i];
		const char *rest;
		int item;

		if (*name != *s->name || !begins(name, s->name, &rest))
			continue;
		item = item_read(s, &rest);
		if (item < 0)
			continue;
		if (s->kind == FIELD_DATE ? *rest != '-' : *rest != '\0')
			continue;
		*spec = s;
		*part = s->kind == FIELD_DATE ? rest + 1 : NULL;
		return &f->value[i][item];
	}
	return NULL;
}

static void
take(struct fields *f, const char *name, const char *text)
{
	const struct field *spec;
	const char *part, **at;
	struct field_value *v = find(f, name, &spec, &part);

	if (v == NULL)
		return;
	at = &v->typed;
	if (part != NULL) {
		if (strcmp(part, "day") == 0)
			at = &v->day;
		else if (strcmp(part, "month") == 0)
			at = &v->month;
		else if (strcmp(part, "year") == 0)
			at = &v->year;
		else
			return;
	}
	if (*at != NULL) {
		v->error = "field.repeated";
		return;
	}
	*at = text;
}

/* The controls that a text of KIND may have. */
static const char *
controls(enum field_kind kind)
{
	return kind == FIELD_TEXT ? "\n\t" : "";
}

/* S as a page can show it: U+FFFD for invalid UTF-8, a blank for each control
 * that is not in ALLOW. */
static const char *
readable(struct arena *a, const char *s, const char *allow)
{
	char *out = arena_alloc(a, strlen(s) * (sizeof(UNREADABLE) - 1) + 1);
	char *p = out;

	while (*s != '\0') {
		const char *from = s;
		uint32_t c = utf8_next(&s);

		if (c == 0xfffd) {
			memcpy(p, UNREADABLE, sizeof(UNREADABLE) - 1);
			p += sizeof(UNREADABLE) - 1;
		} else if ((c < ' ' || (c >= 0x7f && c < 0xa0)) &&
			   strchr(allow, (int)c) == NULL) {
			*p++ = ' ';
		} else {
			memcpy(p, from, (size_t)(s - from));
			p += s - from;
		}
	}
	*p = '\0';
	return out;
}

/* True if S is valid UTF-8 without controls except those in ALLOW, and without
 * U+FFFD, which shows that the text was damaged before it came here. */
static bool
intact(const char *s, const char *allow)
{
	size_t n = strlen(s);

	return utf8_plain(s) ||
	       (utf8_valid(s, n) && !utf8_has_control(s, n, allow) &&
		   strstr(s, UNREADABLE) == NULL);
}

static const struct field_value nothing = {
    .typed = "", .text = "", .day = "", .month = "", .year = ""};

/* S with \n for every end of a line: browsers send \r\n, old ones \r. */
static const char *
newlines(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, strlen(s) + 1), *p = out;

	for (; *s != '\0'; s++)
		if (*s != '\r')
			*p++ = *s;
		else if (s[1] != '\n')
			*p++ = '\n';
	*p = '\0';
	return out;
}

/* A refused value can only be shown again: it has no text and no number. */
static void
refuse(struct field_value *v)
{
	v->text = "";
	v->number = 0;
}

/* Judges a value that may be absent; makes a secret empty, so that no page
 * shows it again. */
static void
judge(struct fields *f, const struct field *spec, struct field_value *v)
{
	const char **const parts[] = {&v->typed, &v->day, &v->month, &v->year};
	const char *allow = controls(spec->kind);

	if (spec->kind == FIELD_TEXT && v->typed != NULL)
		v->typed = newlines(f->arena, v->typed);
	for (size_t i = 0; i < 4; i++) {
		if (*parts[i] == NULL || intact(*parts[i], allow))
			continue;
		*parts[i] = readable(f->arena, *parts[i], allow);
		v->error = "field.letters";
	}
	v->text = "";
	v->given = v->error != NULL;
	if (v->error == NULL)
		field_judge(f, spec, v);
	if (v->typed == NULL || spec->kind == FIELD_SECRET)
		v->typed = "";
	if (v->day == NULL)
		v->day = "";
	if (v->month == NULL)
		v->month = "";
	if (v->year == NULL)
		v->year = "";
	if (v->error == NULL)
		return;
	if (spec->hidden) {
		*v = nothing;
	} else {
		refuse(v);
		f->errors++;
	}
}

enum err
fields_read(struct fields *f, struct arena *a, const struct field *spec,
    size_t count, const char *form, size_t n, int64_t now)
{
	const char *end = form + n;
	int pairs = 0;

	*f = (struct fields){
	    .arena = a, .spec = spec, .count = count, .now = now};
	f->value = ARENA_ARRAY(a, struct field_value *, count);
	for (size_t i = 0; i < count; i++) {
		assert(field_values(&spec[i]) <= VALUES_MAX);
		f->value[i] = ARENA_ARRAY(
		    a, struct field_value, (size_t)field_values(&spec[i]));
	}
	while (form < end) {
		const char *amp = memchr(form, '&', (size_t)(end - form));
		const char *stop = amp == NULL ? end : amp, *eq;
		char *name, *text;

		eq = memchr(form, '=', (size_t)(stop - form));
		if (eq == NULL)
			eq = stop;
		name = decode(a, form, (size_t)(eq - form));
		text = eq == stop ? arena_strdup(a, "")
		                  : decode(a, eq + 1, (size_t)(stop - eq - 1));
		if (++pairs > FIELD_PAIRS)
			return ERR_INPUT;
		take(f, name, text);
		form = stop + 1;
	}
	for (size_t i = 0; i < count; i++)
		for (int k = 0; k < field_values(&spec[i]); k++)
			judge(f, &spec[i], &f->value[i][k]);
	return OK;
}

const struct field_value *
field_at(const struct fields *f, size_t index, int item)
{
	return &f->value[index][item];
}

const char *
field_text(const struct fields *f, size_t index)
{
	return f->value[index][0].text;
}

int64_t
field_number(const struct fields *f, size_t index)
{
	return f->value[index][0].number;
}

bool
field_given(const struct fields *f, size_t index)
{
	return f->value[index][0].given;
}

bool
field_ok(const struct fields *f, size_t index)
{
	const struct field_value *v = &f->value[index][0];

	return v->given && v->error == NULL;
}

int
field_choice(const struct fields *f, size_t index)
{
	return field_ok(f, index) ? (int)f->value[index][0].number : -1;
}

void
field_fail_at(
    struct fields *f, size_t index, int item, const char *key, int64_t n)
{
	struct field_value *v = &f->value[index][item];

	if (v->error != NULL)
		return;
	v->error = key;
	v->limit = n;
	refuse(v);
	f->errors++;
}

void
field_name(struct fields *f, size_t index, int item, const char *name)
{
	f->value[index][item].name = name;
}

/* The word of the pressed button; "" if the form has only one button. */
static const char *
step(const struct fields *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->spec[i].name, "step") == 0)
			return f->value[i][0].text;
	return "";
}

/* True if WORD is in LIST, words separated by blanks. */
static bool
listed(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (;; list++) {
		size_t len = strcspn(list, " ");

		if (len > 0 && len == n && strncmp(list, word, n) == 0)
			return true;
		list += len;
		if (*list == '\0')
			return false;
	}
}

void
fields_require(struct fields *f)
{
	const char *pressed = step(f);

	for (size_t i = 0; i < f->count; i++) {
		const struct field *s = &f->spec[i];

		if (s->required == NULL ||
		    (strcmp(s->required, FIELD_ON_POST) != 0 &&
			!listed(s->required, pressed)))
			continue;
		for (int k = 0; k < field_values(s); k++)
			if (!f->value[i][k].given)
				field_fail_at(f, i, k,
				    s->missing != NULL        ? s->missing
				    : s->kind == FIELD_CHOICE ? "field.choose"
							      : "field.missing",
				    0);
	}
}

void
field_fail(struct fields *f, size_t index, const char *key)
{
	field_fail_at(f, index, 0, key, 0);
}

void
field_forget(struct fields *f, size_t index)
{
	if (f->value[index][0].error != NULL)
		f->errors--;
	f->value[index][0] = nothing;
}
