/* page_check.c - rules for a page that do not depend on its language. */
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "web/page/page_private.h"

struct said {
	struct said *next;
	const xmlNode *node;
	const char *why;
	const char *what;
};

/* Elements whose content a browser runs, loads, or does not read as markup, so
 * that escaping would not protect there; and <base>, which would redirect all
 * addresses. */
static const char *const forbidden[] = {"script", "style", "iframe", "object",
    "embed", "applet", "base", "frame", "frameset", "noembed", "noframes",
    "noscript", "plaintext", "xmp", "template", "foreignobject", "animate",
    "animatemotion", "animatetransform", "set"};

static const struct mark {
	const char *name;
	size_t place;
} known[] = {
    {"text", offsetof(struct marks, text)},
    {"value", offsetof(struct marks, value)},
    {"href", offsetof(struct marks, href)},
    {"flag", offsetof(struct marks, flag)},
    {"each", offsetof(struct marks, each)},
    {"if", offsetof(struct marks, when)},
    {"unless", offsetof(struct marks, unless)},
    {"t", offsetof(struct marks, t)},
    {"page", offsetof(struct marks, page)},
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

void
page_fault(
    struct compile *c, const xmlNode *node, const char *why, const char *what)
{
	char word[128];
	struct said *s;

	c->faults++;
	for (s = c->said; s != NULL; s = s->next)
		if (s->node == node && strcmp(s->why, why) == 0 &&
		    strcmp(s->what, what) == 0)
			return;
	s = ARENA_NEW(c->arena, struct said);
	*s = (struct said){c->said, node, why, arena_strdup(c->arena, what)};
	c->said = s;
	log_fault("page", "file=%s line=%ld why=%s what=%s", xml_path(node),
	    xmlGetLineNo(node), why, log_word(word, sizeof(word), what));
}

static bool
ns_is(const xmlNs *ns, const char *href)
{
	return ns != NULL && strcmp((const char *)ns->href, href) == 0;
}

bool
in_namespace(const xmlNode *node, const char *ns)
{
	return ns_is(node->ns, ns);
}

bool
element_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && !ns_is(node->ns, SVG_NS) &&
	       !ns_is(node->ns, MARK_NS) &&
	       strcmp((const char *)node->name, name) == 0;
}

static const struct mark *
mark_find(const char *name)
{
	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(known[i].name, name) == 0)
			return &known[i];
	return NULL;
}

void
marks_read(struct compile *c, const xmlNode *node, struct marks *m)
{
	memset(m, 0, sizeof(*m));
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
		const struct mark *k;
		const char *value;

		if (!ns_is(a->ns, MARK_NS))
			continue;
		k = mark_find((const char *)a->name);
		if (k == NULL) {
			page_fault(
			    c, node, "unknown_mark", (const char *)a->name);
			continue;
		}
		value = xml_value(c->arena, a);
		memcpy((char *)m + k->place, &value, sizeof(value));
	}
}

/* Logs a fault if a comment contains a mark, which would have no effect. */
static void
comment_check(struct compile *c, const xmlNode *node)
{
	const char *p = (const char *)node->content;

	while (p != NULL && (p = strstr(p, "q:")) != NULL) {
		size_t n = strcspn(p + 2, "= \t\r\n");

		if (p[2 + n] == '=' &&
		    mark_find(arena_strndup(c->arena, p + 2, n)) != NULL) {
			page_fault(c, node, "mark_in_comment", "q:");
			return;
		}
		p += 2;
	}
}

static bool
has_upper(const char *s)
{
	return strpbrk(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;
}

static void
attr_check(struct compile *c, const xmlNode *node, const xmlAttr *a, bool marks)
{
	const char *name = (const char *)a->name;

	if (ns_is(a->ns, MARK_NS)) {
		if (mark_find(name) == NULL)
			page_fault(c, node, "unknown_mark", name);
		else if (!marks)
			page_fault(c, node, "mark_without_effect", name);
		return;
	}
	if (a->ns != NULL && !ns_is(a->ns, XLINK_NS) &&
	    !ns_is(a->ns, (const char *)XML_XML_NAMESPACE))
		page_fault(c, node, "unknown_attribute", name);
	if (strncasecmp(name, "on", 2) == 0)
		page_fault(c, node, "script_attribute", name);
	else if (has_upper(name) && !ns_is(node->ns, SVG_NS))
		page_fault(c, node, "upper_case", name);
}

static void
element_check(struct compile *c, const xmlNode *node)
{
	const char *name = (const char *)node->name;

	for (size_t i = 0; i < COUNT(forbidden); i++)
		if (strcasecmp(name, forbidden[i]) == 0)
			page_fault(c, node, "forbidden_element", name);
	if (ns_is(node->ns, SVG_NS))
		return;
	if (ns_is(node->ns, MARK_NS)) {
		if (strcmp(name, "block") != 0 && strcmp(name, "part") != 0)
			page_fault(c, node, "unknown_mark", name);
	} else if (node->ns != NULL && !ns_is(node->ns, XHTML_NS)) {
		page_fault(c, node, "unknown_element", name);
	} else if (has_upper(name)) {
		page_fault(c, node, "upper_case", name);
	}
}

/* True for q:page on <html>, which names the frame of the page.  It is the only
 * mark outside <title> and <main> that has an effect in a page with a frame. */
static bool
is_frame_mark(const xmlNode *node, const xmlAttr *a)
{
	return element_is(node, "html") && ns_is(a->ns, MARK_NS) &&
	       strcmp((const char *)a->name, "page") == 0;
}

void
page_check(struct compile *c, const xmlNode *node, bool marks)
{
	if (node->type == XML_COMMENT_NODE) {
		comment_check(c, node);
		return;
	}
	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		return;
	if (node->type != XML_ELEMENT_NODE) {
		page_fault(c, node, "unknown_node", (const char *)node->name);
		return;
	}
	marks = marks || node == c->title || node == c->main ||
	        node == c->part_main;
	element_check(c, node);
	if (!marks && in_namespace(node, MARK_NS))
		page_fault(
		    c, node, "mark_without_effect", (const char *)node->name);
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
		attr_check(c, node, a, marks || is_frame_mark(node, a));
	for (const xmlNode *n = node->children; n != NULL; n = n->next)
		page_check(c, n, marks);
}

void
sample_check(struct compile *c, const xmlNode *node)
{
	for (const xmlNode *n = node->children; n != NULL; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (ns_is(n->ns, MARK_NS))
			page_fault(
			    c, n, "mark_without_effect", (const char *)n->name);
		for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
			if (ns_is(a->ns, MARK_NS))
				page_fault(c, n, "mark_without_effect",
				    (const char *)a->name);
		sample_check(c, n);
	}
}
