/* sheet.c - a document of A4 pages, drawn in millimetres. */
#include "paper/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/log.h"
#include "base/utf8.h"
#include "paper/haru.h"
#include "paper/sheet_room.h"

#define PAGE_WIDTH 595 /* points: what viewers and printers call A4 */
#define PAGE_HEIGHT 842
#define CELLS_SIZE 4096

HPDF_REAL
sheet_points(double mm)
{
	return (HPDF_REAL)(round(mm / SHEET_POINT * 100) / 100);
}

HPDF_REAL
sheet_from_top(double mm)
{
	return (HPDF_REAL)(round((PAGE_HEIGHT - mm / SHEET_POINT) * 100) / 100);
}

void
sheet_set_fill(struct sheet *s, double ink)
{
	if (s->now->fill == ink)
		return;
	HPDF_Page_SetGrayFill(s->now->page, (HPDF_REAL)(1 - ink));
	s->now->fill = ink;
}

static void
set_line(struct sheet *s, double thick, bool dashed)
{
	static const HPDF_UINT16 dashes[2] = {6, 4}; /* points */
	struct sheet_page *p = s->now;

	if (p->thick != thick)
		HPDF_Page_SetLineWidth(p->page, sheet_points(thick));
	p->thick = thick;
	if (p->dashed != dashed)
		HPDF_Page_SetDash(p->page, dashes, dashed ? 2 : 0, 0);
	p->dashed = dashed;
}

static void
set_info(struct press *p, const struct sheet_about *about)
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

static enum err
save(struct sheet *s, size_t max, struct sheet_file *file)
{
	HPDF_Doc pdf = s->press->pdf;
	HPDF_UINT32 size;
	HPDF_BYTE *data;

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

/* Nothing here may change a local after setjmp and use it after the jump. */
enum err
sheet_print(struct press *p, struct arena *a, const struct sheet_about *about,
    void (*draw)(struct sheet *, void *), void *arg, struct sheet_file *file)
{
	struct sheet_about plain = *about;
	struct sheet *s = ARENA_NEW(a, struct sheet);
	enum err err;

	plain.title = ascii(a, about->title);
	plain.author = ascii(a, about->author);
	s->press = p;
	s->arena = a;
	s->pages = ARENA_ARRAY(a, struct sheet_page, SHEET_PAGES_MAX);
	buf_init(&s->cells, a, CELLS_SIZE, 64 * CELLS_SIZE);
	if (setjmp(p->fault) != 0) {
		press_fail(p);
		return ERR_FAULT;
	}
	p->armed = true;
	press_begin(p);
	HPDF_SetCompressionMode(p->pdf, HPDF_COMP_ALL);
	set_info(p, &plain);
	draw(s, arg);
	err = save(s, about->max, file);
	press_clear(p);
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
	struct sheet_page *p;

	if (s->count == SHEET_PAGES_MAX) {
		s->press->status = HPDF_PAGE_OUT_OF_RANGE;
		longjmp(s->press->fault, 1);
	}
	p = &s->pages[s->count++];
	p->page = HPDF_AddPage(s->press->pdf);
	p->fill = 1; /* the defaults of PDF: black, 1 point, solid */
	p->thick = SHEET_POINT;
	HPDF_Page_SetWidth(p->page, PAGE_WIDTH);
	HPDF_Page_SetHeight(p->page, PAGE_HEIGHT);
	s->now = p;
}

void
sheet_turn(struct sheet *s, int page)
{
	s->now = &s->pages[page];
}

int
sheet_pages(const struct sheet *s)
{
	return s->count;
}

void
sheet_rule(
    struct sheet *s, double x1, double y1, double x2, double y2, double thick)
{
	set_line(s, thick, false);
	HPDF_Page_MoveTo(s->now->page, sheet_points(x1), sheet_from_top(y1));
	HPDF_Page_LineTo(s->now->page, sheet_points(x2), sheet_from_top(y2));
	HPDF_Page_Stroke(s->now->page);
}

void
sheet_dashed(
    struct sheet *s, double x1, double y1, double x2, double y2, double thick)
{
	set_line(s, thick, true);
	HPDF_Page_MoveTo(s->now->page, sheet_points(x1), sheet_from_top(y1));
	HPDF_Page_LineTo(s->now->page, sheet_points(x2), sheet_from_top(y2));
	HPDF_Page_Stroke(s->now->page);
}

void
sheet_box(struct sheet *s, double x, double y, double w, double h, double thick)
{
	set_line(s, thick, false);
	HPDF_Page_Rectangle(s->now->page, sheet_points(x),
	    sheet_from_top(y + h), sheet_points(w), sheet_points(h));
	HPDF_Page_Stroke(s->now->page);
}

void
sheet_fill(struct sheet *s, double x, double y, double w, double h, double ink)
{
	sheet_set_fill(s, ink);
	HPDF_Page_Rectangle(s->now->page, sheet_points(x),
	    sheet_from_top(y + h), sheet_points(w), sheet_points(h));
	HPDF_Page_Fill(s->now->page);
}

/* The grid is written by itself in whole numbers under a matrix: a quarter of
 * the bytes and a tenth of the time of one HPDF_Page_Rectangle() a cell. */
void
sheet_grid(struct sheet *s, double x, double y, double wide, double high)
{
	double left = round(x / SHEET_POINT / wide) * wide;
	double top = round((PAGE_HEIGHT - y / SHEET_POINT) / wide) * wide;

	sheet_set_fill(s, 1);
	buf_clear(&s->cells);
	buf_printf(
	    &s->cells, "q %g 0 0 %g %.2f %.2f cm\n", wide, -high, left, top);
}

/* Writes N and a blank before END; returns where it begins. */
static char *
put_number(char *end, int n)
{
	*--end = ' ';
	do
		*--end = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	return end;
}

/* A roster has 25,000 cells: printf would take a third of its time. */
void
sheet_cell(struct sheet *s, int column, int row, int columns, int rows)
{
	char operator[48], *end = operator+ sizeof(operator), *p = end - 3;

	memcpy(p, "re\n", 3);
	p = put_number(p, rows);
	p = put_number(p, columns);
	p = put_number(p, row);
	p = put_number(p, column);
	buf_put(&s->cells, p, (size_t)(end - p));
}

void
sheet_grid_end(struct sheet *s)
{
	buf_puts(&s->cells, "f Q\n");
	haru_write(s->now->page, s->cells.data, s->cells.len);
}
