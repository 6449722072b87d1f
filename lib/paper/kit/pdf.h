/* pdf.h - libharu with our three fonts, ready to print.
 *
 * Invariants: a process has one PDF context, opened at start; a font file is
 * read once.  The context prints one document at a time.  When libharu or
 * libpng fails, it ends in a longjmp that never leaves lib/paper: the document
 * is lost and the context opens libharu again for the next one.
 *
 * The fonts hold U+0020-7E, U+00A0-17F, U+2010-2026 and U+20AC (the code's font
 * only digits, capitals, blank and '-').  A Latin letter that the fonts lack is
 * printed without its diacritics, any other character they lack as '?'.
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

/* Opens the context and loads the fonts from FONTS_DIR; the reset of A closes
 * it.  A missing or broken font is ERR_FAULT, logged. */
MUST_USE enum err pdf_open(
    struct arena *a, const char *fonts_dir, struct pdf **pdf);

/* Returns C if FACE has the character C, else the base letter of C, without
 * diacritics, if FACE has that, else '?'. */
uint32_t pdf_glyph(const struct pdf *p, enum pdf_face face, uint32_t c);

/* The width of the character C in thousandths of the type size. */
unsigned pdf_width(const struct pdf *p, enum pdf_face face, uint32_t c);

/* The CP1252 byte of C, 0 if there is none. */
unsigned char pdf_ansi(uint32_t c);

#endif
