/* font_subset.c - a font file of few glyphs. */
#include "paper/kit/font.h"

#include <string.h>

#include "paper/kit/font_private.h"

/* More than any font file gives: no table grows to twice its size but cmap,
 * and that to eight bytes a character. */
#define SIZE_FIRST 16384
#define SIZE_MOST (4 * (size_t)FONT_SIZE_MAX)
#define ADJUSTMENT 8 /* in head */
#define MAGIC 0xb1b0afbau

/* A subset in the making. */
struct work {
	const struct font *font;
	uint16_t *number; /* the new one of each old glyph, 0: not held */
	uint16_t *old;    /* and the other way */
	int count;
	uint32_t *at; /* where each outline begins, and where the last ends */
};

static void
put16(struct buf *out, unsigned n)
{
	buf_putc(out, (char)(n >> 8 & 0xff));
	buf_putc(out, (char)(n & 0xff));
}

static void
put32(struct buf *out, uint32_t n)
{
	put16(out, n >> 16);
	put16(out, n & 0xffff);
}

static void
set16(char *p, unsigned n)
{
	p[0] = (char)(n >> 8 & 0xff);
	p[1] = (char)(n & 0xff);
}

static void
set32(char *p, uint32_t n)
{
	set16(p, n >> 16);
	set16(p + 2, n & 0xffff);
}

static uint16_t
glyph_at(const unsigned char *p)
{
	return (uint16_t)(p[0] << 8 | p[1]);
}

static void
hold(struct work *w, uint16_t glyph)
{
	if (glyph == 0 || w->number[glyph] != 0)
		return;
	w->number[glyph] = (uint16_t)w->count;
	w->old[w->count++] = glyph;
}

/* Numbers the glyphs of PICK in its order, then what they are composed of. */
static void
gather(struct work *w, const struct font_pick *pick, int count)
{
	w->count = 1; /* 0 stands for what is missing */
	for (int i = 0; i < count; i++)
		hold(w, pick[i].glyph);
	for (int i = 1; i < w->count; i++) {
		const unsigned char *data;
		size_t size = font_outline(w->font, w->old[i], &data);

		for (size_t at = font_component(data, size, 0); at != 0;
		     at = font_component(data, size, at))
			hold(w, glyph_at(data + at + 2));
	}
}

/* A run of characters whose glyphs also follow each other. */
static int
run_of(const struct work *w, const struct font_pick *pick, int count)
{
	int n = 1;

	while (n < count && pick[n].c == pick[0].c + n &&
	       w->number[pick[n].glyph] == w->number[pick[0].glyph] + n)
		n++;
	return n;
}

static void
put_cmap(const struct work *w, const struct font_pick *pick, int count,
    struct buf *out)
{
	unsigned runs = 1, power = 1, log = 0;

	for (int i = 0; i < count; i += run_of(w, pick + i, count - i))
		runs++;
	while (power * 2 <= runs) {
		power *= 2;
		log++;
	}
	put32(out, 1);            /* version 0, one map */
	put32(out, 3u << 16 | 1); /* Windows, Unicode */
	put32(out, 12);
	put16(out, 4);
	put16(out, 16 + 8 * runs);
	put16(out, 0);
	put16(out, 2 * runs);
	put16(out, 2 * power);
	put16(out, log);
	put16(out, 2 * (runs - power));
	for (int i = 0, n; i < count; i += n) {
		n = run_of(w, pick + i, count - i);
		put16(out, pick[i].c + (unsigned)n - 1);
	}
	put32(out, 0xffffu << 16); /* the last run, then padding */
	for (int i = 0; i < count; i += run_of(w, pick + i, count - i))
		put16(out, pick[i].c);
	put16(out, 0xffff);
	for (int i = 0; i < count; i += run_of(w, pick + i, count - i))
		put16(out,
		    (unsigned)(w->number[pick[i].glyph] - pick[i].c) & 0xffff);
	put16(out, 1);
	for (unsigned i = 0; i < runs; i++)
		put16(out, 0);
}

