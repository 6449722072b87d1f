/* paper_test.c - Code 128, QR codes, PNG and the PDF sheet. */
#include <png.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/log.h"
#include "paper/kit/code128.h"
#include "paper/kit/pdf.h"
#include "paper/kit/qr.h"
#include "paper/kit/sheet.h"

#define TICKET                                                                 \
	"A1-7K3M9QXAC-BDG-26122211-"                                           \
	"8Z4Q2M6TNWVK0P5RXJ7CYH1GB3D9FSAE8Z4Q2M6TNWVK0P5RXJ7C"                 \
	"YH1GB3D9FSAE8Z4Q2M6TNWVK0P5RXJ7CYH1GB3D9FSAEQ2M6TNW"

static struct arena arena;
static struct pdf *pdf;

/* ---- Code 128 ---- */

static void
check_symbol_follows_the_standard(void **state)
{
	struct code128 c;

	(void)state;
	/* The sum is 879 from start B: 879 mod 103. */
	assert_int_equal(code128_make("PJJ123C", &c), OK);
	assert_int_equal(c.check, 55);
	assert_int_equal(c.modules, 11 * 9 + 13);
	assert_int_equal(c.count, 6 * 9 + 7);
}

static void
bars_begin_with_start_and_end_with_stop(void **state)
{
	static const unsigned char a[] = {2, 1, 1, 2, 1, 4, /* start B */
	    1, 1, 1, 3, 2, 3,                               /* A: 33 */
	    1, 3, 1, 1, 2, 3,                               /* check: 34 */
	    2, 3, 3, 1, 1, 1, 2};
	struct code128 c;

	(void)state;
	assert_int_equal(code128_make("A", &c), OK);
	assert_int_equal(c.count, sizeof(a));
	assert_memory_equal(c.width, a, sizeof(a));
}

static void
every_symbol_is_eleven_modules_wide(void **state)
{
	struct code128 c;

	(void)state;
	for (char text[2] = " "; text[0] <= '~'; text[0]++) {
		assert_int_equal(code128_make(text, &c), OK);
		for (int i = 0; i + 6 < c.count; i += 6) {
			int sum = 0, black = 0;

			for (int k = 0; k < 6; k++)
				sum += c.width[i + k];
			for (int k = 0; k < 6; k += 2)
				black += c.width[i + k];
			assert_int_equal(sum, 11);
			assert_int_equal(black % 2, 0);
		}
	}
}

static void
bars_refuse_what_code_b_lacks(void **state)
{
	struct code128 c;

	(void)state;
	assert_int_equal(code128_make("", &c), ERR_INPUT);
	assert_int_equal(code128_make("\xc3\x89", &c), ERR_INPUT);
	assert_int_equal(code128_make("a\n", &c), ERR_INPUT);
	assert_int_equal(
	    code128_make("123456789012345678901234567890123", &c), ERR_INPUT);
}

/* ---- QR ---- */

static int
cell(const struct qr *qr, int x, int y)
{
	return qr->cell[y * qr->size + x];
}

/* The finder pattern: a 7x7 ring, a white ring, a 3x3 block. */
static void
assert_finder(const struct qr *qr, int left, int top)
{
	for (int y = 0; y < 7; y++)
		for (int x = 0; x < 7; x++) {
			int dx = abs(x - 3), dy = abs(y - 3);
			int far = dx > dy ? dx : dy;

			assert_int_equal(cell(qr, left + x, top + y), far != 2);
		}
}

static void
qr_has_finders_and_timing(void **state)
{
	struct qr qr;

	(void)state;
	assert_int_equal(qr_make(&arena, "7K3M9QXAC", &qr), OK);
	assert_int_equal(qr.size, 21);
	assert_finder(&qr, 0, 0);
	assert_finder(&qr, 14, 0);
	assert_finder(&qr, 0, 14);
	for (int i = 8; i < 13; i++) {
		assert_int_equal(cell(&qr, i, 6), i % 2 == 0);
		assert_int_equal(cell(&qr, 6, i), i % 2 == 0);
	}
}

