/* qr.c - QR codes as cells, as PNG and on a sheet. */
#include "paper/kit/qr.h"

#include <errno.h>
#include <png.h>
#include <qrencode.h>
#include <setjmp.h>
#include <string.h>

#include "base/bytes.h"
#include "base/log.h"
#include "paper/kit/sheet.h"

#define SCALE_MAX 16
#define PNG_MAX 65536

enum err
qr_make(struct arena *a, const char *text, struct qr *qr)
{
	QRcode *code;
	unsigned char *cell;
	int n;

	/* With the 8-bit hint libqrencode still chooses the shortest mode for
	 * each section of the text. */
	code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	if (code == NULL && (errno == ERANGE || errno == EINVAL))
		return ERR_INPUT;
	if (code == NULL) {
		log_fault("qr", "errno=%d", errno);
		return ERR_FAULT;
	}
	n = code->width * code->width;
	cell = arena_alloc(a, (size_t)n);
	for (int i = 0; i < n; i++)
		cell[i] = code->data[i] & 1;
	qr->size = code->width;
	qr->cell = cell;
	QRcode_free(code);
	return OK;
}

static void
png_put(png_structp png, png_bytep data, png_size_t n)
{
	buf_put(png_get_io_ptr(png), data, n);
}

static void
png_done(png_structp png)
{
	(void)png;
}

static void
png_fault(png_structp png, png_const_charp message)
{
	char word[80];

	log_fault("png", "message=%s", log_word(word, sizeof(word), message));
	longjmp(*(jmp_buf *)png_get_error_ptr(png), 1);
}

static void
png_warn(png_structp png, png_const_charp message)
{
	(void)png;
	(void)message;
}

/* One row of pixels; a set bit is white.  Y is -QR_QUIET and up. */
static void
fill_row(const struct qr *qr, int y, int scale, png_bytep row, size_t n)
{
	memset(row, 0xff, n);
	if (y < 0 || y >= qr->size)
		return;
	for (int x = 0; x < qr->size * scale; x++) {
		int at = x + QR_QUIET * scale;

		if (qr->cell[y * qr->size + x / scale])
			row[at / 8] &= (png_byte) ~(0x80 >> at % 8);
	}
}

static void
write_rows(png_structp png, png_infop info, const struct qr *qr, int scale)
{
	unsigned side = (unsigned)((qr->size + 2 * QR_QUIET) * scale);
	png_byte row[(177 + 2 * QR_QUIET) * SCALE_MAX / 8 + 1];

	png_set_IHDR(png, info, side, side, 1, PNG_COLOR_TYPE_GRAY,
	    PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
	    PNG_FILTER_TYPE_DEFAULT);
	/* Each row is written SCALE times; the filter "up" turns the copies
	 * into zeros, which compress well. */
	png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
	png_set_compression_level(png, 9);
	png_write_info(png, info);
	for (unsigned y = 0; y < side; y++) {
		fill_row(
		    qr, (int)y / scale - QR_QUIET, scale, row, sizeof(row));
		png_write_row(png, row);
	}
	png_write_end(png, NULL);
}

/* False if libpng fails: it jumps back here. */
static bool
write_image(png_structp png, png_infop info, const struct qr *qr, int scale)
{
	if (setjmp(*(jmp_buf *)png_get_error_ptr(png)) != 0)
		return false;
	write_rows(png, info, qr, scale);
	return true;
}

enum err
qr_png(const struct qr *qr, int scale, struct buf *out)
{
	jmp_buf fault;
	png_structp png;
	png_infop info;
	bool done = false;

	if (scale < 1 || scale > SCALE_MAX)
		return ERR_INPUT;
	png = png_create_write_struct(
	    PNG_LIBPNG_VER_STRING, &fault, png_fault, png_warn);
	info = png == NULL ? NULL : png_create_info_struct(png);
	if (info == NULL) {
		log_fault("png", "why=no-memory");
	} else {
		png_set_write_fn(png, out, png_put, png_done);
		done = write_image(png, info, qr, scale);
	}
	png_destroy_write_struct(&png, &info);
	if (!done)
		return ERR_FAULT;
	return out->full ? ERR_LARGE : OK;
}

enum err
qr_address(struct arena *a, const char *text, int scale, const char **address)
{
	static const char head[] = "data:image/png;base64,";
	struct qr qr;
	struct buf png;
	char *out;
	enum err err;

	err = qr_make(a, text, &qr);
	if (err != OK)
		return err;
	buf_init(&png, a, 1024, PNG_MAX);
	err = qr_png(&qr, scale, &png);
	if (err != OK)
		return err;
	out = arena_alloc(a, sizeof(head) - 1 + BYTES_B64_SIZE(png.len));
	memcpy(out, head, sizeof(head) - 1);
	bytes_b64(png.data, png.len, out + sizeof(head) - 1);
	*address = out;
	return OK;
}

void
qr_draw(struct sheet *s, const struct qr *qr, double x, double y, double module)
{
	sheet_cells(s, x, y, module, qr->cell, qr->size);
}
