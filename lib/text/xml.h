/* xml.h - libxml2 with everything shut that need not be open.
 *
 * Never entities from outside, DTDs, XInclude or the network; a document with
 * an internal subset is refused.  xml_start() must run first.
 */
#ifndef TEXT_XML_H
#define TEXT_XML_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/err.h"

/* Blocks external entities for good; once per process, before all else. */
void xml_start(void);

/* Parses a file; the document is freed when A is reset.  A fault is logged
 * with file and line. */
MUST_USE enum err xml_file(struct arena *a, const char *path, xmlDoc **doc);

/* The attribute NAME without namespace, copied to A; NULL if there is none. */
char *xml_attr(struct arena *a, const xmlNode *node, const char *name);

/* All text inside NODE, blanks squeezed, copied to A. */
char *xml_text(struct arena *a, const xmlNode *node);

#endif
