/* font.h - a TrueType font and subsets of it, by HarfBuzz.
 *
 * A font file is read whole when it is opened.  A file that was cut or changed
 * after it was made is refused, because the sum of its words is then wrong
 * (ISO/IEC 14496-22, table head).  A subset has the glyphs of the characters
 * that the caller names, the glyphs of which these are composed, and an empty
 * glyph 0.  Its glyphs have new numbers and no hints.
 */
#ifndef PAPER_KIT_FONT_H
#define PAPER_KIT_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

#define FONT_NAME_SIZE 64

struct font;

/* What the font descriptor of a PDF says; lengths in thousandths of the type
 * size. */
struct font_facts {
	char name[FONT_NAME_SIZE]; /* the PostScript name */
	int box[4];                /* left, bottom, right, top of all glyphs */
	int ascent, descent, capital;
	bool fixed; /* i is as wide as W */
};

/* Reads FILE into *FONT.  ERR_FAULT, logged, if the file cannot be read or is
 * no sound font with letters.  The reset of A frees the font. */
MUST_USE enum err font_open(
    struct arena *a, const char *file, const struct font **font);

const struct font_facts *font_facts(const struct font *f);

/* The glyph of the character C, 0 if the font has none. */
uint16_t font_glyph(const struct font *f, uint16_t c);

/* The width of GLYPH in thousandths of the type size. */
unsigned font_width(const struct font *f, uint16_t glyph);

/* Returns a font file, in A, that has only the COUNT characters C, and stores
 * its size in *SIZE; NULL if memory ran out. */
const void *font_subset(const struct font *f, struct arena *a,
    const uint16_t *c, int count, size_t *size);

#endif
