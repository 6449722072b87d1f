/* catalogue.h - human sentences by key, in every language.
 *
 * Files text/NAME.xml in the pages directory, one a program and common.xml:
 *   <texts>
 *   <t key="slot.left"><id>sisa {n}</id><en>{n} left</en></t>
 *   <t key="slot.title"><en>Choose a day</en></t>
 *   </texts>
 * A text with both languages is a message, which programs say: plain text with
 * {named} holes.  The Indonesian of a q:t key stands in its page, so the text
 * has only the English, whose content may have elements and marks; the
 * attributes of <en> are those of the page's element in English.  A key is
 * [a-z][a-z0-9_.-]*; a hole's name [a-z][a-z0-9_]*.
 */
#ifndef TEXT_CATALOGUE_H
#define TEXT_CATALOGUE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/lang.h"

struct catalogue;

/* Loads the files NAMES, which end with a NULL; memory is taken from A.  The
 * first is the program's own: what it says goes before the text of the same key
 * in another file.  Any other key that stands twice and bad files are
 * ERR_FAULT, logged. */
MUST_USE enum err catalogue_load(struct arena *a, const char *pages_dir,
    const char *const *names, struct catalogue **catalogue);

/* Lets go of what only the page compiler needs, once all pages are compiled:
 * catalogue_node finds nothing any more. */
void catalogue_settle(struct catalogue *c);

/* The message KEY.  An unknown key is logged once (warning) and given
 * back itself, so that a page is never empty.  White space is squeezed. */
const char *catalogue_text(
    const struct catalogue *c, enum lang lang, const char *key);

/* True if there is a message KEY. */
bool catalogue_has(const struct catalogue *c, const char *key);

/* What says KEY in LANG, the element <id> or <en>, for the page compiler; NULL
 * if there is none. */
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
