/* font_private.h - a font from inside; for font.c and font_subset.c only. */
#ifndef PAPER_KIT_FONT_PRIVATE_H
#define PAPER_KIT_FONT_PRIVATE_H

#include "paper/kit/font.h"

#define FONT_HEAD_SIZE 54
#define FONT_HHEA_SIZE 36

enum font_table {
	FONT_CMAP,
	FONT_GLYF,
	FONT_HEAD,
	FONT_HHEA,
	FONT_HMTX,
	FONT_LOCA,
	FONT_MAXP,
	FONT_SUBSET_TABLES, /* those above */
	FONT_NAME = FONT_SUBSET_TABLES,
	FONT_OS2,
	FONT_POST,
	FONT_TABLES
};

struct font_part {
	const unsigned char *data;
	size_t size;
};

struct font {
	struct font_part table[FONT_TABLES];
	struct font_part map; /* the part of cmap that is read */
	int em, glyphs, metrics;
	bool wide; /* loca has four bytes a glyph */
	struct font_facts facts;
};

/* The outline of GLYPH; returns its size, 0 if it is blank. */
size_t font_outline(
    const struct font *f, uint16_t glyph, const unsigned char **data);

/* Where the next component of an outline begins after the one AT (0: the
 * first); 0 behind the last, or if the outline is not composed.  The number of
 * its glyph stands two bytes further. */
size_t font_component(const unsigned char *data, size_t size, size_t at);

/* Where the width of GLYPH stands, and its left side bearing. */
const unsigned char *font_metric(
    const struct font *f, uint16_t glyph, int *bearing);

#endif
