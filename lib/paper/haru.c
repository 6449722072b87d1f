/* haru.c - what libharu knows and its public header does not offer. */
#include "paper/haru.h"

#include <hpdf_doc.h>
#include <hpdf_fontdef.h>
#include <hpdf_pages.h>

bool
haru_has_glyph(void *pdf, const char *font, uint16_t c)
{
	HPDF_FontDef def = HPDF_Doc_FindFontDef(pdf, font);

	return def != NULL && HPDF_TTFontDef_GetGlyphid(def, c) != 0;
}

void
haru_set_lang(void *pdf, const char *lang)
{
	HPDF_Doc doc = pdf;

	HPDF_Dict_Add(
	    doc->catalog, "Lang", HPDF_String_New(doc->mmgr, lang, NULL));
}

void
haru_write(void *page, const char *operators, size_t n)
{
	HPDF_PageAttr attr = ((HPDF_Page)page)->attr;

	HPDF_Stream_Write(
	    attr->stream, (const HPDF_BYTE *)operators, (HPDF_UINT)n);
}
