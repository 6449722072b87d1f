/* sheet_text.c - text on a sheet: encoding, widths, lines. */
#include "paper/kit/sheet.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "paper/kit/sheet_private.h"

#define TEXT_MAX 1024 /* bytes; a longer text is cut */

static void
set_font(struct sheet_page *p, unsigned font, double size)
{
	long hundredths = lround(size * 100);

	if (p->font == font && p->size == hundredths)
		return;
	buf_puts(&p->ops, (const char[]){'/', 'F', (char)('0' + font), ' ', 0});
	sheet_number(&p->ops, hundredths);
	buf_puts(&p->ops, "Tf\n");
	p->font = font;
	p->size = hundredths;
}

/* Moves to X, Y, relative to the last text. */
static void
move(struct sheet_page *p, long x, long y)
{
	if (!p->writing) {
		buf_puts(&p->ops, "BT\n");
		p->x = p->y = 0;
	}
	p->writing = true;
	sheet_number(&p->ops, x - p->x);
	sheet_number(&p->ops, y - p->y);
	buf_puts(&p->ops, "Td\n");
	p->x = x;
	p->y = y;
}

void
sheet_text(struct sheet *s, const struct sheet_type *t, double x, double y,
    const char *text)
{
	struct sheet_page *p = s->now;
	const char *from = text;
	bool open = false;
	uint32_t c;

	if (*text == '\0')
		return;
	sheet_set_fill(s, t->ink);
	move(p, sheet_points(x), sheet_from_top(y));
	while (from - text < TEXT_MAX && (c = utf8_next(&from)) != 0) {
		unsigned char code;
		unsigned font = sheet_code(
		    s, t->face, pdf_glyph(s->pdf, t->face, c), &code);

		if (open && p->font != font) {
			buf_puts(&p->ops, ") Tj\n");
			open = false;
		}
		if (!open) {
			set_font(p, font, t->size);
			buf_putc(&p->ops, '(');
			open = true;
		}
		if (code == '(' || code == ')' || code == '\\')
			buf_putc(&p->ops, '\\');
		buf_putc(&p->ops, (char)code);
	}
	buf_puts(&p->ops, ") Tj\n");
}

/* The width of TEXT up to END (NULL: all) as it is printed. */
static double
width_to(const struct sheet *s, const struct sheet_type *t, const char *text,
    const char *end)
{
	unsigned long sum = 0;
	uint32_t c;

	while ((end == NULL || text < end) && (c = utf8_next(&text)) != 0)
		sum += pdf_width(s->pdf, t->face, c);
	return (double)sum / 1000 * t->size * SHEET_POINT;
}

double
sheet_text_width(
    const struct sheet *s, const struct sheet_type *t, const char *text)
{
	return width_to(s, t, text, NULL);
}

void
sheet_text_right(struct sheet *s, const struct sheet_type *t, double x,
    double y, const char *text)
{
	sheet_text(s, t, x - sheet_text_width(s, t, text), y, text);
}

void
sheet_text_middle(struct sheet *s, const struct sheet_type *t, double x,
    double y, const char *text)
{
	sheet_text(s, t, x - sheet_text_width(s, t, text) / 2, y, text);
}

/* The number of bytes of TEXT, whole characters, that fit WIDTH. */
static size_t
fitting(const struct sheet *s, const struct sheet_type *t, const char *text,
    double width)
{
	double left = width / SHEET_POINT / t->size * 1000;
	const char *next = text;

	for (;;) {
		const char *here = next;
		uint32_t c = utf8_next(&next);

		if (c == 0)
			return (size_t)(here - text);
		left -= pdf_width(s->pdf, t->face, c);
		if (left < -0.5)
			return (size_t)(here - text);
	}
}

const char *
sheet_text_cut(
    struct sheet *s, const struct sheet_type *t, const char *text, double width)
{
	static const char dots[] = "\xe2\x80\xa6";
	size_t n = fitting(s, t, text, width);

	if (text[n] == '\0')
		return text;
	n = fitting(s, t, text, width - sheet_text_width(s, t, dots));
	while (n > 0 && text[n - 1] == ' ')
		n--;
	return arena_printf(s->arena, "%.*s%s", (int)n, text, dots);
}

int
sheet_text_wrap(struct sheet *s, const struct sheet_type *t, const char *text,
    double width, const char **lines, int max)
{
	int count = 0;

	while (*text == ' ')
		text++;
	while (*text != '\0' && count < max) {
		size_t n = fitting(s, t, text, width), end = n;

		if (count == max - 1) {
			lines[count++] = sheet_text_cut(s, t, text, width);
			break;
		}
		if (text[n] != '\0') {
			while (end > 0 && text[end] != ' ')
				end--;
			if (end == 0)
				end = n > 0 ? n : 1;
		}
		lines[count++] = arena_strndup(s->arena, text, end);
		text += end;
		while (*text == ' ')
			text++;
	}
	return count;
}
