/* font.c - a TrueType font: reading and checking. */
#include "paper/kit/font.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "paper/kit/font_private.h"

#define NAME_POSTSCRIPT 6
#define WINDOWS 3

struct table {
	const char *tag;
	size_t least; /* bytes */
};

static const struct table tables[FONT_TABLES] = {
    [FONT_CMAP] = {"cmap", 4},
    [FONT_GLYF] = {"glyf", 0},
    [FONT_HEAD] = {"head", FONT_HEAD_SIZE},
    [FONT_HHEA] = {"hhea", FONT_HHEA_SIZE},
    [FONT_HMTX] = {"hmtx", 4},
    [FONT_LOCA] = {"loca", 4},
    [FONT_MAXP] = {"maxp", 6},
    [FONT_NAME] = {"name", 6},
    [FONT_OS2] = {"OS/2", 78},
    [FONT_POST] = {"post", 32},
};

static unsigned
u16(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static int
i16(const unsigned char *p)
{
	return (int16_t)u16(p);
}

static uint32_t
u32(const unsigned char *p)
{
	return (uint32_t)u16(p) << 16 | u16(p + 2);
}

/* The file in A; false if it is missing, empty or too large. */
static bool
read_file(struct arena *a, const char *file, struct font_part *whole)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	unsigned char *data = NULL;
	struct stat st;
	size_t have = 0, size = 0;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && st.st_size > 0 &&
	    st.st_size <= (off_t)FONT_SIZE_MAX) {
		size = (size_t)st.st_size;
		data = arena_alloc(a, size);
	}
	while (have < size) {
		ssize_t n = read(fd, data + have, size - have);

		if (n <= 0)
			break;
		have += (size_t)n;
	}
	close(fd);
	whole->data = data;
	whole->size = size;
	return size > 0 && have == size;
}

static bool
find_tables(struct font *f, const struct font_part *whole)
{
	unsigned count = whole->size < 12 ? 0 : u16(whole->data + 4);

	if (whole->size < 12 + 16 * (size_t)count)
		return false;
	for (int i = 0; i < FONT_TABLES; i++) {
		const unsigned char *entry = whole->data + 12;
		unsigned k;

		for (k = 0; k < count; k++, entry += 16)
			if (memcmp(entry, tables[i].tag, 4) == 0)
				break;
		if (k == count || u32(entry + 8) > whole->size ||
		    u32(entry + 12) > whole->size - u32(entry + 8) ||
		    u32(entry + 12) < tables[i].least)
			return false;
		f->table[i].data = whole->data + u32(entry + 8);
		f->table[i].size = u32(entry + 12);
	}
	return true;
}

size_t
font_outline(const struct font *f, uint16_t glyph, const unsigned char **data)
{
	const unsigned char *loca = f->table[FONT_LOCA].data;
	size_t from, upto;

	if (f->wide) {
		from = u32(loca + 4 * (size_t)glyph);
		upto = u32(loca + 4 * (size_t)glyph + 4);
	} else {
		from = 2 * (size_t)u16(loca + 2 * (size_t)glyph);
		upto = 2 * (size_t)u16(loca + 2 * (size_t)glyph + 2);
	}
	*data = f->table[FONT_GLYF].data + from;
	return upto - from;
}

size_t
font_component(const unsigned char *data, size_t size, size_t at)
{
	unsigned flags;

	if (at == 0) {
		if (size < 10 || i16(data) >= 0)
			return 0;
		return 10;
	}
	flags = u16(data + at);
	if (!(flags & 0x20)) /* the last one */
		return 0;
	at += flags & 1 ? 8 : 6; /* offsets are words, or bytes */
	if (flags & 0x80)
		at += 8; /* a matrix */
	else if (flags & 0x40)
		at += 4; /* two scales */
	else if (flags & 0x8)
		at += 2; /* one */
	return at;
}

/* All outlines lie in their table, and so do the parts of composed ones. */
static bool
check_outlines(const struct font *f)
{
	size_t room = f->table[FONT_GLYF].size;

	for (int i = 0; i < f->glyphs; i++) {
		const unsigned char *data;
		size_t size = font_outline(f, (uint16_t)i, &data);
		size_t from = (size_t)(data - f->table[FONT_GLYF].data);

		if (from > room || size > room - from ||
		    (size > 0 && size < 10))
			return false;
		for (size_t at = font_component(data, size, 0); at != 0;
		     at = font_component(data, size, at))
			if (at + 6 > size ||
			    u16(data + at + 2) >= (unsigned)f->glyphs)
				return false;
	}
	return true;
}

static bool
read_measures(struct font *f)
{
	const unsigned char *head = f->table[FONT_HEAD].data;
	const unsigned char *hhea = f->table[FONT_HHEA].data;

	f->em = (int)u16(head + 18);
	f->wide = u16(head + 50) != 0;
	f->glyphs = (int)u16(f->table[FONT_MAXP].data + 4);
	f->metrics = (int)u16(hhea + 34);
	return f->em >= 16 && f->glyphs > 0 && f->metrics > 0 &&
	       f->metrics <= f->glyphs &&
	       f->table[FONT_HMTX].size >=
	           2 * (size_t)(f->glyphs + f->metrics) &&
	       f->table[FONT_LOCA].size >=
	           (size_t)(f->glyphs + 1) * (f->wide ? 4 : 2);
}

