/* catalogue.h - human sentences by key, in every language.
 *
 * Files text/NAME.xml in the pages directory, one a program and common.xml:
 *   <texts>
 *   <t key="slot.left"><id>sisa {n}</id><en>{n} left</en></t>
 *   <t key="slot.title"><en>Choose a day</en></t>
 *   </texts>
 * A text with both languages is a message: plain text with {named} holes, which
 * a program puts into a page.  A text with English only translates the page's
 * element with q:t="KEY", where the Indonesian stands; its content may have
 * elements and marks, and the attributes of <en> replace those of the element.
 * A key is [a-z][a-z0-9_.-]*; a hole's name [a-z][a-z0-9_]*.
 */
#ifndef TEXT_CATALOGUE_H
#define TEXT_CATALOGUE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/lang.h"

struct catalogue;

/* Loads the files NAMES, a list that ends with NULL; memory is taken from A.
 * The first file is the program's own: its texts replace those of the same key
 * in other files.  Any other key that stands twice, and a bad file, is
 * ERR_FAULT, logged. */
MUST_USE enum err catalogue_load(struct arena *a, const char *pages_dir,
    const char *const *names, struct catalogue **catalogue);

/* Frees the parsed files, which only the page compiler needs.  Call it when all
 * pages are compiled: catalogue_node finds nothing afterwards. */
void catalogue_settle(struct catalogue *c);

/* The message KEY.  For an unknown key it logs a warning, once, and returns the
 * key itself, so that a page is never empty.  White space is squeezed. */
const char *catalogue_text(
    const struct catalogue *c, enum lang lang, const char *key);

/* True if there is a message KEY. */
bool catalogue_has(const struct catalogue *c, const char *key);

/* The element <id> or <en> of the text KEY, by LANG, for the page compiler;
 * NULL if there is none. */
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
