/* sheet.c - a document of A4 pages, drawn in millimetres. */
#include "paper/kit/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/log.h"
#include "base/utf8.h"
#include "paper/kit/haru.h"
#include "paper/kit/sheet_private.h"

#define PAGE_WIDTH 595 /* points: A4 as viewers and printers round it */
#define PAGE_HEIGHT 842
#define OPS_SIZE 8192       /* first size of a page's buffer */
#define OPS_MOST (1u << 20) /* bytes: the content of a page, at most */

long
sheet_points(double mm)
{
	return lround(mm / SHEET_POINT * 100);
}

long
sheet_from_top(double mm)
{
	return PAGE_HEIGHT * 100L - sheet_points(mm);
}

/* Writes the digits of N into the bytes right before END; returns the address
 * of the first digit. */
static char *
put_digits(char *end, unsigned long n)
{
	do
		*--end = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	return end;
}

/* Not printf: a page has thousands of numbers, and printf would take a third of
 * its time. */
void
sheet_number(struct buf *ops, long hundredths)
{
	unsigned long n = (unsigned long)labs(hundredths);
	char text[32], *end = text + sizeof(text), *p = end;

	*--p = ' ';
	if (n % 100 != 0) {
		if (n % 10 != 0)
			*--p = (char)('0' + n % 10);
		*--p = (char)('0' + n / 10 % 10);
		*--p = '.';
	}
	p = put_digits(p, n / 100);
	if (hundredths < 0)
		*--p = '-';
	buf_put(ops, p, (size_t)(end - p));
}

static void
put_numbers(struct buf *ops, const long *hundredths, int n, const char *verb)
{
	for (int i = 0; i < n; i++)
		sheet_number(ops, hundredths[i]);
	buf_puts(ops, verb);
}

void
sheet_end_text(struct sheet_page *p)
{
	if (p->writing)
		buf_puts(&p->ops, "ET\n");
	p->writing = false;
}

void
sheet_set_fill(struct sheet *s, double ink)
{
	long fill = lround(100 * (1 - ink));

	if (s->now->fill == fill)
		return;
	put_numbers(&s->now->ops, &fill, 1, "g\n");
	s->now->fill = fill;
}

static void
set_line(struct sheet *s, double thick, bool dashed)
{
	struct sheet_page *p = s->now;
	long width = sheet_points(thick);

	sheet_end_text(p);
	if (p->thick != width)
		put_numbers(&p->ops, &width, 1, "w\n");
	p->thick = width;
	if (p->dashed != dashed)
		buf_puts(&p->ops, dashed ? "[6 4] 0 d\n" : "[] 0 d\n");
	p->dashed = dashed;
}

static void
set_info(struct pdf *p, const struct sheet_about *about)
{
	int32_t day = day_local(about->printed, about->offset);
	int minute = day_minute(about->printed, about->offset);
	struct day_date d = day_date(day);
	HPDF_Date date = {.year = d.year,
	    .month = d.month,
	    .day = d.mday,
	    .hour = minute / 60,
	    .minutes = minute % 60,
	    .seconds = (int)(((about->printed % 60) + 60) % 60),
	    .ind = about->offset < 0 ? '-' : '+',
	    .off_hour = abs(about->offset) / 60,
	    .off_minutes = abs(about->offset) % 60};

	HPDF_SetInfoAttr(p->pdf, HPDF_INFO_TITLE, about->title);
	HPDF_SetInfoAttr(p->pdf, HPDF_INFO_AUTHOR, about->author);
	HPDF_SetInfoAttr(p->pdf, HPDF_INFO_CREATOR, "antrean");
	HPDF_SetInfoDateAttr(p->pdf, HPDF_INFO_CREATION_DATE, date);
	haru_set_lang(p->pdf, lang_name(about->lang));
}

/* TEXT in ASCII: the info strings are in PDFDocEncoding, not UTF-8. */
static const char *
ascii(struct arena *a, const char *text)
{
	char *out = arena_alloc(a, strlen(text) + 1);
	size_t n = 0;

	for (uint32_t c; (c = utf8_next(&text)) != 0;)
		out[n++] = c >= 0x20 && c <= 0x7e ? (char)c : '?';
	return out;
}

static void
finish_page(struct sheet *s, struct sheet_page *p, char *fonts)
{
	struct sheet_file small;

	sheet_end_text(p);
	if (p->ops.full)
		pdf_fault(s->pdf, HPDF_PAGE_OUT_OF_RANGE);
	small = pdf_squeeze(s->pdf, s->arena, p->ops.data, p->ops.len);
	if (!haru_page(p->page, fonts, small.data, small.size))
		pdf_fault(s->pdf, HPDF_FAILD_TO_ALLOC_MEM);
}

static enum err
save(struct sheet *s, size_t max, struct sheet_file *file)
{
	HPDF_Doc pdf = s->pdf->pdf;
	HPDF_UINT32 size;
	HPDF_BYTE *data;
	char *fonts = sheet_fonts(s);

	for (int i = 0; i < s->count; i++)
		finish_page(s, s->pages[i], fonts);
	HPDF_SaveToStream(pdf);
	size = HPDF_GetStreamSize(pdf);
	if (s->count == 0 || size > max) {
		log_fault("paper", "pages=%d size=%lu max=%zu", s->count,
		    (unsigned long)size, max);
		return ERR_FAULT;
	}
	data = arena_alloc(s->arena, size);
	HPDF_ReadFromStream(pdf, data, &size);
	file->data = data;
	file->size = size;
	return OK;
}

/* After the jump a local that was changed after setjmp is undefined, so this
 * function must not use one. */
