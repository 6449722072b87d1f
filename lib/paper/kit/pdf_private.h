/* pdf_private.h - the press from inside; for press.c and sheet*.c only. */
#ifndef PAPER_KIT_PDF_PRIVATE_H
#define PAPER_KIT_PDF_PRIVATE_H

#define ZLIB_CONST /* what it reads is const */
#include <hpdf.h>
#include <setjmp.h>
#include <stdbool.h>
#include <zlib.h>

#include "paper/kit/font.h"
#include "paper/kit/pdf.h"
#include "paper/kit/sheet.h"

#define PRESS_GLYPHS 376 /* U+0020-17F, U+2010-2026, U+20AC, in this order */

struct press {
	HPDF_Doc pdf; /* NULL after a fault, until the next document */
	const struct font *font[PRESS_FACES];
	uint16_t glyph[PRESS_FACES][PRESS_GLYPHS]; /* 0: not in the font */
	uint16_t width[PRESS_FACES][PRESS_GLYPHS];
	z_stream squeeze; /* one compressor for all there is to compress */
	jmp_buf fault;    /* where a foreign fault goes while ARMED */
	bool armed;
	HPDF_STATUS status, detail; /* of the last fault */
};

/* Where the character C stands among the PRESS_GLYPHS, -1 if it does not; and
 * the character there. */
int press_place(uint32_t c);
uint16_t press_char(int place);

/* Begins an empty document, opening the press first if it is shut.  Faults
 * jump: P must be armed. */
void press_begin(struct press *p);

/* Drops the document; keeps the fonts. */
void press_clear(struct press *p);

/* Gives all of libharu back and logs why. */
void press_fail(struct press *p);

/* Jumps out of the document; P must be armed.  STATUS is one of libharu's. */
void press_fault(struct press *p, HPDF_STATUS status) __attribute__((noreturn));

/* DATA deflated (RFC 1950), in A; faults jump. */
struct sheet_file press_squeeze(
    struct press *p, struct arena *a, const void *data, size_t n);

#endif
