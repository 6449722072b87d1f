/* xml.c - libxml2 with all that we do not need switched off. */
#include "text/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "base/log.h"

static xmlParserInput *
entity_refused(const char *url, const char *id, xmlParserCtxt *ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	return NULL;
}

void
xml_start(void)
{
	xmlInitParser();
	xmlSetExternalEntityLoader(entity_refused);
}

/* Reads the whole file PATH into A.  libxml2 cannot open the file itself,
 * because entity_refused refuses every file. */
static enum err
file_read(struct arena *a, const char *path, char **data, size_t *size)
{
	struct stat st;
	size_t n = 0;
	ssize_t got = 0;
	enum err err = ERR_FAULT;
	char *p;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0) {
		log_fault("xml", "file=%s errno=%d", path, errno);
		return ERR_FAULT;
	}
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_size > XML_FILE_MAX) {
		log_fault("xml", "file=%s why=no_file_or_too_large", path);
		goto out;
	}
	p = arena_alloc(a, (size_t)st.st_size + 1);
	while (n < (size_t)st.st_size) {
		got = read(fd, p + n, (size_t)st.st_size - n);
		if (got <= 0)
			break;
		n += (size_t)got;
	}
	if (got < 0) {
		log_fault("xml", "file=%s errno=%d", path, errno);
		goto out;
	}
	*data = p;
	*size = n;
	err = OK;
out:
	close(fd);
	return err;
}

static void
doc_free(void *doc)
{
	xmlFreeDoc(doc);
}

/* The first message of the parser.  The later messages are dropped, because the
 * first error usually causes them. */
struct complaint {
	struct arena *arena;
	const char *why;
	int line;
};

static void
complain(void *data, xmlError *e)
{
	struct complaint *c = data;
	char *why;

	if (c->why != NULL || e->message == NULL)
		return;
	why = arena_strdup(c->arena, e->message);
	why[strcspn(why, "\n")] = '\0';
	c->why = why;
	c->line = e->line;
}

static bool
doctype_is_bare(const xmlDtd *dtd)
{
	return dtd == NULL ||
	       (dtd->ExternalID == NULL && dtd->SystemID == NULL &&
		   dtd->children == NULL);
}

enum err
xml_file(struct arena *a, const char *path, xmlDoc **doc)
{
	struct complaint first = {.arena = a};
	xmlParserCtxt *ctxt;
	xmlDoc *d;
	size_t size;
	char *data;
	enum err err;

	err = file_read(a, path, &data, &size);
	if (err != OK)
		return err;
	ctxt = xmlNewParserCtxt();
	if (ctxt == NULL) {
		log_fault("xml", "file=%s why=memory", path);
		return ERR_FAULT;
	}
	err = ERR_FAULT;
	xmlSetStructuredErrorFunc(&first, complain);
	d = xmlCtxtReadMemory(
	    ctxt, data, (int)size, path, NULL, XML_PARSE_NONET);
	xmlSetStructuredErrorFunc(NULL, NULL);
	if (d == NULL) {
		log_fault("xml", "file=%s line=%d why=\"%s\"", path, first.line,
		    first.why == NULL ? "unknown" : first.why);
		goto out;
	}
	arena_defer(a, doc_free, d);
	if (!doctype_is_bare(d->intSubset)) {
		log_fault("xml", "file=%s line=1 why=document_type", path);
		goto out;
	}
	*doc = d;
	err = OK;
out:
	xmlFreeParserCtxt(ctxt);
	return err;
}

const char *
xml_path(const xmlNode *node)
{
	if (node->doc == NULL || node->doc->URL == NULL)
		return "?";
	return (const char *)node->doc->URL;
}

static char *
taken(struct arena *a, xmlChar *s)
{
	char *copy;

	if (s == NULL)
		return arena_strdup(a, "");
	copy = arena_strdup(a, (const char *)s);
	xmlFree(s);
	return copy;
}

char *
xml_attr(struct arena *a, const xmlNode *node, const char *name)
{
	xmlChar *s = xmlGetNoNsProp(node, (const xmlChar *)name);

	return s == NULL ? NULL : taken(a, s);
}

char *
xml_value(struct arena *a, const xmlAttr *attr)
{
	return taken(a, xmlNodeListGetString(attr->doc, attr->children, 1));
}

char *
xml_text(struct arena *a, const xmlNode *node)
{
	char *s = taken(a, xmlNodeGetContent(node)), *out = s;
	bool gap = false;

	for (const char *p = s; *p != '\0'; p++) {
		if (strchr(" \t\r\n", *p) != NULL) {
			gap = out != s;
			continue;
		}
		if (gap)
			*out++ = ' ';
		gap = false;
		*out++ = *p;
	}
	*out = '\0';
	return s;
}