static void
put_glyf(struct work *w, struct buf *out)
{
	size_t begin = out->len;

	for (int i = 1; i < w->count; i++) {
		const unsigned char *data;
		size_t size = font_outline(w->font, w->old[i], &data);
		size_t here = out->len;

		w->at[i] = (uint32_t)(here - begin);
		buf_put(out, data, size);
		for (size_t at = font_component(data, size, 0); at != 0;
		     at = font_component(data, size, at))
			set16(out->data + here + at + 2,
			    w->number[glyph_at(data + at + 2)]);
		if (size % 2 != 0)
			buf_putc(out, '\0');
	}
	w->at[w->count] = (uint32_t)(out->len - begin);
}

static void
put_hmtx(const struct work *w, struct buf *out)
{
	for (int i = 0; i < w->count; i++) {
		int bearing;

		buf_put(out, font_metric(w->font, w->old[i], &bearing), 2);
		put16(out, (unsigned)bearing & 0xffff);
	}
}

/* A table as it is but for the 16-bit number VALUE at AT. */
static void
put_changed(const struct work *w, enum font_table table, size_t at,
    unsigned value, struct buf *out)
{
	size_t here = out->len;

	buf_put(out, w->font->table[table].data, w->font->table[table].size);
	set16(out->data + here + at, value);
}

static void
put_table(struct work *w, enum font_table table, const struct font_pick *pick,
    int count, struct buf *out)
{
	bool wide = w->at[w->count] > 0x1fffe;

	switch (table) {
	case FONT_CMAP:
		put_cmap(w, pick, count, out);
		break;
	case FONT_GLYF:
		put_glyf(w, out);
		break;
	case FONT_HEAD:
		put_changed(w, table, 50, wide, out);
		break;
	case FONT_HHEA:
		put_changed(w, table, 34, (unsigned)w->count, out);
		break;
	case FONT_HMTX:
		put_hmtx(w, out);
		break;
	case FONT_LOCA:
		for (int i = 0; i <= w->count; i++) {
			if (wide)
				put32(out, w->at[i]);
			else
				put16(out, w->at[i] / 2);
		}
		break;
	default:
		put_changed(w, FONT_MAXP, 4, (unsigned)w->count, out);
	}
}

/* The sum of the words from BEGIN to the end of OUT. */
static uint32_t
sum_from(const struct buf *out, size_t begin)
{
	const unsigned char *p = (const unsigned char *)out->data;
	uint32_t sum = 0;

	for (size_t i = begin; i + 3 < out->len; i += 4)
		sum += (uint32_t)p[i] << 24 | (uint32_t)p[i + 1] << 16 |
		       (uint32_t)p[i + 2] << 8 | p[i + 3];
	return sum;
}

void
font_subset(const struct font *f, struct arena *a, const struct font_pick *pick,
    int count, struct buf *out)
{
	static const char tags[FONT_SUBSET_TABLES][5] = {
	    "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"};
	size_t head = 0;
	struct work w = {.font = f,
	    .number = ARENA_ARRAY(a, uint16_t, (size_t)f->glyphs),
	    .old = ARENA_ARRAY(a, uint16_t, (size_t)f->glyphs + 1),
	    .at = ARENA_ARRAY(a, uint32_t, (size_t)f->glyphs + 2)};

	buf_init(out, a, SIZE_FIRST, SIZE_MOST);
	gather(&w, pick, count);
	put32(out, 0x10000);
	put16(out, FONT_SUBSET_TABLES);
	put16(out, 4 * 16); /* for a search by halves: 4 is a power of 2, */
	put16(out, 2);      /* its logarithm, and what is left */
	put16(out, (FONT_SUBSET_TABLES - 4) * 16);
	for (size_t i = 0; i < FONT_SUBSET_TABLES * 16; i++)
		buf_putc(out, '\0');
	for (int i = 0; i < FONT_SUBSET_TABLES; i++) {
		char *entry = NULL;
		size_t here = out->len, size;

		put_table(&w, (enum font_table)i, pick, count, out);
		size = out->len - here;
		if (i == FONT_HEAD) {
			head = here;
			set32(out->data + here + ADJUSTMENT, 0);
		}
		while (out->len % 4 != 0)
			buf_putc(out, '\0');
		entry = out->data + 12 + 16 * i;
		memcpy(entry, tags[i], 4);
		set32(entry + 4, sum_from(out, here));
		set32(entry + 8, (uint32_t)here);
		set32(entry + 12, (uint32_t)size);
	}
	set32(out->data + head + ADJUSTMENT, MAGIC - sum_from(out, 0));
}
