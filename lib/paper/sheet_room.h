/* sheet_room.h - a sheet from inside; for sheet.c and sheet_text.c only. */
#ifndef PAPER_SHEET_ROOM_H
#define PAPER_SHEET_ROOM_H

#include "base/buf.h"
#include "paper/press_room.h"
#include "paper/sheet.h"

/* A page and what its content set last, so that it is not set again. */
struct sheet_page {
	HPDF_Page page;
	HPDF_Font font;
	double size, fill, thick;
	bool dashed;
};

struct sheet {
	struct press *press;
	struct arena *arena;
	struct sheet_page *pages;
	struct sheet_page *now;
	int count;
	HPDF_Font ansi[PRESS_FACES], wide[PRESS_FACES];
	struct buf cells; /* operators of the open grid */
};

/* Points of PDF, two decimals: a tenth of a printer's dot, short to write. */
HPDF_REAL sheet_points(double mm);
HPDF_REAL sheet_from_top(double mm);

void sheet_set_fill(struct sheet *s, double ink);

#endif
