/* field.c - the declared fields of a form, read and shown again. */
#include "web/form/field.h"

#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "web/form/field_kind.h"

#define PAIRS_MAX 200
#define FIELD_MARK_SIZE 96        /* a longer name is on no page */
#define DAMAGE '\xff'             /* a byte no text has */
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

/* True if S begins with HEAD; *REST is what follows. */
static bool
begins(const char *s, const char *head, const char **rest)
{
	while (*head != '\0')
		if (*s++ != *head++)
			return false;
	*rest = s;
	return true;
}

/* The value a name stands for, NULL if no such field is declared; PART tells
 * day, month or year of a date. */
static struct field_value *
find(struct fields *f, const char *name, const struct field **spec,
    const char **part)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct field *s = &f->spec[i];
		const char *rest;
		int item = 0;

		if (*name != *s->name || !begins(name, s->name, &rest))
			continue;
		if (s->items > 0) {
			if (rest[0] != '-' || rest[1] < '0' || rest[1] > '9' ||
			    rest[1] - '0' >= s->items)
				continue;
			item = rest[1] - '0';
			rest += 2;
		}
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

/* S as it can be shown: U+FFFD for what is no text, blanks for controls. */
static const char *
readable(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, strlen(s) * (sizeof(UNREADABLE) - 1) + 1);
	char *p = out;

	while (*s != '\0') {
		const char *from = s;
		uint32_t c = utf8_next(&s);

		if (c == 0xfffd) {
			memcpy(p, UNREADABLE, sizeof(UNREADABLE) - 1);
			p += sizeof(UNREADABLE) - 1;
		} else if (c < ' ' || (c >= 0x7f && c < 0xa0)) {
			*p++ = ' ';
		} else {
			memcpy(p, from, (size_t)(s - from));
			p += s - from;
		}
	}
	*p = '\0';
	return out;
}

/* Text that a browser can have sent as somebody typed it; U+FFFD stands where
 * it was damaged before it came here. */
static bool
intact(const char *s)
{
	size_t n = strlen(s);

	return utf8_plain(s) ||
	       (utf8_valid(s, n) && !utf8_has_control(s, n, "") &&
		   strstr(s, UNREADABLE) == NULL);
}

static const struct field_value nothing = {
    .typed = "", .text = "", .day = "", .month = "", .year = ""};

/* What is refused cannot be used, only shown again. */
static void
refuse(struct field_value *v)
{
	v->text = "";
	v->number = 0;
}

