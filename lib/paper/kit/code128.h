/* code128.h - Code 128, code set B (ISO/IEC 15417).
 *
 * A symbol is the start character B, one character per byte of text, the check
 * character (the sum of the values weighted by position, mod 103) and the stop
 * character.  Each has 11 modules, the stop has 13.  Leave ten modules white on
 * both sides.
 */
#ifndef PAPER_KIT_CODE128_H
#define PAPER_KIT_CODE128_H

#include "base/err.h"

#define CODE128_TEXT_MAX 32
#define CODE128_QUIET 10 /* modules */

struct code128 {
	int modules; /* width of the whole symbol */
	int check;   /* value of the check character, 0..102 */
	int count;   /* of widths; odd, as it begins and ends with a bar */
	unsigned char width[6 * (CODE128_TEXT_MAX + 2) + 7]; /* bar, space.. */
};

/* The bars of TEXT: 1 to CODE128_TEXT_MAX characters of printable ASCII, else
 * ERR_INPUT. */
MUST_USE enum err code128_make(const char *text, struct code128 *c);

struct sheet;

/* Draws the bars at X, Y (mm, top left), HEIGHT mm high, a module MODULE
 * points wide.  The left edge snaps to a multiple of MODULE, so that bars
 * meet the dots of screen and printer. */
void code128_draw(struct sheet *s, const struct code128 *c, double x, double y,
    double height, double module);

#endif
