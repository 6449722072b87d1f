/* page_write.c - writes a page with its values to a buffer. */
#include <string.h>

#include "base/log.h"
#include "web/page/page_private.h"
#include "web/page/view.h"

/* Bytes that must be escaped: 1 everywhere, 2 in attributes only.  Control
 * bytes have no place in HTML and become U+FFFD. */
static const unsigned char special[256] = {
    [0x00] = 3,
    [0x01] = 3,
    [0x02] = 3,
    [0x03] = 3,
    [0x04] = 3,
    [0x05] = 3,
    [0x06] = 3,
    [0x07] = 3,
    [0x08] = 3,
    [0x0b] = 3,
    [0x0c] = 3,
    [0x0e] = 3,
    [0x0f] = 3,
    [0x10] = 3,
    [0x11] = 3,
    [0x12] = 3,
    [0x13] = 3,
    [0x14] = 3,
    [0x15] = 3,
    [0x16] = 3,
    [0x17] = 3,
    [0x18] = 3,
    [0x19] = 3,
    [0x1a] = 3,
    [0x1b] = 3,
    [0x1c] = 3,
    [0x1d] = 3,
    [0x1e] = 3,
    [0x1f] = 3,
    [0x7f] = 3,
    ['&'] = 3,
    ['<'] = 3,
    ['>'] = 3,
    ['"'] = 2,
};

struct writer {
	const struct page *page;
	const struct code *code;
	struct buf *out;
};

static void
put_escaped(struct buf *out, const char *s, unsigned char where)
{
	for (;;) {
		const char *run = s;

		while ((special[(unsigned char)*s] & where) == 0)
			s++;
		buf_put(out, run, (size_t)(s - run));
		switch (*s++) {
		case '\0':
			return;
		case '&':
			buf_put(out, "&amp;", 5);
			break;
		case '<':
			buf_put(out, "&lt;", 4);
			break;
		case '>':
			buf_put(out, "&gt;", 4);
			break;
		case '"':
			buf_put(out, "&quot;", 6);
			break;
		default:
			buf_put(out, "\xef\xbf\xbd", 3);
			break;
		}
	}
}

/* Refuses an address with control bytes, blanks or backslashes: a browser
 * removes the first two and reads a backslash as a slash, so it would read
 * another address than we checked. */
static bool
address_bytes_ok(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' || *s == 0x7f || *s == '\\')
			return false;
	return true;
}

static bool
address_ok(const char *s)
{
	static const char png[] = "data:image/png;base64,";
	size_t n;

	if (*s == '\0' || !address_bytes_ok(s))
		return false;
	if (strncmp(s, png, sizeof(png) - 1) == 0) {
		s += sizeof(png) - 1;
		return s[strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "abcdefghijklmnopqrstuvwxyz"
				   "0123456789+/=")] == '\0';
	}
	n = strncmp(s, "http://", 7) == 0 ? 7 : 0;
	n = strncmp(s, "https://", 8) == 0 ? 8 : n;
	if (n > 0)
		return s[n] != '\0' && strchr("/?#", s[n]) == NULL;
	return strncmp(s, "//", 2) != 0 && s[strcspn(s, ":/?#")] != ':';
}

static void
warn(const struct writer *w, const struct view *v, int name, const char *why)
{
	if (view_checked(v))
		log_warn("view", "page=%s name=%s why=%s", w->page->name,
		    w->page->names[name], why);
}

/* The text of a name; NULL if the name is unset or has no text value. */
static const char *
text_of(const struct view *v, int name)
{
	const struct view_value *value = view_value(v, name);

	return value != NULL && value->kind == VIEW_TEXT ? value->text : NULL;
}

static void
put_text(const struct writer *w, const struct op *op, const struct view *v)
{
	const char *s = text_of(v, op->name);

	if (s != NULL)
		put_escaped(w->out, s, op->kind == OP_TEXT ? 1 : 2);
	else if (op->kind != OP_FORM)
		warn(w, v, op->name, "unset");
}

static void
put_address(const struct writer *w, const struct op *op, const struct view *v)
{
	const char *s = text_of(v, op->name);

	if (s != NULL && address_ok(s)) {
		put_escaped(w->out, s, 2);
		return;
	}
	warn(w, v, op->name, s == NULL ? "unset" : "address");
	buf_putc(w->out, '#');
}

static bool
is_true(const struct view *v, int name)
{
	const struct view_value *value = view_value(v, name);

	if (value == NULL)
		return false;
	if (value->kind == VIEW_TEXT)
		return value->text[0] != '\0';
	return value->kind == VIEW_LIST || value->on;
}

/* True if the form value of OP equals the text that its SKIP operations write.
 */
static bool
is_chosen(const struct writer *w, const struct op *op, const struct view *v)
{
	const char *s = text_of(v, op->name);

	if (s == NULL)
		return false;
	for (uint32_t i = 1; i <= op->skip; i++) {
		const struct op *part = &op[i];
		const char *bytes = w->code->bytes + part->start;
		const char *hole = "";

		if (part->kind == OP_ATTR)
			hole = text_of(v, part->name);
		if (hole == NULL || strncmp(s, bytes, part->length) != 0 ||
		    strncmp(s + part->length, hole, strlen(hole)) != 0)
			return false;
		s += part->length + strlen(hole);
	}
	return *s == '\0';
}

static void run(const struct writer *w, const struct op *op,
    const struct op *end, const struct view *v);

static void
put_items(const struct writer *w, const struct op *op, const struct view *v)
{
	const struct view_value *value = view_value(v, op->name);
	const struct view *item = NULL;

	if (value != NULL && value->kind == VIEW_LIST)
		item = value->first;
	for (; item != NULL; item = view_next(item))
		run(w, op + 1, op + 1 + op->skip, item);
}

static void
run(const struct writer *w, const struct op *op, const struct op *end,
    const struct view *v)
{
	for (; op < end; op++) {
		if (op->length > 0)
			buf_put(w->out, w->code->bytes + op->start, op->length);
		switch (op->kind) {
		case OP_LITERAL:
			break;
		case OP_TEXT:
		case OP_ATTR:
		case OP_FORM:
			put_text(w, op, v);
			break;
		case OP_HREF:
			put_address(w, op, v);
			break;
		case OP_IF:
			op += is_true(v, op->name) ? 0 : op->skip;
			break;
		case OP_UNLESS:
			op += is_true(v, op->name) ? op->skip : 0;
			break;
		case OP_EACH:
			put_items(w, op, v);
			op += op->skip;
			break;
		case OP_CHECKED:
		case OP_SELECTED:
			if (is_chosen(w, op, v))
				buf_puts(w->out, op->kind == OP_CHECKED
						     ? " checked"
						     : " selected");
			op += op->skip;
			break;
		}
	}
}

void
page_write(const struct page *page, enum lang lang, const struct view *view,
    struct buf *out)
{
	const struct code *code = &page->code[lang];
	const struct writer w = {page, code, out};

	run(&w, code->op, code->op + code->ops, view);
}