enum err
sheet_print(struct pdf *p, struct arena *a, const struct sheet_about *about,
    void (*draw)(struct sheet *, void *), void *arg, struct sheet_file *file)
{
	struct sheet_about plain = *about;
	struct sheet *s = ARENA_NEW(a, struct sheet);
	enum err err;

	plain.title = ascii(a, about->title);
	plain.author = ascii(a, about->author);
	s->pdf = p;
	s->arena = a;
	if (setjmp(p->fault) != 0) {
		pdf_fail(p);
		return ERR_FAULT;
	}
	p->armed = true;
	pdf_begin(p);
	set_info(p, &plain);
	draw(s, arg);
	err = save(s, about->max, file);
	pdf_clear(p);
	p->armed = false;
	return err;
}

struct arena *
sheet_arena(struct sheet *s)
{
	return s->arena;
}

void
sheet_page(struct sheet *s)
{
	/* pages of a document are alike: reserve the size of the last one */
	size_t size = s->count == 0
	                  ? OPS_SIZE
	                  : s->pages[s->count - 1]->ops.len + OPS_SIZE / 8;
	struct sheet_page *p;

	if (s->count == SHEET_PAGES_MAX)
		pdf_fault(s->pdf, HPDF_PAGE_OUT_OF_RANGE);
	p = ARENA_NEW(s->arena, struct sheet_page);
	buf_init(&p->ops, s->arena, size, OPS_MOST);
	p->page = HPDF_AddPage(s->pdf->pdf);
	p->font = SHEET_FONTS;
	p->thick = 100; /* the defaults of PDF: black, 1 point, solid */
	HPDF_Page_SetWidth(p->page, PAGE_WIDTH);
	HPDF_Page_SetHeight(p->page, PAGE_HEIGHT);
	s->pages[s->count++] = s->now = p;
}

void
sheet_turn(struct sheet *s, int page)
{
	s->now = s->pages[page];
}

int
sheet_pages(const struct sheet *s)
{
	return s->count;
}

static void
draw_line(struct sheet *s, const double end[4])
{
	const long from[2] = {sheet_points(end[0]), sheet_from_top(end[1])};
	const long upto[2] = {sheet_points(end[2]), sheet_from_top(end[3])};

	put_numbers(&s->now->ops, from, 2, "m ");
	put_numbers(&s->now->ops, upto, 2, "l S\n");
}

void
sheet_rule(
    struct sheet *s, double x1, double y1, double x2, double y2, double thick)
{
	set_line(s, thick, false);
	draw_line(s, (const double[]){x1, y1, x2, y2});
}

void
sheet_dashed(
    struct sheet *s, double x1, double y1, double x2, double y2, double thick)
{
	set_line(s, thick, true);
	draw_line(s, (const double[]){x1, y1, x2, y2});
}

void
sheet_box(struct sheet *s, double x, double y, double w, double h, double thick)
{
	const long box[4] = {sheet_points(x), sheet_from_top(y + h),
	    sheet_points(w), sheet_points(h)};

	set_line(s, thick, false);
	put_numbers(&s->now->ops, box, 4, "re S\n");
}

void
sheet_fill(struct sheet *s, double x, double y, double w, double h, double ink)
{
	const long box[4] = {sheet_points(x), sheet_from_top(y + h),
	    sheet_points(w), sheet_points(h)};

	sheet_end_text(s->now);
	sheet_set_fill(s, ink);
	put_numbers(&s->now->ops, box, 4, "re f\n");
}

/* Converts X and Y to points from the bottom left, snapped to the grid. */
static void
snap(double x, double y, double wide, double *left, double *top)
{
	*left = round(x / SHEET_POINT / wide) * wide;
	*top = round((PAGE_HEIGHT - y / SHEET_POINT) / wide) * wide;
}

/* A matrix scales the bars, so that their coordinates are whole numbers: that
 * takes a quarter of the bytes. */
void
sheet_bars(struct sheet *s, double x, double y, double high, double wide,
    const unsigned char *width, int count)
{
	struct buf *ops = &s->now->ops;
	double left, top;
	long at = 0;

	snap(x, y, wide, &left, &top);
	sheet_end_text(s->now);
	sheet_set_fill(s, 1);
	buf_printf(ops, "q %g 0 0 %.2f %.2f %.2f cm\n", wide,
	    -high / SHEET_POINT, left, top);
	for (int i = 0; i < count; i++) {
		const long bar[4] = {100 * at, 0, 100L * width[i], 100};

		if (i % 2 == 0)
			put_numbers(ops, bar, 4, "re\n");
		at += width[i];
	}
	buf_puts(ops, "f Q\n");
}

/* Draws an image mask, whose 0 bits are painted.  It is written in hexadecimal,
 * so that no data can look like the end mark. */
void
sheet_cells(struct sheet *s, double x, double y, double wide,
    const unsigned char *cell, int side)
{
	static const char hex[] = "0123456789ABCDEF";
	struct buf *ops = &s->now->ops;
	double left, top, size = wide * side;

	snap(x, y, wide, &left, &top);
	sheet_end_text(s->now);
	sheet_set_fill(s, 1);
	buf_printf(ops,
	    "q %g 0 0 %g %.2f %.2f cm\n"
	    "BI /W %d /H %d /IM true /F /AHx ID\n",
	    size, size, left, top - size, side, side);
	for (int row = 0; row < side; row++, cell += side) {
		/* each row begins with a new byte */
		for (int at = 0; at < (side + 7) / 8 * 8; at += 4) {
			unsigned nibble = 0xf;

			for (int k = 0; k < 4 && at + k < side; k++)
				nibble &= ~((unsigned)cell[at + k] << (3 - k));
			buf_putc(ops, hex[nibble]);
		}
	}
	buf_puts(ops, ">\nEI Q\n");
}
