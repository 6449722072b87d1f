/* sheet_font.c - the fonts of a document: codes, subsets, dictionaries.
 *
 * A face is a simple TrueType font in WinAnsiEncoding (ISO 32000-1, 9.6.3): one
 * byte per character, and viewers can select the text.  Characters that CP1252
 * lacks get codes that CP1252 does not use, declared in Differences and
 * ToUnicode; when those are used up, a second font of the same face begins.
 */
#include <string.h>

#include "paper/kit/haru.h"
#include "paper/kit/sheet_private.h"

#define CODES 256
#define TEXT_SIZE 4096     /* first size of a buffer of text, in bytes */
#define TEXT_MOST 65536    /* most bytes of it */
#define DESCRIPTOR_FIXED 1 /* flags of a font descriptor */
#define DESCRIPTOR_LATIN 32
#define STEM 80 /* required, but without effect for an embedded font */

/* The codes that CP1252 does not use, except NUL, tab and line ends.  Those
 * between the letters come first, because a font's list of widths covers all
 * codes from its first to its last. */
static const unsigned char spare[] = {127, 129, 141, 143, 144, 157, 31, 30, 29,
    28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 12, 11, 8, 7, 6,
    5, 4, 3, 2, 1};

/* One font of the document: its characters, and the codes they have. */
struct set {
	const struct font *font;
	uint16_t c[PDF_GLYPHS];
	int count;
	uint16_t at[CODES];    /* the character of each code, 0: none */
	uint16_t width[CODES]; /* and its width */
	bool strange[CODES];   /* its code is not CP1252's */
};

static uint16_t
new_code(struct sheet_codes *codes, uint32_t c)
{
	unsigned char ansi = pdf_ansi(c);
	unsigned n;

	if (ansi != 0)
		return ansi;
	n = codes->strangers++;
	if (n < sizeof(spare))
		return spare[n];
	return (uint16_t)(CODES + 1 + n - sizeof(spare));
}

unsigned
sheet_code(struct sheet *s, enum pdf_face face, uint32_t c, unsigned char *code)
{
	struct sheet_codes *codes = &s->codes[face];
	int place = pdf_place(c);

	if (codes->code[place] == 0)
		codes->code[place] = new_code(codes, c);
	*code = (unsigned char)(codes->code[place] % CODES);
	return face * SHEET_SETS + codes->code[place] / CODES;
}

static void
gather(const struct sheet *s, unsigned font, struct set *set)
{
	enum pdf_face face = font / SHEET_SETS;
	const struct pdf *p = s->pdf;

	set->font = p->font[face];
	for (int i = 0; i < PDF_GLYPHS; i++) {
		unsigned code = s->codes[face].code[i];
		uint16_t c = pdf_char(i);

		if (code == 0 || code / CODES != font % SHEET_SETS)
			continue;
		code %= CODES;
		set->c[set->count++] = c;
		set->at[code] = c;
		set->width[code] = p->width[face][i];
		set->strange[code] = pdf_ansi(c) == 0;
	}
}

/* Returns the number of a new object of the document; jumps if memory runs out.
 */
static unsigned
add(struct sheet *s, char *entries, const struct sheet_file *stream)
{
	unsigned n = haru_object(s->pdf->pdf, entries,
	    stream == NULL ? NULL : stream->data,
	    stream == NULL ? 0 : stream->size);

	if (n == 0)
		pdf_fault(s->pdf, HPDF_FAILD_TO_ALLOC_MEM);
	return n;
}

static unsigned
add_program(struct sheet *s, const struct set *set)
{
	struct sheet_file small;
	size_t size;
	const void *file =
	    font_subset(set->font, s->arena, set->c, set->count, &size);

	if (file == NULL)
		pdf_fault(s->pdf, HPDF_FAILD_TO_ALLOC_MEM);
	small = pdf_squeeze(s->pdf, s->arena, file, size);
	return add(s,
	    arena_printf(s->arena, HARU_DEFLATED "/Length1 %zu\n", size),
	    &small);
}

/* Returns the name of a subset: six capitals, '+' and the font's name.  The
 * capitals differ for each font of the document. */
