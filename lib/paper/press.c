/* press.c - libharu with our three fonts, ready to print. */
#include "paper/press.h"

#include <string.h>

#include "base/log.h"
#include "paper/haru.h"
#include "paper/press_room.h"

static const char *const font_files[PRESS_FACES] = {
    "sans.ttf", "sans-bold.ttf", "code.ttf"};

/* CP1252 0x80..0x9f (unicode.org, VENDORS/MICSFT/WINDOWS/CP1252.TXT). */
static const uint16_t ansi_high[32] = {0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026,
    0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018,
    0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161,
    0x203a, 0x153, 0, 0x17e, 0x178};

/* The letter below the marks, by code point from U+0180 and from U+1E00
 * (unicode.org, UnicodeData.txt, decompositions and names); '.' where there is
 * no one letter. */
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

static int
place_of(uint32_t c)
{
	if (c >= 0x20 && c <= 0x17f)
		return (int)c - 0x20;
	if (c >= 0x2010 && c <= 0x2026)
		return (int)(c - 0x2010) + 0x160;
	return c == 0x20ac ? PRESS_GLYPHS - 1 : -1;
}

static uint32_t
char_at(int place)
{
	if (place < 0x160)
		return (uint32_t)place + 0x20;
	return place == PRESS_GLYPHS - 1 ? 0x20ac : (uint32_t)place + 0x1eb0;
}

static void
on_fault(HPDF_STATUS status, HPDF_STATUS detail, void *data)
{
	struct press *p = data;

	if (!p->armed)
		return;
	p->status = status;
	p->detail = detail;
	longjmp(p->fault, 1);
}

static void
load_widths(struct press *p, enum press_face face)
{
	HPDF_Font font = HPDF_GetFont(p->pdf, p->name[face], NULL);

	for (int i = 0; i < PRESS_GLYPHS; i++) {
		uint16_t c = (uint16_t)char_at(i);

		if (haru_has_glyph(p->pdf, p->name[face], c))
			p->width[face][i] =
			    (uint16_t)HPDF_Font_GetUnicodeWidth(font, c);
	}
}

static void
load_fonts(struct press *p)
{
	p->pdf = HPDF_New(on_fault, p);
	if (p->pdf == NULL)
		longjmp(p->fault, 1);
	HPDF_UseUTFEncodings(p->pdf);
	for (enum press_face f = 0; f < PRESS_FACES; f++) {
		const char *name =
		    HPDF_LoadTTFontFromFile(p->pdf, p->file[f], HPDF_TRUE);

		if (strlen(name) >= sizeof(p->name[f]))
			longjmp(p->fault, 1);
		memcpy(p->name[f], name, strlen(name) + 1);
		load_widths(p, f);
	}
}

void
press_begin(struct press *p)
{
	if (p->pdf == NULL)
		load_fonts(p);
	HPDF_NewDoc(p->pdf);
}

void
press_clear(struct press *p)
{
	if (p->pdf != NULL)
		HPDF_FreeDoc(p->pdf);
}

void
press_fail(struct press *p)
{
	log_fault("paper", "error=0x%lx detail=%lu", (unsigned long)p->status,
	    (unsigned long)p->detail);
	p->armed = false;
	if (p->pdf != NULL)
		HPDF_Free(p->pdf);
	p->pdf = NULL;
}

static void
close_press(void *arg)
{
	struct press *p = arg;

	p->armed = false;
	if (p->pdf != NULL)
		HPDF_Free(p->pdf);
	p->pdf = NULL;
}

enum err
press_open(struct arena *a, const char *fonts_dir, struct press **press)
{
	struct press *p = ARENA_NEW(a, struct press);

	for (enum press_face f = 0; f < PRESS_FACES; f++)
		p->file[f] = arena_printf(a, "%s/%s", fonts_dir, font_files[f]);
	arena_defer(a, close_press, p);
	if (setjmp(p->fault) != 0) {
		press_fail(p);
		return ERR_FAULT;
	}
	p->armed = true;
	press_begin(p);
	press_clear(p);
	p->armed = false;
	*press = p;
	return OK;
}

/* What stands for a letter that no font of ours has. */
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
press_glyph(const struct press *p, enum press_face face, uint32_t c)
{
	uint32_t known = place_of(c) >= 0 ? c : base_of(c);
	int i = place_of(known);

	return i >= 0 && p->width[face][i] != 0 ? known : '?';
}

unsigned
press_width(const struct press *p, enum press_face face, uint32_t c)
{
	int i = place_of(press_glyph(p, face, c));

	return p->width[face][i];
}

unsigned char
press_ansi(uint32_t c)
{
	if ((c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xff))
		return (unsigned char)c;
	for (unsigned i = 0; c > 0 && i < 32; i++)
		if (ansi_high[i] == c)
			return (unsigned char)(0x80 + i);
	return 0;
}
