/* page_value.c - the values of attributes, and the holes in them. */
#include <string.h>
#include <strings.h>

#include "web/page/page_private.h"

bool
attr_in(const char *name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcasecmp(name, *list) == 0)
			return true;
	return false;
}

/* Boolean attributes (HTML, section 2.3.2): their presence counts, not their
 * value. */
bool
attr_is_boolean(const char *name)
{
	static const char *const names[] = {"allowfullscreen", "async",
	    "autofocus", "autoplay", "checked", "controls", "default", "defer",
	    "disabled", "formnovalidate", "hidden", "inert", "ismap",
	    "itemscope", "loop", "multiple", "muted", "nomodule", "novalidate",
	    "open", "playsinline", "readonly", "required", "reversed",
	    "selected", NULL};

	return attr_in(name, names);
}

const char *
attrs_value(const struct attrs *list, const char *name)
{
	for (int i = 0; i < list->count; i++)
		if (strcmp(list->item[i].name, name) == 0)
			return list->item[i].value;
	return NULL;
}

static void
emit_value(struct compile *c, const char *s, size_t n, bool escape)
{
	for (size_t i = 0; i < n; i++) {
		if (!escape)
			emit_bytes(c, &s[i], 1);
		else if (s[i] == '"')
			emit(c, "&quot;");
		else
			emit_escaped(c, &s[i], 1);
	}
}

void
template_compile(struct compile *c, const struct attr *a, bool escape)
{
	const char *s = a->value;

	while (*s != '\0') {
		size_t run = 1 + strcspn(s + 1, "{"), n;
		const char *word;
		bool bad;

		n = hole_length(s, &bad);
		if (bad)
			page_fault(c, a->from, "bad_name", s);
		if (n == 0) {
			emit_value(c, s, run, escape);
			s += run;
			continue;
		}
		word = part_word(c, s + 1, n);
		if (word != NULL)
			emit_value(c, word, strlen(word), escape);
		else
			emit_op(c, OP_ATTR,
			    name_use(c, a->from, s + 1, n, USE_TEXT));
		s += n + 2;
	}
}
