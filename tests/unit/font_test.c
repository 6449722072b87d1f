/* font_test.c - fonts are read, cut down and refused when broken. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/log.h"
#include "paper/kit/font.h"

#define MAGIC 0xb1b0afbau

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

/* The table TAG of a font file. */
static const char *
table(const struct buf *file, const char *tag, size_t *size)
{
	for (unsigned i = 0; i < u16(file->data + 4); i++) {
		const char *entry = file->data + 12 + 16 * (size_t)i;

		if (memcmp(entry, tag, 4) != 0)
			continue;
		*size = u32(entry + 12);
		assert_true(u32(entry + 8) + *size <= file->len);
		return file->data + u32(entry + 8);
	}
	fail_msg("no table %s", tag);
	return NULL;
}

static unsigned
glyphs_of(const struct buf *file)
{
	size_t size;

	return u16(table(file, "maxp", &size) + 4);
}

static struct buf
subset(const char *text)
{
	struct font_pick pick[128];
	struct buf file;
	int n = 0;

	for (; *text != '\0'; text++, n++) {
		pick[n].c = (unsigned char)*text;
		pick[n].glyph = font_glyph(sans, pick[n].c);
		assert_int_not_equal(pick[n].glyph, 0);
	}
	font_subset(sans, &arena, pick, n, &file);
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
	struct buf file = subset("()Aabcz~");
	uint32_t sum = 0;
	size_t size, glyf;
	const char *loca;

	(void)state;
	assert_int_equal(glyphs_of(&file), 9);
	for (size_t i = 0; i < file.len; i += 4)
		sum += u32(file.data + i);
	assert_int_equal(sum, MAGIC);
	table(&file, "glyf", &glyf);
	loca = table(&file, "loca", &size);
	assert_int_equal(size, 2 * 10);
	assert_int_equal(2 * u16(loca + 18), glyf);
	table(&file, "hmtx", &size);
	assert_int_equal(size, 4 * 9);
}

static void
subset_maps_its_characters(void **state)
{
	struct buf file = subset("Zabc");
	size_t size;
	const char *map;

	(void)state;
	map = table(&file, "cmap", &size) + 12;
	assert_int_equal(u16(map), 4);
	assert_int_equal(u16(map + 2), size - 12);
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
	struct buf plain = subset("E"), accent = subset("\xc9");

	(void)state;
	assert_int_equal(glyphs_of(&plain), 2);
	assert_int_equal(glyphs_of(&accent), 4);
}

static void
same_characters_give_the_same_file(void **state)
{
	struct buf one = subset("Rant"), two = subset("Rant");

	(void)state;
	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.data, two.data, one.len);
}

/* The font's file in ARENA. */
static unsigned char *
read_whole(size_t *size)
{
	unsigned char *data = arena_alloc(&arena, FONT_SIZE_MAX);
	FILE *f = fopen(TEST_FONTS "/sans.ttf", "rb");

	assert_non_null(f);
	*size = fread(data, 1, FONT_SIZE_MAX, f);
	fclose(f);
	assert_in_range(*size, 1000, FONT_SIZE_MAX - 1);
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

/* What a broken font holds may be wrong, but only what is in the file is read:
 * this test is for the sanitizers. */
static void
broken_font_is_read_within_its_bounds(void **state)
{
	char path[] = "/tmp/antrean.XXXXXX";
	struct font_pick pick[0x180];
	unsigned char *data;
	uint32_t random = 1;
	size_t size;
	int opened = 0;

	(void)state;
	close(mkstemp(path));
	data = read_whole(&size);
	for (int round = 0; round < 2000; round++) {
		const struct font *f;
		struct arena a;
		struct buf file;
		unsigned char old;
		size_t at;
		int n = 0;

		random = random * 1103515245u + 12345;
		/* mostly in the tables, not the outlines */
		at = (random >> 8) % (round % 4 == 0 ? size : 2600);
		old = data[at];
		data[at] = (unsigned char)(random >> 24);
		arena_init(&a, 1 << 16);
		if (open_bytes(&a, path, data, size, &f) == OK) {
			opened++;
			for (uint16_t c = 0x20; c < 0x180; c++) {
				uint16_t glyph = font_glyph(f, c);

				if (glyph != 0)
					pick[n++] =
					    (struct font_pick){c, glyph};
			}
			font_subset(f, &a, pick, n, &file);
			assert_true(file.len < 2 * size);
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
	    cmocka_unit_test(subset_maps_its_characters),
	    cmocka_unit_test(composed_letter_brings_its_parts),
	    cmocka_unit_test(same_characters_give_the_same_file),
	    cmocka_unit_test(cut_font_is_a_fault),
	    cmocka_unit_test(broken_font_is_read_within_its_bounds),
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