static void
qr_says_level_m(void **state)
{
	struct qr qr;

	(void)state;
	assert_int_equal(qr_make(&arena, "7K3M9QXAC", &qr), OK);
	/* Format bits 14 and 13 are 00 for M, masked with 10. */
	assert_int_equal(cell(&qr, 0, 8), 1);
	assert_int_equal(cell(&qr, 1, 8), 0);
}

static void
ticket_is_stored_as_alphanumeric(void **state)
{
	struct qr qr;

	(void)state;
	assert_int_equal(strlen(TICKET), 129);
	assert_int_equal(qr_make(&arena, TICKET, &qr), OK);
	assert_int_equal(qr.size, 41);
}

static void
qr_refuses_nothing_and_too_much(void **state)
{
	struct qr qr;
	char *big = arena_alloc(&arena, 3000);

	(void)state;
	memset(big, 'a', 2999);
	assert_int_equal(qr_make(&arena, "", &qr), ERR_INPUT);
	assert_int_equal(qr_make(&arena, big, &qr), ERR_INPUT);
}

static void
png_shows_the_cells_in_a_quiet_zone(void **state)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	struct buf png;
	struct qr qr;
	unsigned char *pixel;
	const int scale = 3;

	(void)state;
	assert_int_equal(qr_make(&arena, "7K3M9QXAC", &qr), OK);
	buf_init(&png, &arena, 16, 65536);
	assert_int_equal(qr_png(&qr, scale, &png), OK);
	assert_true(
	    png_image_begin_read_from_memory(&image, png.data, png.len));
	assert_int_equal(image.width, 29 * scale);
	assert_int_equal(image.height, 29 * scale);
	image.format = PNG_FORMAT_GRAY;
	pixel = arena_alloc(&arena, PNG_IMAGE_SIZE(image));
	assert_true(png_image_finish_read(&image, NULL, pixel, 0, NULL));
	for (int y = 0; y < 29 * scale; y++)
		for (int x = 0; x < 29 * scale; x++) {
			int cx = x / scale - QR_QUIET,
			    cy = y / scale - QR_QUIET;
			int black = cx >= 0 && cy >= 0 && cx < 21 && cy < 21 &&
			            cell(&qr, cx, cy);

			assert_int_equal(
			    pixel[y * 29 * scale + x], black ? 0 : 255);
		}
}

static void
png_refuses_scales_and_small_buffers(void **state)
{
	struct buf png;
	struct qr qr;

	(void)state;
	assert_int_equal(qr_make(&arena, "7K3M9QXAC", &qr), OK);
	buf_init(&png, &arena, 16, 100);
	assert_int_equal(qr_png(&qr, 0, &png), ERR_INPUT);
	assert_int_equal(qr_png(&qr, 17, &png), ERR_INPUT);
	assert_int_equal(qr_png(&qr, 6, &png), ERR_LARGE);
}

static void
address_of_a_code_is_small(void **state)
{
	const char *address;
	unsigned char head[8];

	(void)state;
	assert_int_equal(qr_address(&arena, "7K3M9QXAC", 6, &address), OK);
	assert_memory_equal(address, "data:image/png;base64,", 22);
	assert_int_equal(
	    sodium_base642bin(head, sizeof(head), address + 22, 11, NULL, NULL,
		NULL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING),
	    0);
	assert_memory_equal(head, "\x89PNG\r\n\x1a\n", 8);
	assert_in_range(strlen(address), 300, 700);
}

/* ---- PDF context and sheet ---- */

static void
fonts_hold_latin_and_ask_for_the_rest(void **state)
{
	(void)state;
	for (uint32_t c = 0x20; c < 0x7f; c++)
		assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, c), c);
	for (uint32_t c = 0xa0; c < 0x180; c++)
		assert_int_equal(pdf_glyph(pdf, PDF_BOLD, c), c);
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x2013), 0x2013);
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x20ac), 0x20ac);
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x1f600), '?');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x4e2d), '?');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, '\n'), '?');
	assert_int_equal(pdf_glyph(pdf, PDF_CODE, 'a'), '?');
	assert_int_equal(pdf_width(pdf, PDF_CODE, '7'), 602);
}

