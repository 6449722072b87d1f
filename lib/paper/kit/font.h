/* font.h - a TrueType font and subsets of it.
 *
 * Invariants: a font is read whole and checked once (font_open); everything
 * after that trusts its tables.  A subset holds the glyphs asked for, the ones
 * these are composed of and an empty glyph 0, numbered anew, so that it has no
 * table for what it does not hold.  Formats: ISO/IEC 14496-22 (Open Font
 * Format); the character map must be a Unicode one of format 4 for platform 3.
 */
#ifndef PAPER_KIT_FONT_H
#define PAPER_KIT_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#define FONT_SIZE_MAX (4u << 20) /* bytes of a font file */
#define FONT_NAME_SIZE 64

struct font;

/* What a PDF says of a font, in thousandths of the type size. */
struct font_facts {
	char name[FONT_NAME_SIZE]; /* PostScript's: letters, digits, '-' */
	int box[4];                /* left, bottom, right, top of all glyphs */
	int ascent, descent, capital;
	bool fixed; /* all glyphs are equally wide */
};

/* A character of a subset: what font_glyph() said of it. */
struct font_pick {
	uint16_t c;
	uint16_t glyph;
};

/* Reads FILE.  ERR_FAULT, logged, if it cannot be read or is no sound font
 * with outlines. */
MUST_USE enum err font_open(
    struct arena *a, const char *file, const struct font **font);

const struct font_facts *font_facts(const struct font *f);

/* The glyph of the character C, 0 if the font has none. */
uint16_t font_glyph(const struct font *f, uint16_t c);

/* The width of GLYPH in thousandths of the type size. */
unsigned font_width(const struct font *f, uint16_t glyph);

/* Makes OUT, in A, a font file with the COUNT characters of PICK, which must be
 * sorted by C and have glyphs. */
void font_subset(const struct font *f, struct arena *a,
    const struct font_pick *pick, int count, struct buf *out);

#endif
