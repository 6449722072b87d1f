/* pdf_private.h - the inside of the PDF context; for pdf.c and sheet*.c only.
 */
#ifndef PAPER_KIT_PDF_PRIVATE_H
#define PAPER_KIT_PDF_PRIVATE_H

#include <hpdf.h>
#include <libdeflate.h>
#include <setjmp.h>
#include <stdbool.h>

#include "paper/kit/font.h"
#include "paper/kit/pdf.h"
#include "paper/kit/sheet.h"

#define PDF_GLYPHS 376 /* U+0020-17F, U+2010-2026, U+20AC, in this order */

struct pdf {
	HPDF_Doc pdf; /* NULL after a fault, until the next document */
	const struct font *font[PDF_FACES];
	uint16_t glyph[PDF_FACES][PDF_GLYPHS]; /* 0: not in the font */
	uint16_t width[PDF_FACES][PDF_GLYPHS];
	struct libdeflate_compressor *squeeze; /* for all streams */
	jmp_buf fault; /* where a fault of a library jumps while ARMED */
	bool armed;
	HPDF_STATUS status, detail; /* of the last fault */
};

/* pdf_place returns the index of the character C among the PDF_GLYPHS
 * characters, -1 if C is not one of them; pdf_char returns the character at the
 * index PLACE. */
int pdf_place(uint32_t c);
uint16_t pdf_char(int place);

/* Begins an empty document; opens libharu first if it is closed.  Faults jump:
 * P must be armed. */
void pdf_begin(struct pdf *p);

/* Drops the document; keeps the fonts. */
void pdf_clear(struct pdf *p);

/* Closes libharu, frees all its memory and logs the reason. */
void pdf_fail(struct pdf *p);

/* Jumps out of the document; P must be armed.  STATUS is one of libharu's. */
void pdf_fault(struct pdf *p, HPDF_STATUS status) __attribute__((noreturn));

/* DATA deflated (RFC 1950), in A; faults jump. */
struct sheet_file pdf_squeeze(
    struct pdf *p, struct arena *a, const void *data, size_t n);

#endif
