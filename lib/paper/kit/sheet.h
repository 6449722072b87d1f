/* sheet.h - a document of A4 pages, drawn in millimetres.
 *
 * Coordinates are mm from the top left corner of an upright A4 page; y of a
 * text is its baseline; type sizes are points; ink is 0 (white) to 1 (black).
 * A sheet exists only while sheet_print() calls DRAW.  DRAW need not check for
 * errors: a fault of libharu jumps back to sheet_print().  So DRAW must own
 * nothing but memory of the arena, since its clean-up would be skipped.  Text
 * is UTF-8; each string is printed as one selectable run, with '?' for
 * characters that the fonts lack (pdf.h).  The same input gives the same bytes.
 */
#ifndef PAPER_KIT_SHEET_H
#define PAPER_KIT_SHEET_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "paper/kit/pdf.h"
#include "text/lang.h"

#define SHEET_WIDTH 210.0
#define SHEET_HEIGHT 297.0
#define SHEET_PAGES_MAX 500

struct sheet;

/* How a text looks. */
struct sheet_type {
	enum pdf_face face;
	double size; /* points */
	double ink;
};

/* Metadata of the document. */
struct sheet_about {
	const char *title;  /* ASCII */
	const char *author; /* ASCII; other bytes are printed as '?' */
	enum lang lang;
	int64_t printed; /* the creation date: an instant and its offset */
	int offset;
	size_t max; /* most bytes of the document */
};

/* A finished document, in the arena. */
struct sheet_file {
	const unsigned char *data;
	size_t size;
};

/* Makes a document of what DRAW(sheet, arg) draws.  ERR_FAULT (logged): libharu
 * failed, or the document has no page, more than SHEET_PAGES_MAX pages, or more
 * than MAX bytes. */
MUST_USE enum err sheet_print(struct pdf *p, struct arena *a,
    const struct sheet_about *about, void (*draw)(struct sheet *, void *),
    void *arg, struct sheet_file *file);

/* The arena for texts made while drawing. */
struct arena *sheet_arena(struct sheet *s);

/* sheet_page() adds a page and draws on it from now on; sheet_turn() makes PAGE
 * (0 is the first) the page to draw on; sheet_pages() returns the number of
 * pages. */
void sheet_page(struct sheet *s);
void sheet_turn(struct sheet *s, int page);
int sheet_pages(const struct sheet *s);

/* Text with its left end, right end or middle at X. */
void sheet_text(struct sheet *s, const struct sheet_type *t, double x, double y,
    const char *text);
void sheet_text_right(struct sheet *s, const struct sheet_type *t, double x,
    double y, const char *text);
void sheet_text_middle(struct sheet *s, const struct sheet_type *t, double x,
    double y, const char *text);

/* The width of TEXT in mm. */
double sheet_text_width(
    const struct sheet *s, const struct sheet_type *t, const char *text);

/* Returns TEXT if it is at most WIDTH mm wide.  Otherwise returns, in the
 * arena, the longest beginning of TEXT that fits together with an ellipsis. */
const char *sheet_text_cut(struct sheet *s, const struct sheet_type *t,
    const char *text, double width);

/* Breaks TEXT at blanks into LINES of at most WIDTH mm, in the arena; a longer
 * word is broken between letters.  Returns the number of lines, at most MAX. If
 * TEXT needs more lines, the last line is cut. */
int sheet_text_wrap(struct sheet *s, const struct sheet_type *t,
    const char *text, double width, const char **lines, int max);

/* A straight line THICK mm wide; dashed: 2 mm on, 1.5 mm off. */
void sheet_rule(
    struct sheet *s, double x1, double y1, double x2, double y2, double thick);
void sheet_dashed(
    struct sheet *s, double x1, double y1, double x2, double y2, double thick);

/* A box with its top left corner at X, Y: an outline THICK mm wide, or filled.
 */
void sheet_box(
    struct sheet *s, double x, double y, double w, double h, double thick);
void sheet_fill(
    struct sheet *s, double x, double y, double w, double h, double ink);

/* Draws bars as one black shape with its top left corner at X, Y, HIGH mm high.
 * WIDTH has COUNT widths, of a bar, a space, a bar and so on, in modules of
 * WIDE points.  The corner is rounded to a multiple of WIDE points. */
void sheet_bars(struct sheet *s, double x, double y, double high, double wide,
    const unsigned char *width, int count);

/* Draws a square of SIDE by SIDE cells, each WIDE points wide, row by row from
 * the top left: 1 is black, 0 is not painted.  The corner is rounded as that of
 * sheet_bars(). */
void sheet_cells(struct sheet *s, double x, double y, double wide,
    const unsigned char *cell, int side);

/* Points to mm. */
#define SHEET_POINT (25.4 / 72.0)

#endif
