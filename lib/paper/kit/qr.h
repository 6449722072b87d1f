/* qr.h - QR codes, error correction level M (ISO/IEC 18004).
 *
 * Text of only 0-9 A-Z space $%*+-./: is stored in the alphanumeric mode (5.5
 * bits a character): the proof's QR payload of 123 to 154 characters needs
 * version 6, 41 modules.  Leave four modules white on all sides.
 */
#ifndef PAPER_KIT_QR_H
#define PAPER_KIT_QR_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#define QR_QUIET 4 /* modules */

struct qr {
	int size;                  /* modules a side */
	const unsigned char *cell; /* size * size, row by row; 1 is black */
};

/* Makes the code of TEXT, in A.  ERR_INPUT if TEXT is empty or too long (more
 * than 2,331 bytes). */
MUST_USE enum err qr_make(struct arena *a, const char *text, struct qr *qr);

/* Appends a PNG of one bit a pixel, with quiet zone, SCALE (1..16) pixels a
 * module. */
MUST_USE enum err qr_png(const struct qr *qr, int scale, struct buf *png);

/* The PNG of TEXT as a "data:image/png;base64,..." address, in A; a booking
 * code at scale 6 is about 600 bytes. */
MUST_USE enum err qr_address(
    struct arena *a, const char *text, int scale, const char **address);

struct sheet;

/* Draws the code without its quiet zone at X, Y (mm, top left), a module
 * MODULE points wide; the corner snaps to a multiple of MODULE. */
void qr_draw(
    struct sheet *s, const struct qr *qr, double x, double y, double module);

#endif
