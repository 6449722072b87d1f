/* font.h - a TrueType font and subsets of it, by HarfBuzz.
 *
 * A font is read whole when it is opened.  A file that was cut or changed after
 * it was made is refused: the sum of its words says so (ISO/IEC 14496-22, table
 * head).  A subset has the characters asked for, the parts of which these are
 * composed and an empty glyph 0, numbered anew, and no hints.
 */
#ifndef PAPER_KIT_FONT_H
#define PAPER_KIT_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

#define FONT_NAME_SIZE 64

struct font;

/* What a PDF says of a font, in thousandths of the type size. */
struct font_facts {
	char name[FONT_NAME_SIZE]; /* the PostScript name */
	int box[4];                /* left, bottom, right, top of all glyphs */
	int ascent, descent, capital;
	bool fixed; /* i is as wide as W */
};

/* Reads FILE.  ERR_FAULT, logged, if it cannot be read or is no sound font
 * that has letters.  What HarfBuzz holds is given back when A is reset. */
MUST_USE enum err font_open(
    struct arena *a, const char *file, const struct font **font);

const struct font_facts *font_facts(const struct font *f);

/* The glyph of the character C, 0 if the font has none. */
uint16_t font_glyph(const struct font *f, uint16_t c);

/* The width of GLYPH in thousandths of the type size. */
unsigned font_width(const struct font *f, uint16_t glyph);

/* The font file with the COUNT characters C, and its SIZE, in A; NULL if there
 * was no memory. */
const void *font_subset(const struct font *f, struct arena *a,
    const uint16_t *c, int count, size_t *size);

#endif