/* Judges a value that may be absent, and blanks what must not come back. */
static void
judge(struct fields *f, const struct field *spec, struct field_value *v)
{
	const char **const parts[] = {&v->typed, &v->day, &v->month, &v->year};

	for (size_t i = 0; i < 4; i++) {
		if (*parts[i] == NULL || intact(*parts[i]))
			continue;
		*parts[i] = readable(f->arena, *parts[i]);
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
	for (size_t i = 0; i < count; i++)
		f->value[i] = ARENA_ARRAY(a, struct field_value,
		    spec[i].items > 0 ? (size_t)spec[i].items : 1);
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
		if (++pairs > PAIRS_MAX)
			return ERR_INPUT;
		take(f, name, text);
		form = stop + 1;
	}
	for (size_t i = 0; i < count; i++)
		for (int k = 0; k < (spec[i].items > 0 ? spec[i].items : 1);
		     k++)
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
fields_need(struct fields *f, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (!f->value[i][0].given)
			field_fail(f, i, "field.missing");
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

/* Sets NAME with SUFFIX and dashes as underscores, as pages call it. */
static void
put(struct view *view, const char *name, const char *suffix, const char *text)
{
	char mark[FIELD_MARK_SIZE], *p = mark;
	const char *end = mark + sizeof(mark) - 1;

	for (; *name != '\0' && p < end; name++)
		*p++ = (char)(*name == '-' ? '_' : *name);
	for (; *suffix != '\0' && p < end; suffix++)
		*p++ = (char)(*suffix == '-' ? '_' : *suffix);
	*p = '\0';
	view_text_used(view, mark, text);
}

static const char *
fault(const struct fields *f, const struct field *spec,
    const struct field_value *v, const struct catalogue *texts, enum lang lang)
{
	const struct text_arg args[] = {
	    {"n", arena_printf(f->arena, "%" PRId64, v->limit)},
	    {"low", arena_printf(f->arena, "%d", spec->low)},
	    {NULL, NULL},
	};

	return catalogue_fill(f->arena, texts, lang, v->error, args);
}

static void
show(const struct fields *f, const struct field *spec,
    const struct field_value *v, struct view *view,
    const struct catalogue *texts, enum lang lang)
{
	if (spec->kind == FIELD_DATE) {
		put(view, spec->name, "-day", v->day);
		put(view, spec->name, "-month", v->month);
		put(view, spec->name, "-year", v->year);
	} else if (spec->kind != FIELD_SECRET) {
		put(view, spec->name, "", v->typed);
	}
	put(view, spec->name, "-error",
	    v->error == NULL ? "" : fault(f, spec, v, texts, lang));
}

static void
list(const struct fields *f, const struct field *spec, int item,
    const struct field_value *v, struct view *view,
    const struct catalogue *texts, enum lang lang)
{
	struct view *line = view_item(view, "errors");
	const char *part = "", *key, *text;

	if (spec->kind == FIELD_DATE)
		part = *v->day == '\0'     ? "-day"
		       : *v->month == '\0' ? "-month"
		       : *v->year == '\0'  ? "-year"
		                           : "-day";
	if (spec->items > 0)
		view_text_f(line, "href", "#%s-%d%s", spec->name, item, part);
	else
		view_text_f(line, "href", "#%s%s", spec->name, part);
	key = arena_printf(f->arena, "label.%s", spec->name);
	text = fault(f, spec, v, texts, lang);
	if (catalogue_has(texts, key))
		text = arena_printf(
		    f->arena, "%s: %s", catalogue_text(texts, lang, key), text);
	view_text(line, "text", text);
}

void
fields_show(const struct fields *f, struct view *view,
    const struct catalogue *texts, enum lang lang)
{
	bool listed = f->errors > 0 && view_has(view, "errors");

	for (size_t i = 0; i < f->count; i++) {
		const struct field *s = &f->spec[i];

		if (s->items == 0)
			show(f, s, &f->value[i][0], view, texts, lang);
		for (int k = 0; k < (s->items > 0 ? s->items : 1); k++)
			if (listed && f->value[i][k].error != NULL)
				list(f, s, k, &f->value[i][k], view, texts,
				    lang);
	}
	if (view_has(view, "error_count"))
		view_int(view, "error_count", f->errors);
}

void
fields_show_item(const struct fields *f, int item, struct view *view,
    const struct catalogue *texts, enum lang lang)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->spec[i].items > item)
			show(f, &f->spec[i], &f->value[i][item], view, texts,
			    lang);
}

/* Adds a pair to OUT, unless nothing came for it; returns their number. */
static int
add_pair(const struct fields *f, const char *name, const char *part,
    const char *value, struct field_pair *out, int n)
{
	if (*value == '\0' || n == FIELD_PAIRS)
		return n;
	out[n] = (struct field_pair){ARENA_JOIN(f->arena, name, part), value};
	return n + 1;
}

int
field_pairs(
    const struct fields *f, size_t index, struct field_pair out[FIELD_PAIRS])
{
	const struct field *s = &f->spec[index];
	int n = 0;

	if (s->kind == FIELD_SECRET)
		return 0;
	for (int i = 0; i < (s->items > 0 ? s->items : 1); i++) {
		const struct field_value *v = &f->value[index][i];
		const char *name = s->name;

		if (s->items > 0)
			name = arena_printf(f->arena, "%s-%d", name, i);
		n = add_pair(f, name, "", v->typed, out, n);
		n = add_pair(f, name, "-day", v->day, out, n);
		n = add_pair(f, name, "-month", v->month, out, n);
		n = add_pair(f, name, "-year", v->year, out, n);
	}
	return n;
}

void
field_pair_show(const struct field_pair *pair, struct view *view)
{
	struct view *item = view_item(view, "fields");

	view_text(item, "name", pair->name);
	view_text(item, "value", pair->value);
}
