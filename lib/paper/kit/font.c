/* font.c - a TrueType font and subsets of it, by HarfBuzz. */
#include "paper/kit/font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

#include "base/log.h"

#define HEAD HB_TAG('h', 'e', 'a', 'd')
#define HEAD_BOX 36 /* offset in HEAD of the box of all glyphs */
#define HEAD_SIZE 54
#define SUM_OF_FILE 0xb1b0afbau

struct font {
	hb_face_t *face;
	hb_font_t *measures;
	hb_subset_input_t
	    *input; /* what to keep; each subset sets its letters */
	int em;     /* font units to the type size */
	struct font_facts facts;
};

/* Tables left out of subsets, because the PDF has their data elsewhere. */
static const hb_tag_t dropped[] = {HB_TAG('O', 'S', '/', '2'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't')};

static void
font_close(void *arg)
{
	struct font *f = arg;

	hb_subset_input_destroy(f->input);
	hb_font_destroy(f->measures);
	hb_face_destroy(f->face);
}

/* The 16 bits at P, big-endian as all numbers of a font file. */
static unsigned
u16(const char *p)
{
	return (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

/* True if the sum of the 32-bit words of the file is SUM_OF_FILE, as in every
 * sound font. */
static bool
is_whole(hb_blob_t *blob)
{
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);
	uint32_t sum = 0;

	for (unsigned i = 0; i + 4 <= size; i += 4)
		sum += (uint32_t)u16(data + i) << 16 | u16(data + i + 2);
	return size % 4 == 0 && sum == SUM_OF_FILE;
}

/* N font units in thousandths of the type size. */
static int
thousandths(const struct font *f, int n)
{
	return n * 1000 / f->em;
}

/* The measure TAG, or OTHERWISE if the font does not say. */
static int
measure(const struct font *f, hb_ot_metrics_tag_t tag, int otherwise)
{
	hb_position_t n;

	return hb_ot_metrics_get_position(f->measures, tag, &n)
	           ? thousandths(f, n)
	           : otherwise;
}

static void
read_facts(struct font *f)
{
	struct font_facts *facts = &f->facts;
	hb_blob_t *head = hb_face_reference_table(f->face, HEAD);
	unsigned size, room = sizeof(facts->name);
	const char *data = hb_blob_get_data(head, &size);

	for (int i = 0; i < 4 && size >= HEAD_SIZE; i++)
		facts->box[i] =
		    thousandths(f, (int16_t)u16(data + HEAD_BOX + 2 * i));
	hb_blob_destroy(head);
	hb_ot_name_get_utf8(f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
	    HB_LANGUAGE_INVALID, &room, facts->name);
	facts->ascent = measure(f, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 0);
	facts->descent = measure(f, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, 0);
	facts->capital =
	    measure(f, HB_OT_METRICS_TAG_CAP_HEIGHT, facts->ascent);
	facts->fixed = font_width(f, font_glyph(f, 'i')) ==
	               font_width(f, font_glyph(f, 'W'));
}

/* Reads the font in BLOB into F; false if it has no letters or memory ran
 * out. */
static bool
read_font(struct font *f, hb_blob_t *blob)
{
	f->face = hb_face_create(blob, 0);
	f->measures = hb_font_create(f->face);
	f->input = hb_subset_input_create_or_fail();
	if (f->input == NULL)
		return false;
	f->em = (int)hb_face_get_upem(f->face);
	hb_subset_input_set_flags(f->input, HB_SUBSET_FLAGS_NO_HINTING);
	for (size_t i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
		hb_set_add(hb_subset_input_set(
			       f->input, HB_SUBSET_SETS_DROP_TABLE_TAG),
		    dropped[i]);
	read_facts(f);
	return font_glyph(f, 'W') != 0;
}

enum err
font_open(struct arena *a, const char *file, const struct font **font)
{
	struct font *f = ARENA_NEW(a, struct font);
	/* copied, so that later changes of the file do not change the font */
	hb_blob_t *mapped = hb_blob_create_from_file_or_fail(file);
	hb_blob_t *blob =
	    mapped == NULL ? NULL : hb_blob_copy_writable_or_fail(mapped);
	bool sound = false;
	char word[80];

	hb_blob_destroy(mapped);
	arena_defer(a, font_close, f);
	if (blob != NULL)
		sound = is_whole(blob) && read_font(f, blob);
	hb_blob_destroy(blob);
	if (!sound) {
		log_fault(
		    "font", "file=%s", log_word(word, sizeof(word), file));
		return ERR_FAULT;
	}
	*font = f;
	return OK;
}

const struct font_facts *
font_facts(const struct font *f)
{
	return &f->facts;
}

uint16_t
font_glyph(const struct font *f, uint16_t c)
{
	hb_codepoint_t glyph;

	if (!hb_font_get_nominal_glyph(f->measures, c, &glyph))
		return 0;
	return (uint16_t)glyph;
}

unsigned
font_width(const struct font *f, uint16_t glyph)
{
	return (unsigned)thousandths(
	    f, hb_font_get_glyph_h_advance(f->measures, glyph));
}

const void *
font_subset(const struct font *f, struct arena *a, const uint16_t *c, int count,
    size_t *size)
{
	hb_set_t *letters = hb_subset_input_unicode_set(f->input);
	hb_face_t *face;
	hb_blob_t *blob;
	const char *data;
	unsigned n;
	void *out;

	hb_set_clear(letters);
	for (int i = 0; i < count; i++)
		hb_set_add(letters, c[i]);
	face = hb_subset_or_fail(f->face, f->input);
	if (face == NULL)
		return NULL;
	blob = hb_face_reference_blob(face);
	data = hb_blob_get_data(blob, &n);
	out = n == 0 ? NULL : arena_alloc(a, n);
	if (out != NULL)
		memcpy(out, data, n);
	*size = n;
	hb_blob_destroy(blob);
	hb_face_destroy(face);
	return out;
}
