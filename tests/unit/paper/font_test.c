/* font_test.c - reads fonts, reduces them to the glyphs of a text, and refuses
 * broken ones. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/log.h"
#include "paper/kit/font.h"

#define MAGIC 0xb1b0afbau
#define FILE_MOST (1u << 20)

static struct arena arena;
static const struct font *sans;

static unsigned
u16(const char *p)
{
	return (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

static uint32_t
u32(const char *p)
{
	return (uint32_t)u16(p) << 16 | u16(p + 2);
}

/* A font file in memory. */
struct file {
	const char *data;
	size_t size;
};

/* Finds the table TAG of a font file. */
static const char *
table(struct file file, const char *tag, size_t *size)
{
	for (unsigned i = 0; i < u16(file.data + 4); i++) {
		const char *entry = file.data + 12 + 16 * (size_t)i;

		if (memcmp(entry, tag, 4) != 0)
			continue;
		*size = u32(entry + 12);
		assert_true(u32(entry + 8) + *size <= file.size);
		return file.data + u32(entry + 8);
	}
	fail_msg("no table %s", tag);
	return NULL;
}

static unsigned
glyphs_of(struct file file)
{
	size_t size;

	return u16(table(file, "maxp", &size) + 4);
}

static struct file
subset(const char *text)
{
	struct file file;
	uint16_t c[128];
	int n = 0;

	for (; *text != '\0'; text++) {
		c[n] = (unsigned char)*text;
		assert_int_not_equal(font_glyph(sans, c[n++]), 0);
	}
	file.data = font_subset(sans, &arena, c, n, &file.size);
	assert_non_null(file.data);
	return file;
}

static void
font_knows_its_characters(void **state)
{
	(void)state;
	assert_string_equal(font_facts(sans)->name, "NotoSans-Regular");
	assert_false(font_facts(sans)->fixed);
	assert_int_not_equal(font_glyph(sans, 'A'), font_glyph(sans, 'B'));
	assert_int_equal(font_glyph(sans, 0x4e2d), 0);
	assert_int_equal(font_glyph(sans, 0xffff), 0);
	assert_true(font_width(sans, font_glyph(sans, 'i')) <
		    font_width(sans, font_glyph(sans, 'W')));
}

static void
subset_is_sound(void **state)
{
	struct file file = subset("()Aabcz~");
	uint32_t sum = 0;
	size_t size, glyf;
	const char *loca;

	(void)state;
	assert_int_equal(glyphs_of(file), 9);
	for (size_t i = 0; i < file.size; i += 4)
		sum += u32(file.data + i);
	assert_int_equal(sum, MAGIC);
	table(file, "glyf", &glyf);
	loca = table(file, "loca", &size);
	assert_int_equal(size, 2 * 10);
	assert_int_equal(2 * u16(loca + 18), glyf);
}

/* A PDF file has its own entries for what the tables name, OS/2 and post of a
 * font say, so an embedded font must not have these tables. */
static void
subset_has_the_tables_of_a_pdf_only(void **state)
{
	static const char *const tags[] = {
	    "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"};
	struct file file = subset("Zabc");
	size_t size;

	(void)state;
	assert_int_equal(u16(file.data + 4), 7);
	for (int i = 0; i < 7; i++)
		table(file, tags[i], &size);
}

/* The table that PDF readers use (ISO 32000-1, 9.6.6.4): 3, 1 of format 4. */
static void
subset_maps_its_characters(void **state)
{
	struct file file = subset("Zabc");
	const char *cmap, *map = NULL;
	size_t size;

	(void)state;
	cmap = table(file, "cmap", &size);
	for (unsigned i = 0; i < u16(cmap + 2); i++)
		if (u32(cmap + 4 + 8 * (size_t)i) == (3u << 16 | 1))
			map = cmap + u32(cmap + 8 + 8 * (size_t)i);
	if (map == NULL) {
		fail_msg("no map for Windows");
		return;
	}
	assert_int_equal(u16(map), 4);
	/* Z, abc, the end */
	assert_int_equal(u16(map + 6), 2 * 3);
	assert_int_equal(u16(map + 14), 'Z');
	assert_int_equal(u16(map + 16), 'c');
	assert_int_equal(u16(map + 22), 'Z');
	assert_int_equal(u16(map + 24), 'a');
	assert_int_equal((u16(map + 28) + 'Z') & 0xffff, 1);
	assert_int_equal((u16(map + 30) + 'c') & 0xffff, 4);
}

static void
composed_letter_brings_its_parts(void **state)
{
	struct file plain = subset("E"), accent = subset("\xc9");

	(void)state;
	assert_int_equal(glyphs_of(plain), 2);
	assert_int_equal(glyphs_of(accent), 4);
}

static void
same_characters_give_the_same_file(void **state)
{
	struct file one = subset("Rant"), two = subset("Rant");

	(void)state;
	assert_int_equal(one.size, two.size);
	assert_memory_equal(one.data, two.data, one.size);
}

