/* xml.h - libxml2 with all that we do not need switched off.
 *
 * External entities, DTDs, XInclude and network access are switched off.  A
 * document type must be bare, like <!DOCTYPE html>: xml_file() refuses one with
 * an internal subset or an external name.
 */
#ifndef TEXT_XML_H
#define TEXT_XML_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/err.h"

#define XML_FILE_MAX (8 << 20) /* bytes; a larger document is refused */

/* Blocks external entities for the whole process.  Call it once, before any
 * other function of this header. */
void xml_start(void);

/* Parses the file PATH into *DOC, which the reset of A frees.  ERR_FAULT,
 * logged with file and line, if the file cannot be read or is not well-formed
 * XML. */
MUST_USE enum err xml_file(struct arena *a, const char *path, xmlDoc **doc);

/* The path of the file that NODE was read from, for messages; never NULL. */
const char *xml_path(const xmlNode *node);

/* The attribute NAME without namespace, copied to A; NULL if there is none. */
char *xml_attr(struct arena *a, const xmlNode *node, const char *name);

/* The value of ATTR, whatever its namespace, copied to A. */
char *xml_value(struct arena *a, const xmlAttr *attr);

/* All text inside NODE except comments, copied to A.  Runs of XML's white space
 * (not U+00A0) become one space; there is none at the ends. */
char *xml_text(struct arena *a, const xmlNode *node);

#endif
