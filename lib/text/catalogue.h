/* catalogue.h - human sentences by key, in every language.
 *
 * Files text/id.xml and text/en.xml in the pages directory:
 *   <texts lang="en"><t key="slot.left">{n} left</t> ...</texts>
 * en.xml also holds the English of every q:t key of the pages, whose
 * content may have elements and marks; id.xml holds only what programs
 * say themselves (messages), as plain text with {named} holes, and en.xml the
 * same keys.  A key is [a-z][a-z0-9_.-]*; a hole's name [a-z][a-z0-9_]*.  A
 * key missing in either language is a fault of the lint.
 */
#ifndef TEXT_CATALOGUE_H
#define TEXT_CATALOGUE_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/lang.h"

struct catalogue;

/* Loads text/LANG.xml below PAGES_DIR; memory is taken from A.  Duplicate
 * keys and bad files are ERR_FAULT, logged. */
MUST_USE enum err catalogue_load(
    struct arena *a, const char *pages_dir, struct catalogue **catalogue);

/* Lets go of what only the page compiler needs, once all pages are compiled:
 * catalogue_node finds nothing any more. */
void catalogue_settle(struct catalogue *c);

/* The plain text of KEY.  An unknown key is logged once (warning) and given
 * back itself, so that a page is never empty.  White space is squeezed. */
const char *catalogue_text(
    const struct catalogue *c, enum lang lang, const char *key);

/* True if there is a text for KEY. */
int catalogue_has(const struct catalogue *c, enum lang lang, const char *key);

/* The element <t key="KEY">, for the page compiler; NULL if there is none. */
const xmlNode *catalogue_node(
    const struct catalogue *c, enum lang lang, const char *key);

/* The text of KEY with {name} replaced by the VALUE of the argument of that
 * name; the list ends with a NULL name.  An unfilled hole is logged
 * and stays as it is; a NULL value counts as "". */
struct text_arg {
	const char *name;
	const char *value;
};
char *catalogue_fill(struct arena *a, const struct catalogue *c, enum lang lang,
    const char *key, const struct text_arg *args);

#endif