/* The character map for Windows, of format 4. */
static bool
find_map(struct font *f)
{
	const struct font_part *cmap = &f->table[FONT_CMAP];
	unsigned count = u16(cmap->data + 2);

	if (cmap->size < 4 + 8 * (size_t)count)
		return false;
	for (unsigned i = 0; i < count; i++) {
		const unsigned char *entry = cmap->data + 4 + 8 * (size_t)i;
		size_t at = u32(entry + 4), size;

		if (u16(entry) != WINDOWS || u16(entry + 2) != 1 ||
		    at > cmap->size || cmap->size - at < 16 ||
		    u16(cmap->data + at) != 4)
			continue;
		size = u16(cmap->data + at + 2);
		f->map.data = cmap->data + at;
		f->map.size = size;
		return size <= cmap->size - at &&
		       size >= 16 + 4 * (size_t)u16(f->map.data + 6);
	}
	return false;
}

/* The PostScript name, of whatever platform has it first. */
static void
read_name(const struct font *f, char name[FONT_NAME_SIZE])
{
	const struct font_part *table = &f->table[FONT_NAME];
	size_t count = u16(table->data + 2), text = u16(table->data + 4);
	size_t n = 0;

	for (size_t i = 0; i < count && table->size >= 18 + 12 * i; i++) {
		const unsigned char *entry = table->data + 6 + 12 * i;
		size_t size = u16(entry + 8), at = text + u16(entry + 10);

		if (u16(entry + 6) != NAME_POSTSCRIPT || at > table->size ||
		    size > table->size - at)
			continue;
		/* the high bytes of UTF-16 are no letters */
		for (size_t k = 0; k < size && n < FONT_NAME_SIZE - 1; k++) {
			unsigned char c = table->data[at + k];

			if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
			    (c >= '0' && c <= '9') || c == '-')
				name[n++] = (char)c;
		}
		break;
	}
	name[n] = '\0';
}

/* N font units in thousandths of the type size. */
static int
thousandths(const struct font *f, int n)
{
	return n * 1000 / f->em;
}

static void
read_facts(struct font *f)
{
	const unsigned char *head = f->table[FONT_HEAD].data;
	const unsigned char *hhea = f->table[FONT_HHEA].data;
	const struct font_part *os2 = &f->table[FONT_OS2];
	struct font_facts *facts = &f->facts;
	bool capital = os2->size >= 90 && u16(os2->data) >= 2;

	read_name(f, facts->name);
	for (int i = 0; i < 4; i++)
		facts->box[i] = thousandths(f, i16(head + 36 + 2 * i));
	facts->ascent = thousandths(f, i16(hhea + 4));
	facts->descent = thousandths(f, i16(hhea + 6));
	facts->capital =
	    thousandths(f, capital ? i16(os2->data + 88) : i16(hhea + 4));
	facts->fixed = u32(f->table[FONT_POST].data + 12) != 0;
}

enum err
font_open(struct arena *a, const char *file, const struct font **font)
{
	struct font *f = ARENA_NEW(a, struct font);
	struct font_part whole;
	char word[80];

	if (!read_file(a, file, &whole) || !find_tables(f, &whole) ||
	    !read_measures(f) || !find_map(f) || !check_outlines(f)) {
		log_fault(
		    "font", "file=%s", log_word(word, sizeof(word), file));
		return ERR_FAULT;
	}
	read_facts(f);
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
	const unsigned char *map = f->map.data;
	size_t twice = u16(map + 6); /* of the segments */
	const unsigned char *end = map + 14, *start = end + twice + 2;
	const unsigned char *delta = start + twice, *range = delta + twice;
	unsigned glyph;

	for (size_t i = 0; i < twice; i += 2) {
		size_t offset = u16(range + i);

		if (c > u16(end + i))
			continue;
		if (c < u16(start + i))
			return 0;
		glyph = c;
		if (offset != 0) {
			offset += 2 * (size_t)(c - u16(start + i));
			if ((size_t)(range + i - map) + offset + 2 >
			    f->map.size)
				return 0;
			glyph = u16(range + i + offset);
		}
		if (glyph != 0)
			glyph = (glyph + u16(delta + i)) & 0xffff;
		return glyph < (unsigned)f->glyphs ? (uint16_t)glyph : 0;
	}
	return 0;
}

const unsigned char *
font_metric(const struct font *f, uint16_t glyph, int *bearing)
{
	const unsigned char *hmtx = f->table[FONT_HMTX].data;
	int last = f->metrics - 1;

	if (glyph < f->metrics) {
		*bearing = i16(hmtx + 4 * (size_t)glyph + 2);
		return hmtx + 4 * (size_t)glyph;
	}
	*bearing = i16(
	    hmtx + 4 * (size_t)f->metrics + 2 * (size_t)(glyph - f->metrics));
	return hmtx + 4 * (size_t)last;
}

unsigned
font_width(const struct font *f, uint16_t glyph)
{
	int bearing;

	return u16(font_metric(f, glyph, &bearing)) * 1000 / (unsigned)f->em;
}
