/* pdf.h - libharu with our three fonts, ready to print.
 *
 * Invariants: one PDF context a process, opened at start-up; a font file is
 * read once.  It prints one document at a time.  Foreign faults end in a
 * longjmp that never leaves lib/paper: the document is lost, the context opens
 * libharu anew.
 *
 * The fonts hold U+0020-7E, U+00A0-17F, U+2010-2026 and U+20AC (the code's
 * font only digits, capitals, blank and '-').  A Latin letter that the fonts
 * lack is printed without its marks, anything else as '?'.
 */
#ifndef PAPER_KIT_PDF_H
#define PAPER_KIT_PDF_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum pdf_face {
	PDF_PLAIN,
	PDF_BOLD,
	PDF_CODE,
	PDF_FACES
};

struct pdf;

/* Loads the fonts from FONTS_DIR; the context closes when A is reset.  A font
 * that is missing or broken is ERR_FAULT, logged. */
MUST_USE enum err pdf_open(
    struct arena *a, const char *fonts_dir, struct pdf **pdf);

/* C if FACE can print it, else its letter without marks, else '?'. */
uint32_t pdf_glyph(const struct pdf *p, enum pdf_face face, uint32_t c);

/* The width of C in thousandths of the type size. */
unsigned pdf_width(const struct pdf *p, enum pdf_face face, uint32_t c);

/* The CP1252 byte of C, 0 if there is none. */
unsigned char pdf_ansi(uint32_t c);

#endif
