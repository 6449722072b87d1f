/* page_file.c - reads the files of a page: its own, its frame's, a part's. */
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "web/page/page_private.h"

const xmlNode *
element_find(const xmlNode *node, const char *name)
{
	for (const xmlNode *n = node->children; n != NULL; n = n->next) {
		const xmlNode *found;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		found = element_is(n, name) ? n : element_find(n, name);
		if (found != NULL)
			return found;
	}
	return NULL;
}

static bool
file_name_ok(const char *name)
{
	return *name != '\0' &&
	       name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-")] ==
	           '\0';
}

static const char *
path_of(struct compile *c, const char *room, const char *name)
{
	return arena_printf(
	    c->arena, "%s/%s/%s.xhtml", c->set->source.pages_dir, room, name);
}

/* The room of the page NAME.  A lint makes sure that no two rooms have a page
 * of the same name, so a program names a page without its room. */
static const char *
room_of(struct compile *c, const char *name)
{
	static const char *const rooms[] = {"desk", "admin"};

	for (size_t i = 0; i < sizeof(rooms) / sizeof(rooms[0]); i++)
		if (access(path_of(c, rooms[i], name), F_OK) == 0)
			return rooms[i];
	return "public";
}

enum err
page_file(
    struct compile *c, const char *room, const char *name, const xmlNode **root)
{
	const xmlNode *r;
	xmlDoc *doc;
	enum err err;

	if (!file_name_ok(name)) {
		log_fault("page", "why=bad_file_name");
		return ERR_FAULT;
	}
	err = xml_file(c->arena, path_of(c, room, name), &doc);
	if (err != OK)
		return err;
	r = xmlDocGetRootElement(doc);
	if (!element_is(r, "html"))
		page_fault(c, r, "not_html", (const char *)r->name);
	*root = r;
	return OK;
}

enum err
page_read(struct compile *c, const char *name, const xmlNode **root)
{
	const xmlNode *own;
	struct marks m;
	enum err err;

	err = page_file(c, room_of(c, name), name, &own);
	if (err != OK)
		return err;
	marks_read(c, own, &m);
	if (m.page == NULL) {
		page_check(c, own, true);
		*root = own;
		return OK;
	}
	c->title = element_find(own, "title");
	c->main = element_find(own, "main");
	if (c->title == NULL || c->main == NULL)
		page_fault(c, own, "no_title_or_main", name);
	page_check(c, own, false);
	err = page_file(c, "frame", m.page, root);
	if (err == OK)
		page_check(c, *root, true);
	return err;
}
