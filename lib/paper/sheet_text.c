/* sheet_text.c - text on a sheet: encoding, widths, lines. */
#include "paper/sheet.h"

#include <string.h>

#include "base/utf8.h"
#include "paper/sheet_room.h"

#define TEXT_MAX 1024 /* bytes of one text; the rest is not printed */

/* The font for FACE, got when first used so that a document of WinAnsi text
 * has no other. */
static HPDF_Font
font_of(struct sheet *s, enum press_face face, bool ansi)
{
	HPDF_Font *font = ansi ? &s->ansi[face] : &s->wide[face];

	if (*font == NULL)
		*font = HPDF_GetFont(s->press->pdf, s->press->name[face],
		    ansi ? "WinAnsiEncoding" : "UTF-8");
	return *font;
}

/* Appends C as UTF-8 at OUT; only characters of the fonts come here. */
static size_t
put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | c >> 12);
	out[1] = (char)(0x80 | (c >> 6 & 0x3f));
	out[2] = (char)(0x80 | (c & 0x3f));
	return 3;
}

/* Writes TEXT as the font will show it: one byte a character if all of it is
 * in CP1252 (true), else UTF-8. */
static bool
encode(const struct press *p, enum press_face face, const char *text,
    char out[TEXT_MAX])
{
	const char *from = text;
	bool ansi = true;
	size_t n = 0;
	uint32_t c;

	while (n < TEXT_MAX - 1 && (c = utf8_next(&from)) != 0) {
		unsigned char byte = press_ansi(press_glyph(p, face, c));

		if (byte == 0) {
			ansi = false;
			break;
		}
		out[n++] = (char)byte;
	}
	if (!ansi) {
		n = 0;
		while (n < TEXT_MAX - 4 && (c = utf8_next(&text)) != 0)
			n += put_utf8(out + n, press_glyph(p, face, c));
	}
	out[n] = '\0';
	return ansi;
}

void
sheet_text(struct sheet *s, const struct sheet_type *t, double x, double y,
    const char *text)
{
	struct sheet_page *p = s->now;
	char out[TEXT_MAX];
	bool ansi = encode(s->press, t->face, text, out);
	HPDF_Font font = font_of(s, t->face, ansi);

	if (out[0] == '\0')
		return;
	sheet_set_fill(s, t->ink);
	HPDF_Page_BeginText(p->page);
	if (p->font != font || p->size != t->size)
		HPDF_Page_SetFontAndSize(p->page, font, (HPDF_REAL)t->size);
	p->font = font;
	p->size = t->size;
	HPDF_Page_MoveTextPos(p->page, sheet_points(x), sheet_from_top(y));
	HPDF_Page_ShowText(p->page, out);
	HPDF_Page_EndText(p->page);
}

/* Characters of TEXT before END (NULL: all) as wide as they are set. */
static double
width_to(const struct sheet *s, const struct sheet_type *t, const char *text,
    const char *end)
{
	unsigned long sum = 0;
	uint32_t c;

	while ((end == NULL || text < end) && (c = utf8_next(&text)) != 0)
		sum += press_width(s->press, t->face, c);
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

/* Bytes of TEXT that fit WIDTH, whole characters. */
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
		left -= press_width(s->press, t->face, c);
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
