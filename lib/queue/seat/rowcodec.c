/* rowcodec.c - encodes rows of a result as bytes and decodes them. */
#include "queue/seat/rowcodec.h"

#include <string.h>

static void
put_number(struct buf *out, uint64_t n)
{
	while (n > 0x7f) {
		buf_putc(out, (char)(n | 0x80));
		n >>= 7;
	}
	buf_putc(out, (char)n);
}

static void
put_cell(struct buf *out, char letter, const struct db_value *v)
{
	if (v->null) {
		put_number(out, 0);
		return;
	}
	switch (letter) {
	case 'f':
		put_number(out, 1);
		buf_put(out, &v->f, sizeof(v->f));
		break;
	case 's':
	case 'b':
		put_number(out, v->len + 1);
		buf_put(out, v->s, v->len);
		buf_putc(out, '\0');
		break;
	default: /* zigzag; no number of ours is near the ends of 64 bits */
		put_number(
		    out, ((uint64_t)v->i << 1 ^ (uint64_t)(v->i >> 63)) + 1);
	}
}

void
rowcodec_table(struct buf *out, const char *types, const struct db_rows *rows)
{
	buf_put(out, types, strlen(types) + 1);
	put_number(out, rows->count);
	for (size_t i = 0; i < rows->count; i++)
		for (size_t k = 0; k < rows->columns; k++)
			put_cell(out, types[k], db_cell(rows, i, k));
}

/* Reads a number at *AT and moves *AT behind it; false if the bytes end before
 * the number does. */
static inline bool
get_number(const unsigned char **at, const unsigned char *end, uint64_t *out)
{
	const unsigned char *p = *at;
	uint64_t n = 0;

	for (int shift = 0; shift < 64 && p < end; shift += 7) {
		unsigned char c = *p++;

		n |= (uint64_t)(c & 0x7f) << shift;
		if (c < 0x80) {
			*at = p;
			*out = n;
			return true;
		}
	}
	return false;
}

static bool
get_text(struct rowcodec *p, uint64_t n, struct db_value *v)
{
	if (n >= (size_t)(p->end - p->at) || p->at[n] != '\0')
		return false;
	v->s = (const char *)p->at;
	v->len = (size_t)n;
	p->at += n + 1;
	return true;
}

static bool
get_real(struct rowcodec *p, uint64_t n, struct db_value *v)
{
	if (n != 0 || (size_t)(p->end - p->at) < sizeof(v->f))
		return false;
	memcpy(&v->f, p->at, sizeof(v->f));
	p->at += sizeof(v->f);
	return true;
}

static inline bool
get_cell(struct rowcodec *p, char letter, struct db_value *v)
{
	uint64_t n;

	if (!get_number(&p->at, p->end, &n))
		return false;
	if (n-- == 0) {
		*v = (struct db_value){.null = true};
		return true;
	}
	v->null = false;
	switch (letter) {
	case 'f':
		return get_real(p, n, v);
	case 's':
	case 'b':
		return get_text(p, n, v);
	default:
		v->i = (int64_t)(n >> 1 ^ (0 - (n & 1)));
		return true;
	}
}

bool
rowcodec_open(struct rowcodec *p, const char *types, size_t *rows)
{
	size_t n = strlen(types) + 1;
	uint64_t count;

	if ((size_t)(p->end - p->at) < n || memcmp(p->at, types, n) != 0)
		return false;
	p->at += n;
	/* every row has at least one byte, so a false count cannot make a
	 * reader allocate much more than the bytes */
	if (!get_number(&p->at, p->end, &count) ||
	    count > (size_t)(p->end - p->at))
		return false;
	*rows = (size_t)count;
	return true;
}

bool
rowcodec_row(struct rowcodec *p, const char *types, struct db_value *cell)
{
	for (; *types != '\0'; types++)
		if (!get_cell(p, *types, cell++))
			return false;
	return true;
}
