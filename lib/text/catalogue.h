/* catalogue.h - human sentences by key, in every language.
 *
 * The files are text/NAME.xml in the pages directory: one for each program, and
 * common.xml for all.  They look like this:
 *   <texts>
 *   <t key="slot.left"><id>sisa {n}</id><en>{n} left</en></t>
 *   <t key="slot.title"><en>Choose a day</en></t>
 *   </texts>
 * A text with both languages is a message: plain text with {named} holes, which
 * a program puts into a page.  A text with English only is the translation of
 * the page's element with q:t="KEY", which has the Indonesian text.  The
 * content of its <en> can have elements and marks (web/page/page.h); the
 * attributes of <en> replace those of the page's element.  A key is
 * [a-z][a-z0-9_.-]*, the name of a hole [a-z][a-z0-9_]*.
 */
#ifndef TEXT_CATALOGUE_H
#define TEXT_CATALOGUE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/lang.h"

struct catalogue;

/* Loads the files NAMES, a list that ends with NULL, into *CATALOGUE, in A. The
 * first file is the program's own: its texts replace texts of the same key in
 * the other files.  ERR_FAULT, logged, if a file is bad, or if a key that the
 * first file does not have exists twice. */
MUST_USE enum err catalogue_load(struct arena *a, const char *pages_dir,
    const char *const *names, struct catalogue **catalogue);

/* Frees the parsed files, which only the page compiler needs.  Call it when all
 * pages are compiled: catalogue_node finds nothing afterwards. */
void catalogue_settle(struct catalogue *c);

/* Returns the message KEY, its runs of white space made one space.  For an
 * unknown key it logs a warning, once a process, and returns KEY itself, so
 * that the page shows something. */
const char *catalogue_text(
    const struct catalogue *c, enum lang lang, const char *key);

/* True if there is a message KEY. */
bool catalogue_has(const struct catalogue *c, const char *key);

/* Returns the element <id> or <en>, as LANG says, of the text KEY, for the page
 * compiler; NULL if there is none. */
const xmlNode *catalogue_node(
    const struct catalogue *c, enum lang lang, const char *key);

/* The value for the hole {NAME} of a message; NULL counts as "". */
struct text_arg {
	const char *name;
	const char *value;
};

/* Returns the message KEY, in A, with its holes replaced by the values of ARGS,
 * a list that ends with a NULL name.  A hole without an argument is logged and
 * remains in the text. */
char *catalogue_fill(struct arena *a, const struct catalogue *c, enum lang lang,
    const char *key, const struct text_arg *args);

#endif
