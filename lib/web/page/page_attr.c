/* page_attr.c - compiles attributes; marks turn some of them into holes. */
#include <string.h>

#include "web/page/page_private.h"

static bool
is_address(const char *name)
{
	static const char *const names[] = {"action", "archive", "background",
	    "cite", "classid", "codebase", "data", "formaction", "href", "icon",
	    "longdesc", "manifest", "ping", "poster", "profile", "src",
	    "srcset", "usemap", "xlink:href", NULL};

	return attr_in(name, names);
}

/* True if the attribute holds code, or changes how a browser reads other
 * attributes: it must not have holes. */
static bool
is_closed(const xmlNode *node, const char *name)
{
	static const char *const names[] = {"style", "srcdoc", "type", "rel",
	    "is", "http-equiv", "attributename", "to", "from", "by", "values",
	    NULL};

	if (attr_in(name, names))
		return true;
	return element_is(node, "meta") &&
	       xmlHasProp(node, (const xmlChar *)"http-equiv") != NULL;
}

static const char *
attr_name(struct compile *c, const xmlAttr *a)
{
	const char *name = (const char *)a->name;

	if (a->ns == NULL)
		return name;
	if (strcmp((const char *)a->ns->href, MARK_NS) == 0)
		return NULL;
	if (strcmp((const char *)a->ns->href, XLINK_NS) == 0)
		return arena_printf(c->arena, "xlink:%s", name);
	return strcmp(name, "lang") == 0 ? name : NULL; /* xml:lang */
}

static void
attrs_set(struct compile *c, struct attrs *list, struct attr item)
{
	for (int i = 0; i < list->count; i++)
		if (strcmp(list->item[i].name, item.name) == 0) {
			list->item[i] = item;
			return;
		}
	if (list->count == ATTRS_MAX) {
		page_fault(c, item.from, "too_many_attributes", item.name);
		return;
	}
	list->item[list->count++] = item;
}

/* Collects the element's attributes; those of its translation replace them. */
static void
attrs_gather(struct compile *c, const xmlNode *node, const xmlNode *t,
    struct attrs *list)
{
	list->count = 0;
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
		const char *name = attr_name(c, a);

		if (name != NULL)
			attrs_set(c, list,
			    (struct attr){name, xml_value(c->arena, a), node});
	}
	for (const xmlAttr *a = t == NULL ? NULL : t->properties; a != NULL;
	     a = a->next) {
		const char *name = attr_name(c, a);

		if (name != NULL)
			attrs_set(c, list,
			    (struct attr){name, xml_value(c->arena, a), t});
	}
	if (element_is(node, "html"))
		attrs_set(
		    c, list, (struct attr){"lang", lang_name(c->lang), node});
}

static bool
has_hole(struct compile *c, const struct attr *a, const char *s)
{
	for (; (s = strchr(s, '{')) != NULL; s++) {
		bool bad;

		if (hole_length(s, &bad) > 0)
			return true;
		if (bad)
			page_fault(c, a->from, "bad_name", s);
	}
	return false;
}

/* The length of the scheme of an absolute address, 0 for a relative one. */
static size_t
scheme_length(const char *s)
{
	size_t n = strcspn(s, ":/?#");

	return s[n] == ':' ? n : 0;
}

static bool
scheme_ok(const char *s)
{
	static const char *const known[] = {
	    "http", "https", "mailto", "tel", "data"};
	size_t n = scheme_length(s);

	if (n == 0)
		return s[0] != ':';
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i]) == n && strncmp(s, known[i], n) == 0)
			return true;
	return false;
}

static bool
has_lang(const char *query, size_t n)
{
	for (size_t i = 0; i + 5 < n; i++)
		if ((query[i] == '?' || query[i] == '&') &&
		    strncmp(query + i + 1, "lang=", 5) == 0)
			return true;
	return false;
}

/* True if ATTR holds the address of one of our programs, which needs lang=. */
static bool
leads_on(const xmlNode *node, const char *name)
{
	return strcmp(name, "formaction") == 0 ||
	       (strcmp(name, "action") == 0 && element_is(node, "form")) ||
	       (strcmp(name, "href") == 0 &&
		   (element_is(node, "a") || element_is(node, "area")));
}

/* The address VALUE with lang=LANG added, unless it leads to another host,
 * names a language already, or is a place in the same page. */
static char *
address_in(struct compile *c, const char *value)
{
	size_t n = strcspn(value, "#"), query = strcspn(value, "?#");

	if (n == 0 || scheme_length(value) > 0 ||
	    strncmp(value, "//", 2) == 0 || has_lang(value + query, n - query))
		return arena_strdup(c->arena, value);
	return arena_printf(c->arena, "%.*s%slang=%s%s", (int)n, value,
	    value[query] != '?' ? "?"
	    : query + 1 == n    ? ""
				: "&",
	    lang_name(c->lang), value + n);
}

