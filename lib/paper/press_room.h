/* press_room.h - the press from inside; for press.c and sheet.c only. */
#ifndef PAPER_PRESS_ROOM_H
#define PAPER_PRESS_ROOM_H

#include <hpdf.h>
#include <setjmp.h>
#include <stdbool.h>

#include "paper/press.h"

#define PRESS_GLYPHS 376 /* U+0020-17F, U+2010-2026, U+20AC */

struct press {
	HPDF_Doc pdf; /* NULL after a fault, until the next document */
	const char *file[PRESS_FACES];
	char name[PRESS_FACES][64];                /* libharu's, "NotoSans" */
	uint16_t width[PRESS_FACES][PRESS_GLYPHS]; /* 0: not in the font */
	jmp_buf fault; /* where a foreign fault goes while ARMED */
	bool armed;
	HPDF_STATUS status, detail; /* of the last fault */
};

/* Begins an empty document, opening the press first if it is shut.  Faults
 * jump: P must be armed. */
void press_begin(struct press *p);

/* Drops the document; keeps the fonts. */
void press_clear(struct press *p);

/* Gives all of libharu back and logs why. */
void press_fail(struct press *p);

#endif
