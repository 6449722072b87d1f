/* sheet_private.h - the inside of a sheet; for sheet*.c only. */
#ifndef PAPER_KIT_SHEET_PRIVATE_H
#define PAPER_KIT_SHEET_PRIVATE_H

#include "base/buf.h"
#include "paper/kit/pdf_private.h"
#include "paper/kit/sheet.h"

/* Fonts of a face in one document: a simple font has at most 255 codes. */
#define SHEET_SETS 2
#define SHEET_FONTS (PDF_FACES * SHEET_SETS)

/* A page, and the state that its content set last, so that the same state is
 * not written twice.  Lengths are whole hundredths of a point: fine enough (a
 * dot at 300 dpi has 24) and exact when added. */
struct sheet_page {
	HPDF_Page page;
	struct buf ops; /* its content */
	unsigned font;  /* SHEET_FONTS: none yet */
	long size, fill, thick;
	bool dashed;
	bool writing; /* a text object is open; its last line began at X, Y */
	long x, y;
};

/* The codes of a face's characters in this document.  A number is 0 if the
 * character was not used yet.  Otherwise it holds the code, and which of the
 * SHEET_SETS fonts of the face has that code. */
struct sheet_codes {
	uint16_t code[PDF_GLYPHS];
	unsigned strangers; /* characters so far that CP1252 lacks */
};

struct sheet {
	struct pdf *pdf;
	struct arena *arena;
	struct sheet_page *pages[SHEET_PAGES_MAX];
	struct sheet_page *now;
	int count;
	struct sheet_codes codes[PDF_FACES];
};

/* Converts MM to hundredths of a point; the second as a height, from MM below
 * the top edge. */
long sheet_points(double mm);
long sheet_from_top(double mm);

/* Appends hundredths as a decimal number and a blank. */
void sheet_number(struct buf *ops, long hundredths);

void sheet_set_fill(struct sheet *s, double ink);

/* Closes the page's text object, if one is open. */
void sheet_end_text(struct sheet_page *p);

/* The font (below SHEET_FONTS) that prints C in FACE, and its code there; C
 * must be one that pdf_glyph() returns. */
unsigned sheet_code(
    struct sheet *s, enum pdf_face face, uint32_t c, unsigned char *code);

/* Adds the fonts that were used to the document; returns the entries of a
 * page's resources that name them.  Faults jump. */
char *sheet_fonts(struct sheet *s);

#endif
