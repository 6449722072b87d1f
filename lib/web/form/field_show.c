/* field_show.c - shows the fields of a form again, or makes hidden inputs of
 * them. */
#include <inttypes.h>
#include <string.h>

#include "text/words.h"
#include "web/form/field.h"
#include "web/form/field_kind.h"

#define FIELD_MARK_SIZE 96 /* no page has a longer name */

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

/* The name of an item's input is NAME-2, of a grid cell's NAME-3-4. */
static const char *
item_name(const struct fields *f, const struct field *s, int item)
{
	if (s->items == 0)
		return s->name;
	if (s->rows == 0)
		return arena_printf(f->arena, "%s-%d", s->name, item);
	return arena_printf(
	    f->arena, "%s-%d-%d", s->name, item / s->items, item % s->items);
}

static const char *
fault(const struct fields *f, const struct field *spec,
    const struct field_value *v, const struct catalogue *texts, enum lang lang)
{
	const struct text_arg args[] = {
	    {"n", arena_printf(f->arena, "%" PRId64, v->limit)},
	    {"low", arena_printf(f->arena, "%d", spec->low)},
	    {"first", words_date(f->arena, lang, field_first(f, spec))},
	    {"last", words_date(f->arena, lang, field_last(f, spec))},
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

/* What the list of faults calls a field, item or cell, with ": " behind it; ""
 * if it has no label and no name. */
static const char *
called(const struct fields *f, const struct field *s, int item,
    const struct field_value *v, const struct catalogue *texts, enum lang lang)
{
	const char *key = arena_printf(f->arena, "label.%s", s->name);
	const char *label =
	    catalogue_has(texts, key) ? catalogue_text(texts, lang, key) : "";
	const char *name = v->name;

	if (name == NULL && s->rows > 0)
		name = arena_printf(f->arena, "%d, %d", item / s->items + 1,
		    item % s->items + 1);
	else if (name == NULL && s->items > 0)
		name = arena_printf(f->arena, "%d", item + 1);
	if (name == NULL || *name == '\0')
		return *label == '\0' ? "" : ARENA_JOIN(f->arena, label, ": ");
	return *label == '\0'
	           ? ARENA_JOIN(f->arena, name, ": ")
	           : arena_printf(f->arena, "%s (%s): ", label, name);
}

static void
list(const struct fields *f, const struct field *spec, int item,
    const struct field_value *v, struct view *view,
    const struct catalogue *texts, enum lang lang)
{
	struct view *line = view_item(view, "errors");
	const char *part = "";

	if (spec->kind == FIELD_DATE)
		part = *v->day == '\0'     ? "-day"
		       : *v->month == '\0' ? "-month"
		       : *v->year == '\0'  ? "-year"
		                           : "-day";
	view_text(line, "href",
	    ARENA_JOIN(f->arena, "#", item_name(f, spec, item), part));
	view_text(line, "text",
	    ARENA_JOIN(f->arena, called(f, spec, item, v, texts, lang),
		fault(f, spec, v, texts, lang)));
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
		for (int k = 0; k < field_values(s); k++)
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
		if (f->spec[i].rows == 0 && f->spec[i].items > item)
			show(f, &f->spec[i], &f->value[i][item], view, texts,
			    lang);
}

void
fields_show_cell(const struct fields *f, int row, int column, struct view *view,
    const struct catalogue *texts, enum lang lang)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct field *s = &f->spec[i];

		if (s->rows > row && s->items > column)
			show(f, s, &f->value[i][row * s->items + column], view,
			    texts, lang);
	}
}

/* Appends a pair to the N in OUT if something came for the input; returns the
 * new number. */
static int
add_pair(const struct fields *f, const char *name, const char *part,
    const char *value, struct field_pair *out, int n)
{
	if (*value == '\0')
		return n;
	out[n] = (struct field_pair){ARENA_JOIN(f->arena, name, part), value};
	return n + 1;
}

int
field_pairs(const struct fields *f, size_t index, const struct field_pair **out)
{
	const struct field *s = &f->spec[index];
	int values = field_values(s), n = 0;
	struct field_pair *pair = ARENA_ARRAY(f->arena, struct field_pair,
	    (size_t)values * (s->kind == FIELD_DATE ? 3 : 1));

	*out = pair;
	if (s->kind == FIELD_SECRET)
		return 0;
	for (int i = 0; i < values; i++) {
		const struct field_value *v = &f->value[index][i];
		const char *name = item_name(f, s, i);

		if (s->kind != FIELD_DATE) {
			n = add_pair(f, name, "", v->typed, pair, n);
			continue;
		}
		n = add_pair(f, name, "-day", v->day, pair, n);
		n = add_pair(f, name, "-month", v->month, pair, n);
		n = add_pair(f, name, "-year", v->year, pair, n);
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