static void
a_letter_the_fonts_lack_is_its_base(void **state)
{
	(void)state;
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x1ecd), 'o');
	assert_int_equal(pdf_glyph(pdf, PDF_BOLD, 0x1ec4), 'E');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x1e00), 'A');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x1eff), 'y');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x180), 'b');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x1a0), 'O');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x219), 's');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x24f), 'y');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x2bb), 0x2018);
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x2bc), 0x2019);
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x194), '?');
	assert_int_equal(pdf_glyph(pdf, PDF_PLAIN, 0x250), '?');
	assert_int_equal(pdf_glyph(pdf, PDF_CODE, 0x1ecd), '?');
}

static void
ansi_is_cp1252(void **state)
{
	(void)state;
	assert_int_equal(pdf_ansi('A'), 'A');
	assert_int_equal(pdf_ansi(0xe9), 0xe9);
	assert_int_equal(pdf_ansi(0x20ac), 0x80);
	assert_int_equal(pdf_ansi(0x2013), 0x96);
	assert_int_equal(pdf_ansi(0x178), 0x9f);
	assert_int_equal(pdf_ansi(0x130), 0);
	assert_int_equal(pdf_ansi(0x80), 0);
	assert_int_equal(pdf_ansi(0), 0);
}

static void
fonts_that_are_not_there_are_a_fault(void **state)
{
	struct pdf *p = NULL;

	(void)state;
	assert_int_equal(pdf_open(&arena, "/nowhere", &p), ERR_FAULT);
	assert_null(p);
}

static void
broken_font_is_a_fault(void **state)
{
	static const char *const names[] = {
	    "sans.ttf", "sans-bold.ttf", "code.ttf"};
	char dir[] = "/tmp/antrean.XXXXXX";
	struct pdf *p = NULL;

	(void)state;
	assert_non_null(mkdtemp(dir));
	for (int i = 0; i < 3; i++) {
		FILE *f =
		    fopen(arena_printf(&arena, "%s/%s", dir, names[i]), "w");

		assert_non_null(f);
		fputs("this is no font at all", f);
		fclose(f);
	}
	assert_int_equal(pdf_open(&arena, dir, &p), ERR_FAULT);
	assert_null(p);
	for (int i = 0; i < 3; i++)
		unlink(arena_printf(&arena, "%s/%s", dir, names[i]));
	rmdir(dir);
}

static const struct sheet_type type = {PDF_PLAIN, 10, 1};

static void
draw_line(struct sheet *s, void *arg)
{
	sheet_page(s);
	sheet_text(s, &type, 20, 20, arg);
}

static void
draw_nothing(struct sheet *s, void *arg)
{
	(void)s;
	(void)arg;
}

static void
draw_without_end(struct sheet *s, void *arg)
{
	(void)arg;
	for (;;)
		sheet_page(s);
}

static enum err
print(void (*draw)(struct sheet *, void *), void *arg, size_t max,
    struct sheet_file *file)
{
	const struct sheet_about about = {.title = "Sheet",
	    .author = "Kantor",
	    .lang = LANG_ID,
	    .printed = 1797750000,
	    .offset = 420,
	    .max = max};

	return sheet_print(pdf, &arena, &about, draw, arg, file);
}

static void
same_input_gives_same_bytes(void **state)
{
	char wide[] = "\xc4\xb0lkay", plain[] = "Ratna";
	struct sheet_file one, two, three;

	(void)state;
	assert_int_equal(print(draw_line, plain, 65536, &one), OK);
	assert_int_equal(print(draw_line, wide, 65536, &two), OK);
	assert_int_equal(print(draw_line, plain, 65536, &three), OK);
	assert_memory_equal(one.data, "%PDF-1.", 7);
	assert_int_equal(one.size, three.size);
	assert_memory_equal(one.data, three.data, one.size);
	assert_int_not_equal(one.size, two.size);
}

static void
too_large_a_document_is_a_fault(void **state)
{
	char text[] = "Ratna";
	struct sheet_file file = {NULL, 7};

	(void)state;
	assert_int_equal(print(draw_line, text, 1000, &file), ERR_FAULT);
	assert_null(file.data);
	assert_int_equal(file.size, 7);
}