static const char *
name_of(struct sheet *s, unsigned font, const struct set *set)
{
	return arena_printf(s->arena, "ANTRE%c+%s", (char)('A' + font),
	    font_facts(set->font)->name);
}

static unsigned
add_descriptor(
    struct sheet *s, const char *name, const struct set *set, unsigned program)
{
	const struct font_facts *f = font_facts(set->font);
	int flags = DESCRIPTOR_LATIN | (f->fixed ? DESCRIPTOR_FIXED : 0);

	return add(s,
	    arena_printf(s->arena,
		"/Type /FontDescriptor\n/FontName /%s\n/Flags %d\n"
		"/FontBBox [%d %d %d %d]\n/ItalicAngle 0\n/Ascent %d\n"
		"/Descent %d\n/CapHeight %d\n/StemV %d\n/FontFile2 %u 0 R\n",
		name, flags, f->box[0], f->box[1], f->box[2], f->box[3],
		f->ascent, f->descent, f->capital, STEM, program),
	    NULL);
}

/* Makes the ToUnicode map of the codes that are not CP1252's (ISO 32000-1,
 * 9.10.3); 0 if there are none. */
static unsigned
add_unicode(struct sheet *s, const struct set *set)
{
	struct sheet_file small;
	struct buf map;
	int count = 0;

	buf_init(&map, s->arena, TEXT_SIZE, TEXT_MOST);
	buf_puts(&map,
	    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	    "/CMapName /A def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<00><FF>\nendcodespacerange\n");
	for (int i = 0; i < CODES; i++) {
		if (!set->strange[i])
			continue;
		buf_printf(&map, "1 beginbfchar\n<%02X><%04X>\nendbfchar\n",
		    (unsigned)i, set->at[i]);
		count++;
	}
	buf_puts(&map, "endcmap\nend\nend\n");
	if (count == 0)
		return 0;
	small = pdf_squeeze(s->pdf, s->arena, map.data, map.len);
	return add(s, arena_strdup(s->arena, HARU_DEFLATED), &small);
}

/* Writes the encoding: names of the Adobe Glyph List for the codes that are not
 * CP1252's. */
static void
put_encoding(struct buf *out, const struct set *set, unsigned unicode)
{
	if (unicode == 0) {
		buf_puts(out, "/Encoding /WinAnsiEncoding\n");
		return;
	}
	buf_puts(out, "/Encoding <</BaseEncoding /WinAnsiEncoding\n"
		      "/Differences [");
	for (int i = 0; i < CODES; i++)
		if (set->strange[i])
			buf_printf(out, "%d/uni%04X ", i, set->at[i]);
	buf_printf(out, "]>>\n/ToUnicode %u 0 R\n", unicode);
}

static unsigned
add_font(struct sheet *s, unsigned font, const struct set *set)
{
	const char *name = name_of(s, font, set);
	unsigned program = add_program(s, set);
	unsigned descriptor = add_descriptor(s, name, set, program);
	int first = 0, last = CODES - 1;
	struct buf out;

	while (set->at[first] == 0)
		first++;
	while (set->at[last] == 0)
		last--;
	buf_init(&out, s->arena, TEXT_SIZE, TEXT_MOST);
	buf_printf(&out,
	    "/Type /Font\n/Subtype /TrueType\n/BaseFont /%s\n/FontDescriptor "
	    "%u 0 R\n",
	    name, descriptor);
	put_encoding(&out, set, add_unicode(s, set));
	buf_printf(&out, "/FirstChar %d\n/LastChar %d\n/Widths [", first, last);
	for (int i = first; i <= last; i++)
		buf_printf(&out, i == last ? "%u]\n" : "%u ", set->width[i]);
	return add(s, out.data, NULL);
}

char *
sheet_fonts(struct sheet *s)
{
	struct buf out;

	buf_init(&out, s->arena, TEXT_SIZE / 8, TEXT_MOST);
	buf_puts(&out, "/Font <<");
	for (unsigned i = 0; i < SHEET_FONTS; i++) {
		struct set *set = ARENA_NEW(s->arena, struct set);

		gather(s, i, set);
		if (set->count > 0)
			buf_printf(
			    &out, "/F%u %u 0 R ", i, add_font(s, i, set));
	}
	buf_puts(&out, ">>\n");
	return out.data;
}
