/* page_flag.c - attributes and classes that a flag switches on and off. */
#include <string.h>

#include "web/page/page_private.h"

/* Reads "a n; .c m" of q:flag. */
void
flags_read(
    struct compile *c, const xmlNode *node, const char *s, struct flags *list)
{
	static const char blank[] = " \t\r\n";

	list->count = 0;
	while (s != NULL && *(s += strspn(s, "; \t\r\n")) != '\0') {
		size_t end = strcspn(s, ";"), n = strcspn(s, "; \t\r\n");
		const char *name = s + n + strspn(s + n, blank);
		size_t m = strcspn(name, "; \t\r\n");
		const char *rest = name + m + strspn(name + m, blank);

		if (m == 0 || name >= s + end || rest != s + end ||
		    list->count == FLAGS_MAX) {
			page_fault(c, node, "bad_flag", s);
			return;
		}
		list->item[list->count++] =
		    (struct flag){arena_strndup(c->arena, s, n),
			arena_strndup(c->arena, name, m)};
		s += end;
	}
}

static bool
class_ok(const char *s)
{
	return s[0] == '.' && s[1] != '\0' &&
	       s[strspn(s, ".-_abcdefghijklmnopqrstuvwxyz0123456789")] ==
	           '\0' &&
	       strchr(s + 1, '.') == NULL;
}

static size_t
flag_begin(struct compile *c, const xmlNode *node, const struct flag *f)
{
	return emit_begin(
	    c, OP_IF, name_use(c, node, f->name, strlen(f->name), USE_TRUTH));
}

/* The page's own classes except those that a flag switches. */
static const char *
classes_left(struct compile *c, const char *s, const struct flags *flags)
{
	struct buf left;

	buf_init(&left, c->arena, 64, 4096);
	while (s != NULL && *(s += strspn(s, " \t\r\n")) != '\0') {
		size_t n = strcspn(s, " \t\r\n");
		bool decided = false;

		for (int i = 0; i < flags->count; i++) {
			const char *f = flags->item[i].attr;

			decided =
			    decided || (f[0] == '.' && strlen(f) == n + 1 &&
					   strncmp(f + 1, s, n) == 0);
		}
		if (!decided && left.len > 0)
			buf_putc(&left, ' ');
		if (!decided)
			buf_put(&left, s, n);
		s += n;
	}
	return left.data;
}

void
class_compile(struct compile *c, const xmlNode *node, const struct attrs *list,
    const struct flags *flags)
{
	struct attr a = {"class", NULL, node};
	const char *between;
	int count = 0;

	for (int i = 0; i < flags->count; i++)
		count += flags->item[i].attr[0] == '.';
	a.value = attrs_value(list, "class");
	if (count > 0)
		a.value = classes_left(c, a.value, flags);
	if (count == 0 && a.value == NULL)
		return;
	/* a single class: without it the whole attribute is left out */
	if (count != 1 || *a.value != '\0') {
		emit(c, " class=\"");
		template_compile(c, &a, true);
	}
	between = *a.value != '\0' ? " " : count == 1 ? " class=\"" : " ";
	for (int i = 0; i < flags->count; i++) {
		const struct flag *f = &flags->item[i];
		size_t begun;

		if (f->attr[0] != '.')
			continue;
		begun = flag_begin(c, node, f);
		emit(c, between);
		emit(c, f->attr + 1);
		if (count == 1 && *a.value == '\0')
			emit(c, "\"");
		emit_end(c, begun);
	}
	if (count != 1 || *a.value != '\0')
		emit(c, "\"");
}

void
flags_compile(struct compile *c, const xmlNode *node, const struct flags *list)
{
	for (int i = 0; i < list->count; i++) {
		const struct flag *f = &list->item[i];
		const bool aria = strncmp(f->attr, "aria-", 5) == 0;
		size_t begun;

		if (f->attr[0] == '.') {
			if (!class_ok(f->attr))
				page_fault(c, node, "bad_flag", f->attr);
			continue;
		}
		if (!aria && !attr_is_boolean(f->attr)) {
			page_fault(c, node, "bad_flag", f->attr);
			continue;
		}
		begun = flag_begin(c, node, f);
		emit(c, " ");
		emit(c, f->attr);
		if (aria)
			emit(c, "=\"true\"");
		emit_end(c, begun);
	}
}

bool
flags_have(const struct flags *flags, const char *name)
{
	for (int i = 0; i < flags->count; i++)
		if (strcmp(flags->item[i].attr, name) == 0)
			return true;
	return false;
}
