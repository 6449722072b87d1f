/* pdf.h - libharu with our three fonts, ready to print.
 *
 * Invariants: one press a process, opened at start-up; a font file is read
 * once.  A press prints one document at a time.  Foreign faults end in a
 * longjmp that never leaves lib/paper: the document is lost, the press opens
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

enum press_face {
	PRESS_PLAIN,
	PRESS_BOLD,
	PRESS_CODE,
	PRESS_FACES
};

struct press;

/* Loads the fonts from FONTS_DIR; the press closes when A is reset.  A font
 * that is missing or broken is ERR_FAULT, logged. */
MUST_USE enum err press_open(
    struct arena *a, const char *fonts_dir, struct press **press);

/* C if FACE can print it, else its letter without marks, else '?'. */
uint32_t press_glyph(const struct press *p, enum press_face face, uint32_t c);

/* The width of C in thousandths of the type size. */
unsigned press_width(const struct press *p, enum press_face face, uint32_t c);

/* The CP1252 byte of C, 0 if there is none. */
unsigned char press_ansi(uint32_t c);

#endif
