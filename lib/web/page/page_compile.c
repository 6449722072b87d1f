/* page_compile.c - compiles elements and their content to operations. */
#include <string.h>

#include "web/page/page_private.h"

static void element_compile(struct compile *c, const xmlNode *node);

static bool
is_one_of(const char *name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(name, *list) == 0)
			return true;
	return false;
}

/* True for void elements, which have no end tag (HTML, section 13.1.2). */
static bool
is_void(const xmlNode *node)
{
	static const char *const names[] = {"area", "base", "br", "col",
	    "embed", "hr", "img", "input", "link", "meta", "source", "track",
	    "wbr", NULL};

	return !in_namespace(node, SVG_NS) &&
	       is_one_of((const char *)node->name, names);
}

/* True for elements that contain only text, no elements, in HTML. */
static bool
is_plain(const xmlNode *node)
{
	return element_is(node, "title") || element_is(node, "textarea") ||
	       element_is(node, "option");
}

static bool
is_verbatim(const xmlNode *node)
{
	return element_is(node, "pre") || element_is(node, "textarea");
}

static bool
has_content(const xmlNode *node)
{
	for (const xmlNode *n = node->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE || n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE)
			if (!xmlIsBlankNode(n))
				return true;
	return false;
}

static bool
has_attrs(const xmlNode *node)
{
	return node->properties != NULL;
}

/* Compiles a text.  White space that contains a newline becomes one newline. */
static void
text_compile(struct compile *c, const xmlNode *node)
{
	const char *s = (const char *)node->content;

	while (*s != '\0') {
		size_t n = strspn(s, " \t\r\n");
		bool bad;

		if (n > 0 && !c->verbatim && memchr(s, '\n', n) != NULL) {
			if (!c->newline)
				emit(c, "\n");
			s += n;
			continue;
		}
		n += strcspn(s + n, " \t\r\n");
		emit_escaped(c, s, n);
		for (const char *p = s; p < s + n; p++)
			if (hole_length(p, &bad) > 0)
				page_fault(c, node, "hole_in_text", p);
		s += n;
	}
}

static void
children_compile(struct compile *c, const xmlNode *parent)
{
	for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE)
			element_compile(c, n);
		else if (n->type == XML_TEXT_NODE ||
			 n->type == XML_CDATA_SECTION_NODE)
			text_compile(c, n);
	}
}

/* The translation of a q:t element in the language being compiled; NULL means
 * the page's own content (always for Indonesian). */
static const xmlNode *
translation(struct compile *c, const xmlNode *node, const struct marks *m)
{
	const xmlNode *t;

	if (m->t == NULL)
		return NULL;
	if (c->translated) {
		page_fault(c, node, "t_inside_t", m->t);
		return NULL;
	}
	if (c->lang == LANG_ID)
		return NULL;
	t = catalogue_node(c->set->source.texts, c->lang, m->t);
	if (t == NULL) {
		page_fault(c, node, "no_translation", m->t);
		return NULL;
	}
	if (!has_content(t) && !has_attrs(t))
		page_fault(c, t, "empty_translation", m->t);
	for (const xmlAttr *a = t->properties; a != NULL; a = a->next)
		if (a->ns != NULL)
			page_fault(c, t, "mark_on_t", (const char *)a->name);
	page_check(c, t, true);
	return t;
}

static void
content_compile(struct compile *c, const xmlNode *node, const xmlNode *t,
    const struct marks *m)
{
	const bool verbatim = c->verbatim, plain = c->plain;
	const bool translated = c->translated;
	const char *hole = m->text;

	if (hole == NULL && m->value != NULL && element_is(node, "textarea"))
		hole = m->value;
	if (hole != NULL) {
		sample_check(c, node);
		if (t != NULL && has_content(t))
			page_fault(c, node, "text_and_t", m->t);
		/* a browser drops a newline right after the tag */
		if (is_verbatim(node))
			emit(c, "\n");
		emit_op(c, hole == m->text ? OP_TEXT : OP_FORM,
		    name_use(c, node, hole, strlen(hole), USE_TEXT));
		return;
	}
	c->verbatim = verbatim || is_verbatim(node);
	c->plain = plain || is_plain(node);
	c->translated = translated || t != NULL;
	if (t == NULL || !has_content(t)) {
		c->translated = translated;
		t = node;
	}
	children_compile(c, t);
	c->verbatim = verbatim;
	c->plain = plain;
	c->translated = translated;
}

/* Compiles the content of the page's <title> or <main> into the frame's. */
static void
framed_compile(struct compile *c, const xmlNode *node, const char *what)
{
	const xmlNode *from = NULL;
	struct marks m;

	if (strcmp(what, "title") == 0) {
		from = c->title;
		c->placed_title = true;
	} else if (strcmp(what, "main") == 0) {
		from = c->main;
		if (c->placed_main)
			page_fault(c, node, "main_twice", what);
		c->placed_main = true;
	}
	if (from == NULL || c->framing) {
		page_fault(c, node, "unknown_place", what);
		return;
	}
	sample_check(c, node);
	marks_read(c, from, &m);
	if (m.value != NULL || m.href != NULL || m.flag != NULL ||
	    m.each != NULL || m.when != NULL || m.unless != NULL)
		page_fault(c, from, "mark_without_effect", what);
	c->framing = true;
	content_compile(c, from, translation(c, from, &m), &m);
	c->framing = false;
}