static void
press_prints_again_after_a_fault(void **state)
{
	char text[] = "Ratna";
	struct sheet_file before, after;

	(void)state;
	assert_int_equal(print(draw_line, text, 65536, &before), OK);
	assert_int_equal(print(draw_nothing, NULL, 65536, &after), ERR_FAULT);
	assert_int_equal(
	    print(draw_without_end, NULL, 65536, &after), ERR_FAULT);
	assert_int_equal(print(draw_line, text, 65536, &after), OK);
	assert_int_equal(before.size, after.size);
	assert_memory_equal(before.data, after.data, after.size);
}

/* What draw_measures() measures. */
struct measure {
	double word;
	const char *cut, *whole;
	const char *lines[4];
	int count, long_count;
};

/* Runs while the sheet is open and stores its results in ARG. */
static void
draw_measures(struct sheet *s, void *arg)
{
	struct measure *m = arg;

	sheet_page(s);
	m->word = sheet_text_width(s, &type, "Kantor");
	m->whole = sheet_text_cut(s, &type, "Kantor", m->word);
	m->cut = sheet_text_cut(s, &type, "Kantor Imigrasi", m->word + 4);
	m->count = sheet_text_wrap(
	    s, &type, " Kantor  Kantor Kantor", m->word * 2.3, m->lines, 4);
	m->long_count = sheet_text_wrap(s, &type, "KantorKantorKantorKantor",
	    m->word * 1.1, m->lines + 2, 2);
}

static void
text_is_cut_and_wrapped_to_a_width(void **state)
{
	struct measure m = {0};
	struct sheet_file file;

	(void)state;
	assert_int_equal(print(draw_measures, &m, 65536, &file), OK);
	assert_true(m.word > 10 && m.word < 13);
	assert_string_equal(m.whole, "Kantor");
	assert_string_equal(m.cut, "Kantor\xe2\x80\xa6");
	assert_int_equal(m.count, 2);
	assert_string_equal(m.lines[0], "Kantor  Kantor");
	assert_string_equal(m.lines[1], "Kantor");
	assert_int_equal(m.long_count, 2);
	assert_memory_equal(m.lines[2], "Kantor", 6);
	assert_string_equal(
	    m.lines[3] + strlen(m.lines[3]) - 3, "\xe2\x80\xa6");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(check_symbol_follows_the_standard),
	    cmocka_unit_test(bars_begin_with_start_and_end_with_stop),
	    cmocka_unit_test(every_symbol_is_eleven_modules_wide),
	    cmocka_unit_test(bars_refuse_what_code_b_lacks),
	    cmocka_unit_test(qr_has_finders_and_timing),
	    cmocka_unit_test(qr_says_level_m),
	    cmocka_unit_test(ticket_is_stored_as_alphanumeric),
	    cmocka_unit_test(qr_refuses_nothing_and_too_much),
	    cmocka_unit_test(png_shows_the_cells_in_a_quiet_zone),
	    cmocka_unit_test(png_refuses_scales_and_small_buffers),
	    cmocka_unit_test(address_of_a_code_is_small),
	    cmocka_unit_test(fonts_hold_latin_and_ask_for_the_rest),
	    cmocka_unit_test(a_letter_the_fonts_lack_is_its_base),
	    cmocka_unit_test(ansi_is_cp1252),
	    cmocka_unit_test(fonts_that_are_not_there_are_a_fault),
	    cmocka_unit_test(broken_font_is_a_fault),
	    cmocka_unit_test(same_input_gives_same_bytes),
	    cmocka_unit_test(too_large_a_document_is_a_fault),
	    cmocka_unit_test(press_prints_again_after_a_fault),
	    cmocka_unit_test(text_is_cut_and_wrapped_to_a_width),
	};
	int failed;

	log_open("paper_test", LOG_INFO);
	arena_init(&arena, 1 << 16);
	if (pdf_open(&arena, TEST_FONTS, &pdf) != OK)
		return 1;
	failed = RUN("paper", tests);
	arena_free(&arena);
	return failed;
}
