/* xml.h - libxml2 with all that we do not need switched off.
 *
 * No external entities, DTDs, XInclude or network.  The only document type
 * accepted is the bare <!DOCTYPE html>; one with an internal subset or an
 * external name is refused. xml_start() must run first.
 */
#ifndef TEXT_XML_H
#define TEXT_XML_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/err.h"

#define XML_FILE_MAX (8 << 20) /* bytes; a larger document is refused */

/* Blocks external entities for the whole process.  Call it once, before
 * everything else here. */
void xml_start(void);

/* Parses a file; the document is freed when A is reset.  A fault is logged
 * with file and line. */
MUST_USE enum err xml_file(struct arena *a, const char *path, xmlDoc **doc);

/* The path of the file NODE was read from, for messages; never NULL. */
const char *xml_path(const xmlNode *node);

/* The attribute NAME without namespace, copied to A; NULL if there is none. */
char *xml_attr(struct arena *a, const xmlNode *node, const char *name);

/* The value of ATTR, whatever its namespace, copied to A. */
char *xml_value(struct arena *a, const xmlAttr *attr);

/* All text inside NODE, copied to A: white space of XML (not U+00A0)
 * squeezed to single spaces, none at the ends; comments do not count. */
char *xml_text(struct arena *a, const xmlNode *node);

#endif