static void
marks_check(struct compile *c, const xmlNode *node, const struct marks *m)
{
	const char *name = (const char *)node->name;
	const bool block = in_namespace(node, MARK_NS);

	if (m->value != NULL && !element_is(node, "input") &&
	    !element_is(node, "select") && !element_is(node, "textarea"))
		page_fault(c, node, "value_not_of_a_field", name);
	if (m->text != NULL && is_void(node) && !element_is(node, "img"))
		page_fault(c, node, "text_of_a_void_element", name);
	/* every answer needs <html>, so it must not depend on a value */
	if (element_is(node, "html") &&
	    (m->when != NULL || m->unless != NULL || m->each != NULL))
		page_fault(c, node, "condition_on_html", "");
	if (block && (m->href != NULL || m->flag != NULL))
		page_fault(c, node, "mark_without_effect", name);
	if (is_void(node) && has_content(node))
		page_fault(c, node, "content_of_a_void_element", name);
	if (m->t != NULL && *m->t == '\0')
		page_fault(c, node, "bad_key", "");
	if (c->plain && !block)
		page_fault(c, node, "element_in_plain_text", name);
	for (const xmlAttr *a = node->properties; block && a != NULL;
	     a = a->next)
		if (a->ns == NULL)
			page_fault(c, node, "attribute_of_a_block",
			    (const char *)a->name);
}

static void
inside_compile(struct compile *c, const xmlNode *node, const xmlNode *t,
    const struct marks *m)
{
	const char *select = c->select;

	if (m->page != NULL && !element_is(node, "html")) {
		const bool plain = c->plain;

		c->plain = plain || is_plain(node);
		framed_compile(c, node, m->page);
		c->plain = plain;
		return;
	}
	if (element_is(node, "select"))
		c->select = m->value;
	content_compile(c, node, t, m);
	c->select = select;
}

static bool
is_style_sheet(struct compile *c, const xmlNode *node)
{
	const char *rel = xml_attr(c->arena, node, "rel");

	return element_is(node, "link") && rel != NULL &&
	       strcmp(rel, "stylesheet") == 0;
}

static void
part_compile(struct compile *c, const xmlNode *node, const struct marks *m)
{
	const xmlNode *part = part_begin(c, node, m);

	if (part == NULL)
		return;
	children_compile(c, part);
	part_end(c);
}

static void
tagged_compile(struct compile *c, const xmlNode *node, const struct marks *m)
{
	const char *name = (const char *)node->name;
	const xmlNode *t;

	if (in_namespace(node, MARK_NS) && strcmp(name, "part") == 0) {
		part_compile(c, node, m);
		return;
	}
	t = translation(c, node, m);
	marks_check(c, node, m);
	if (in_namespace(node, MARK_NS)) {
		if (t != NULL && has_attrs(t))
			page_fault(c, t, "attribute_of_a_block", m->t);
		inside_compile(c, node, t, m);
		return;
	}
	if (is_style_sheet(c, node)) {
		if (*c->set->style == '\0')
			return;
		emit(c, "<style>");
		emit(c, c->set->style);
		emit(c, "</style>");
		return;
	}
	emit(c, "<");
	emit(c, name);
	attrs_compile(c, node, t, m);
	emit(c, ">");
	if (is_void(node))
		return;
	if (element_is(node, "form") && c->lang != LANG_ID) {
		emit(c, "<input type=\"hidden\" name=\"lang\" value=\"");
		emit(c, lang_name(c->lang));
		emit(c, "\">");
	}
	inside_compile(c, node, t, m);
	emit(c, "</");
	emit(c, name);
	emit(c, ">");
}

/* If an element is repeated for each item of a list (q:each), its conditions
 * (q:if, q:unless) are compiled inside the loop, so they see the names of the
 * item. */
static void
element_compile(struct compile *c, const xmlNode *node)
{
	const int scope = c->scope;
	const bool newline = c->newline;
	size_t each = 0, when = 0, unless = 0;
	struct marks m;

	marks_read(c, node, &m);
	if (m.each != NULL) {
		each = emit_begin(c, OP_EACH,
		    name_use(c, node, m.each, strlen(m.each), USE_LIST));
		c->scope = ++c->scopes;
		c->newline =
		    false; /* another item can precede, without a newline */
	}
	if (m.when != NULL)
		when = emit_begin(c, OP_IF,
		    name_use(c, node, m.when, strlen(m.when), USE_TRUTH));
	if (m.unless != NULL)
		unless = emit_begin(c, OP_UNLESS,
		    name_use(c, node, m.unless, strlen(m.unless), USE_TRUTH));
	tagged_compile(c, node, &m);
	if (m.unless != NULL)
		emit_end(c, unless);
	if (m.when != NULL)
		emit_end(c, when);
	if (m.each != NULL)
		emit_end(c, each);
	c->scope = scope;
	if (m.each != NULL || m.when != NULL || m.unless != NULL)
		c->newline =
		    c->newline && newline; /* the element can be left out */
}

void
page_compile(struct compile *c, const xmlNode *root)
{
	emit(c, "<!DOCTYPE html>\n");
	element_compile(c, root);
	emit(c, "\n");
	emit_flush(c);
	if (c->main != NULL && !c->placed_main)
		page_fault(c, root, "no_place_for", "main");
	if (c->main != NULL && !c->placed_title)
		page_fault(c, root, "no_place_for", "title");
}