/* Reads the font's file into ARENA. */
static unsigned char *
read_whole(size_t *size)
{
	unsigned char *data = arena_alloc(&arena, FILE_MOST);
	FILE *f = fopen(TEST_FONTS "/sans.ttf", "rb");

	assert_non_null(f);
	*size = fread(data, 1, FILE_MOST, f);
	fclose(f);
	assert_in_range(*size, 1000, FILE_MOST - 1);
	return data;
}

static enum err
open_bytes(struct arena *a, const char *path, const void *data, size_t n,
    const struct font **font)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(data, 1, n, f), n);
	fclose(f);
	return font_open(a, path, font);
}

static void
cut_font_is_a_fault(void **state)
{
	char path[] = "/tmp/antrean.XXXXXX";
	const struct font *f = NULL;
	unsigned char *data;
	size_t size;

	(void)state;
	close(mkstemp(path));
	data = read_whole(&size);
	assert_int_equal(open_bytes(&arena, path, data, size, &f), OK);
	f = NULL;
	for (size_t n = 0; n < size - 4; n += n < 300 ? 1 : 997)
		assert_int_equal(
		    open_bytes(&arena, path, data, n, &f), ERR_FAULT);
	assert_null(f);
	unlink(path);
}

static void
changed_font_is_a_fault(void **state)
{
	char path[] = "/tmp/antrean.XXXXXX";
	const struct font *f = NULL;
	unsigned char *data;
	uint32_t random = 1;
	size_t size;

	(void)state;
	close(mkstemp(path));
	data = read_whole(&size);
	for (int round = 0; round < 500; round++) {
		size_t at;

		random = random * 1103515245u + 12345;
		at = (random >> 8) % size;
		data[at] ^= (unsigned char)(1u << (random >> 5) % 8);
		assert_int_equal(
		    open_bytes(&arena, path, data, size, &f), ERR_FAULT);
		data[at] ^= (unsigned char)(1u << (random >> 5) % 8);
	}
	assert_null(f);
	unlink(path);
}

/* Corrects the checksum of the file; the table head begins at HEAD. */
static void
sum_up(unsigned char *data, size_t size, size_t head)
{
	uint32_t sum = MAGIC;

	memset(data + head + 8, 0, 4);
	for (size_t i = 0; i < size; i += 4)
		sum -= u32((char *)data + i);
	for (size_t i = 0; i < 4; i++)
		data[head + 8 + i] = (unsigned char)(sum >> (24 - 8 * i));
}

/* A damaged font is permitted to give wrong results.  A read outside the file
 * is a fault, which the sanitizers find. */
static void
wrong_font_is_read_within_its_bounds(void **state)
{
	char path[] = "/tmp/antrean.XXXXXX";
	unsigned char *data;
	uint32_t random = 1;
	size_t size, head;
	uint16_t c[0x180];
	int opened = 0;

	(void)state;
	close(mkstemp(path));
	data = read_whole(&size);
	head = (size_t)(table((struct file){(char *)data, size}, "head",
			    &(size_t){0}) -
			(char *)data);
	for (int round = 0; round < 2000; round++) {
		const struct font *f;
		struct arena a;
		unsigned char old;
		size_t at;
		int n = 0;

		random = random * 1103515245u + 12345;
		/* most changes hit tables, not outlines */
		at = (random >> 8) % (round % 4 == 0 ? size : 2600);
		if (at >= head + 8 && at < head + 12)
			continue;
		old = data[at];
		data[at] = (unsigned char)(random >> 24);
		sum_up(data, size, head);
		arena_init(&a, 1 << 16);
		if (open_bytes(&a, path, data, size, &f) == OK) {
			opened++;
			for (uint16_t k = 0x20; k < 0x180; k++)
				if (font_glyph(f, k) != 0)
					c[n++] = k;
			font_subset(f, &a, c, n, &(size_t){0});
		}
		arena_free(&a);
		data[at] = old;
	}
	unlink(path);
	assert_in_range(opened, 100, 1999);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(font_knows_its_characters),
	    cmocka_unit_test(subset_is_sound),
	    cmocka_unit_test(subset_has_the_tables_of_a_pdf_only),
	    cmocka_unit_test(subset_maps_its_characters),
	    cmocka_unit_test(composed_letter_brings_its_parts),
	    cmocka_unit_test(same_characters_give_the_same_file),
	    cmocka_unit_test(cut_font_is_a_fault),
	    cmocka_unit_test(changed_font_is_a_fault),
	    cmocka_unit_test(wrong_font_is_read_within_its_bounds),
	};
	int failed;

	log_open("font_test", LOG_INFO);
	arena_init(&arena, 1 << 16);
	if (font_open(&arena, TEST_FONTS "/sans.ttf", &sans) != OK)
		return 1;
	failed = RUN("font", tests);
	arena_free(&arena);
	return failed;
}