static void
attr_compile(struct compile *c, const xmlNode *node, struct attr a)
{
	if (attr_is_boolean(a.name)) {
		if (a.value[0] != '\0' && strcmp(a.value, a.name) != 0)
			page_fault(c, a.from, "value_of_a_boolean", a.name);
		emit(c, " ");
		emit(c, a.name);
		return;
	}
	if (is_closed(node, a.name) && has_hole(c, &a, a.value))
		page_fault(c, a.from, "hole_not_allowed", a.name);
	if (is_address(a.name)) {
		size_t n = strcspn(a.value, "#");

		if (has_hole(c, &a, arena_strndup(c->arena, a.value, n)))
			page_fault(c, a.from, "hole_in_address", a.name);
		if (!scheme_ok(a.value))
			page_fault(c, a.from, "address", a.value);
		if (c->lang != LANG_ID && leads_on(node, a.name))
			a.value = address_in(c, a.value);
	}
	emit(c, " ");
	emit(c, a.name);
	emit(c, "=\"");
	template_compile(c, &a, true);
	emit(c, "\"");
}

static void
hole_compile(struct compile *c, const xmlNode *node, const char *attr,
    enum op_kind kind, const char *name)
{
	emit(c, " ");
	emit(c, attr);
	emit(c, "=\"");
	emit_op(c, kind, name_use(c, node, name, strlen(name), USE_TEXT));
	emit(c, "\"");
}

/* The value of a choice: its attribute `value` or, for an <option> without one,
 * its text.  NULL if the value would depend on the language. */
static const char *
choice_value(struct compile *c, const xmlNode *node, const struct attrs *list,
    const struct marks *m)
{
	const char *value = attrs_value(list, "value");

	if (value != NULL || !element_is(node, "option"))
		return value;
	if (m->text != NULL)
		return arena_printf(c->arena, "{%s}", m->text);
	return m->t != NULL ? NULL : xml_text(c->arena, node);
}

/* Compiles `checked` or `selected`, written when the form value NAME equals the
 * element's value. */
static void
choice_compile(struct compile *c, const xmlNode *node, const struct attrs *list,
    const struct marks *m, const char *name)
{
	struct attr a = {"value", choice_value(c, node, list, m), node};
	enum op_kind kind = OP_CHECKED;
	size_t begun;

	if (element_is(node, "option"))
		kind = OP_SELECTED;
	if (a.value == NULL) {
		page_fault(c, node, "choice_without_value", name);
		return;
	}
	begun = emit_begin(
	    c, kind, name_use(c, node, name, strlen(name), USE_TEXT));
	template_compile(c, &a, false);
	emit_end(c, begun);
}

static bool
is_choice(const xmlNode *node, const struct attrs *list)
{
	const char *type = attrs_value(list, "type");

	return element_is(node, "input") && type != NULL &&
	       (strcmp(type, "radio") == 0 || strcmp(type, "checkbox") == 0);
}

/* The attribute that q:href sets on NODE; NULL if NODE cannot have an address.
 */
static const char *
href_attr(const xmlNode *node)
{
	if (element_is(node, "a") || element_is(node, "link") ||
	    element_is(node, "area"))
		return "href";
	if (element_is(node, "img"))
		return "src";
	return element_is(node, "form") ? "action" : NULL;
}

/* True if a mark replaces the attribute NAME. */
static bool
is_replaced(const struct compile *c, const xmlNode *node,
    const struct attrs *list, const struct marks *m, const char *name)
{
	const char *href = href_attr(node);

	if (strcmp(name, "class") == 0)
		return true;
	if (m->href != NULL && href != NULL && strcmp(name, href) == 0)
		return true;
	if (m->text != NULL && element_is(node, "img") &&
	    strcmp(name, "alt") == 0)
		return true;
	if (c->select != NULL && element_is(node, "option") &&
	    strcmp(name, "selected") == 0)
		return true;
	if (m->value == NULL || !element_is(node, "input"))
		return false;
	return strcmp(name, is_choice(node, list) ? "checked" : "value") == 0;
}

void
attrs_compile(struct compile *c, const xmlNode *node, const xmlNode *t,
    const struct marks *m)
{
	struct attrs list;
	struct flags flags;

	attrs_gather(c, node, t, &list);
	flags_read(c, node, m->flag, &flags);
	for (int i = 0; i < list.count; i++) {
		const char *name = list.item[i].name;

		if (!is_replaced(c, node, &list, m, name) &&
		    !flags_have(&flags, name))
			attr_compile(c, node, list.item[i]);
	}
	class_compile(c, node, &list, &flags);
	if (m->href != NULL && href_attr(node) == NULL)
		page_fault(
		    c, node, "href_of_no_address", (const char *)node->name);
	else if (m->href != NULL)
		hole_compile(c, node, href_attr(node), OP_HREF, m->href);
	if (m->text != NULL && element_is(node, "img"))
		hole_compile(c, node, "alt", OP_ATTR, m->text);
	if (m->value != NULL && is_choice(node, &list))
		choice_compile(c, node, &list, m, m->value);
	else if (m->value != NULL && element_is(node, "input"))
		hole_compile(c, node, "value", OP_FORM, m->value);
	if (c->select != NULL && element_is(node, "option"))
		choice_compile(c, node, &list, m, c->select);
	flags_compile(c, node, &flags);
}
