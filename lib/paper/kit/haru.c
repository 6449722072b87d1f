/* haru.c - functions of libharu that its public header lacks. */
#include "paper/kit/haru.h"

#include <hpdf_doc.h>
#include <hpdf_pages.h>

void
haru_set_lang(void *pdf, const char *lang)
{
	HPDF_Doc doc = pdf;

	HPDF_Dict_Add(
	    doc->catalog, "Lang", HPDF_String_New(doc->mmgr, lang, NULL));
}

/* libharu calls this when it has written a dictionary's own entries and before
 * it ends the dictionary. */
static HPDF_STATUS
write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
	return HPDF_Stream_WriteStr(stream, dict->attr);
}

static HPDF_STATUS
write_deflated(HPDF_Dict dict, HPDF_Stream stream)
{
	(void)dict;
	return HPDF_Stream_WriteStr(stream, HARU_DEFLATED);
}

static void
fill(HPDF_Dict dict, char *entries)
{
	dict->attr = entries;
	dict->write_fn = write_entries;
}

static bool
put(HPDF_Dict dict, const void *data, size_t n)
{
	return HPDF_Stream_Write(dict->stream, data, (HPDF_UINT)n) == HPDF_OK;
}

unsigned
haru_object(void *pdf, char *entries, const void *data, size_t n)
{
	HPDF_Doc doc = pdf;
	HPDF_Dict dict;

	if (data != NULL)
		dict = HPDF_DictStream_New(doc->mmgr, doc->xref);
	else
		dict = HPDF_Dict_New(doc->mmgr);
	if (dict == NULL)
		return 0;
	if (data == NULL && HPDF_Xref_Add(doc->xref, dict) != HPDF_OK)
		return 0;
	fill(dict, entries);
	if (data != NULL && !put(dict, data, n))
		return 0;
	return (unsigned)dict->header.obj_id & ~(unsigned)HPDF_OTYPE_INDIRECT;
}

bool
haru_page(void *page, char *resources, const void *content, size_t n)
{
	HPDF_Page p = page;
	HPDF_PageAttr attr = p->attr;
	HPDF_Dict dict = HPDF_Dict_GetItem(p, "Resources", HPDF_OCLASS_DICT);

	if (dict == NULL)
		return false;
	HPDF_Dict_RemoveElement(dict, "ProcSet"); /* for printers of 2000 */
	attr->contents->write_fn = write_deflated;
	fill(dict, resources);
	return put(attr->contents, content, n);
}
