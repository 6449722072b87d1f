/* page_part.c - parts that several pages include: <q:part name="n"/>. */
#include <string.h>

#include "web/page/page_private.h"

struct part {
	struct part *next;
	const char *name;
	const xmlNode *main; /* NULL: the part has a fault, which was logged */
};

static bool
has_marks(struct compile *c, const xmlNode *node)
{
	static const struct marks none;
	struct marks m;

	marks_read(c, node, &m);
	return memcmp(&m, &none, sizeof(m)) != 0;
}

/* The <main> of the part NAME; NODE is the <q:part>, for messages. */
static const xmlNode *
part_read(struct compile *c, const xmlNode *node, const char *name)
{
	const xmlNode *root, *part;

	if (page_file(c, "part", name, &root) != OK) {
		page_fault(c, node, "no_part", name);
		return NULL;
	}
	part = element_find(root, "main");
	if (part == NULL) {
		page_fault(c, root, "no_main", name);
		return NULL;
	}
	if (has_marks(c, part))
		page_fault(c, part, "mark_without_effect", "main");
	c->part_main = part;
	page_check(c, root, false);
	c->part_main = NULL;
	return part;
}

static const xmlNode *
part_find(struct compile *c, const xmlNode *node, const char *name)
{
	struct part *p;

	for (p = c->part; p != NULL; p = p->next)
		if (strcmp(p->name, name) == 0)
			return p->main;
	p = ARENA_NEW(c->arena, struct part);
	*p = (struct part){c->part, name, part_read(c, node, name)};
	c->part = p;
	return p->main;
}

/* Checks the attributes of a <q:part>: its only marks can be q:each, q:if and
 * q:unless; no value has a hole. */
static void
part_check(struct compile *c, const xmlNode *node, const struct marks *m)
{
	if (m->text != NULL || m->value != NULL || m->href != NULL ||
	    m->flag != NULL || m->t != NULL || m->page != NULL)
		page_fault(c, node, "mark_without_effect", "part");
	if (node->children != NULL)
		page_fault(c, node, "content_of_a_part", "");
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
		if (a->ns == NULL &&
		    strchr(xml_value(c->arena, a), '{') != NULL)
			page_fault(
			    c, node, "hole_not_allowed", (const char *)a->name);
}

const xmlNode *
part_begin(struct compile *c, const xmlNode *node, const struct marks *m)
{
	const char *name = xml_attr(c->arena, node, "name");
	const xmlNode *part;

	part_check(c, node, m);
	if (name == NULL || c->depth == PARTS_DEEP) {
		page_fault(c, node,
		    name == NULL ? "part_without_name" : "parts_too_deep", "");
		return NULL;
	}
	part = part_find(c, node, name);
	if (part != NULL)
		c->around[c->depth++] = node;
	return part;
}

void
part_end(struct compile *c)
{
	c->depth--;
}

const char *
part_word(struct compile *c, const char *name, size_t n)
{
	const char *word = arena_strndup(c->arena, name, n), *value;

	if (strcmp(word, "name") == 0)
		return NULL;
	for (int i = c->depth; i-- > 0;) {
		value = xml_attr(c->arena, c->around[i], word);
		if (value != NULL)
			return value;
	}
	return NULL;
}
