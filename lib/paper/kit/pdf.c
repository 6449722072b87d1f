/* pdf.c - libharu with our three fonts, ready to print. */
#include "paper/kit/pdf.h"

#include <string.h>

#include "base/log.h"
#include "paper/kit/pdf_private.h"

#define SQUEEZE_LEVEL 6 /* of 1, fastest, to 12, smallest */

static const char *const font_files[PDF_FACES] = {
    "sans.ttf", "sans-bold.ttf", "code.ttf"};

/* CP1252 0x80..0x9f (unicode.org, VENDORS/MICSFT/WINDOWS/CP1252.TXT). */
static const uint16_t ansi_high[32] = {0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026,
    0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018,
    0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161,
    0x203a, 0x153, 0, 0x17e, 0x178};

/* The base letter without its diacritics, by code point from U+0180 and from
 * U+1E00 (unicode.org, UnicodeData.txt, decompositions and names); '.' where
 * there is no single base letter. */
static const char base_180[] =
    "bBBb..OCcDDDd.E.EFfG...IKkl.MNnOOo..Pp.....tTtTUu.VYyZz........."
    ".....D..L..N.AaIiOoUuUuUuUuUueAaAa..GgGgKkOoOo..j.D.Gg..NnAa..Oo"
    "AaAaEeEeIiIiOoOoRrRrUuUuSsTt..HhNd..ZzAaEeOoOoOoOoYylntj..ACcLTs"
    "z..BUVEeJj.qRrYy";
static const char base_1e00[] =
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
    "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
    "WwWwWwWwWwXxXxYyZzZzZzhtwyasss..AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
    "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy....Yy";

int
pdf_place(uint32_t c)
{
	if (c >= 0x20 && c <= 0x17f)
		return (int)c - 0x20;
	if (c >= 0x2010 && c <= 0x2026)
		return (int)(c - 0x2010) + 0x160;
	return c == 0x20ac ? PDF_GLYPHS - 1 : -1;
}

uint16_t
pdf_char(int place)
{
	if (place < 0x160)
		return (uint16_t)(place + 0x20);
	return place == PDF_GLYPHS - 1 ? 0x20ac : (uint16_t)(place + 0x1eb0);
}

static void
on_fault(HPDF_STATUS status, HPDF_STATUS detail, void *data)
{
	struct pdf *p = data;

	if (!p->armed)
		return;
	p->status = status;
	p->detail = detail;
	longjmp(p->fault, 1);
}

static void
load_glyphs(struct pdf *p, enum pdf_face face)
{
	for (int i = 0; i < PDF_GLYPHS; i++) {
		uint16_t glyph = font_glyph(p->font[face], pdf_char(i));

		p->glyph[face][i] = glyph;
		if (glyph != 0)
			p->width[face][i] =
			    (uint16_t)font_width(p->font[face], glyph);
	}
}

void
pdf_begin(struct pdf *p)
{
	if (p->pdf == NULL)
		p->pdf = HPDF_New(on_fault, p);
	if (p->pdf == NULL)
		pdf_fault(p, HPDF_FAILD_TO_ALLOC_MEM);
	HPDF_NewDoc(p->pdf);
}

void
pdf_clear(struct pdf *p)
{
	if (p->pdf != NULL)
		HPDF_FreeDoc(p->pdf);
}

void
pdf_fail(struct pdf *p)
{
	log_fault("paper", "error=0x%lx detail=%lu", (unsigned long)p->status,
	    (unsigned long)p->detail);
	p->armed = false;
	if (p->pdf != NULL)
		HPDF_Free(p->pdf);
	p->pdf = NULL;
}

void
pdf_fault(struct pdf *p, HPDF_STATUS status)
{
	p->status = status;
	p->detail = 0;
	longjmp(p->fault, 1);
}

struct sheet_file
pdf_squeeze(struct pdf *p, struct arena *a, const void *data, size_t n)
{
	size_t room = libdeflate_zlib_compress_bound(p->squeeze, n);
	unsigned char *out = arena_alloc(a, room);

	return (struct sheet_file){
	    out, libdeflate_zlib_compress(p->squeeze, data, n, out, room)};
}

static void
close_press(void *arg)
{
	struct pdf *p = arg;

	libdeflate_free_compressor(p->squeeze);
	p->armed = false;
	if (p->pdf != NULL)
		HPDF_Free(p->pdf);
	p->pdf = NULL;
}

enum err
pdf_open(struct arena *a, const char *fonts_dir, struct pdf **pdf)
{
	struct pdf *p = ARENA_NEW(a, struct pdf);

	for (enum pdf_face f = 0; f < PDF_FACES; f++) {
		enum err e = font_open(a,
		    arena_printf(a, "%s/%s", fonts_dir, font_files[f]),
		    &p->font[f]);

		if (e != OK)
			return e;
		load_glyphs(p, f);
	}
	p->squeeze = libdeflate_alloc_compressor(SQUEEZE_LEVEL);
	if (p->squeeze == NULL) {
		log_fault("paper", "why=no-memory");
		return ERR_FAULT;
	}
	arena_defer(a, close_press, p);
	if (setjmp(p->fault) != 0) {
		pdf_fail(p);
		return ERR_FAULT;
	}
	p->armed = true;
	pdf_begin(p);
	pdf_clear(p);
	p->armed = false;
	*pdf = p;
	return OK;
}

/* The replacement for a letter that the fonts lack. */
static uint32_t
base_of(uint32_t c)
{
	char base = '.';

	if (c == 0x2bb || c == 0x2bc)
		return c - 0x2bb + 0x2018;
	if (c >= 0x180 && c < 0x180 + sizeof(base_180) - 1)
		base = base_180[c - 0x180];
	else if (c >= 0x1e00 && c < 0x1e00 + sizeof(base_1e00) - 1)
		base = base_1e00[c - 0x1e00];
	return base == '.' ? c : (unsigned char)base;
}

uint32_t
pdf_glyph(const struct pdf *p, enum pdf_face face, uint32_t c)
{
	uint32_t known = pdf_place(c) >= 0 ? c : base_of(c);
	int i = pdf_place(known);

	return i >= 0 && p->width[face][i] != 0 ? known : '?';
}

unsigned
pdf_width(const struct pdf *p, enum pdf_face face, uint32_t c)
{
	int i = pdf_place(pdf_glyph(p, face, c));

	return p->width[face][i];
}

unsigned char
pdf_ansi(uint32_t c)
{
	if ((c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xff))
		return (unsigned char)c;
	for (unsigned i = 0; c > 0 && i < 32; i++)
		if (ansi_high[i] == c)
			return (unsigned char)(0x80 + i);
	return 0;
}
