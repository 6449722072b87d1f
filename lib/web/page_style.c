/* page_style.c - a style sheet without what a browser does not need.
 *
 * Comments go, and white space wherever the grammar gives it no meaning: CSS
 * Syntax Module Level 3.  Where a blank could mean something (a descendant,
 * calc(1px + 2px), `and (`) one is kept.  Strings, url() and escapes are
 * copied as they are.
 */
#include <string.h>

#include "web/page_code.h"

#define DEPTH_MAX 8

struct sheet {
	const char *in;
	struct buf out;
	size_t prelude; /* where the rule or declaration begins in OUT */
	int depth;
	bool rules[DEPTH_MAX]; /* the block holds rules, not declarations */
	int parens;
	bool value;          /* behind the colon of a declaration */
	char prev;           /* last byte of meaning; 'a' for an escaped one */
	bool blank, comment; /* what stood before this byte */
	bool bad;
};

static bool
in_rules(const struct sheet *s)
{
	return s->rules[s->depth];
}

static bool
is_at_rule(const struct sheet *s)
{
	return s->out.len > s->prelude && s->out.data[s->prelude] == '@';
}

/* At-rules whose block holds rules. */
static bool
holds_rules(const struct sheet *s)
{
	static const char *const names[] = {"@media", "@supports", "@layer",
	    "@container", "@keyframes", "@-webkit-keyframes"};
	const char *p = s->out.data + s->prelude;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strncmp(p, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

static bool
is_in(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* True if a blank between the last byte and NEXT has a meaning. */
static bool
blank_counts(const struct sheet *s, char next)
{
	if (s->out.len == 0 || is_in(s->prev, "{};,(") || is_in(next, "{};,)"))
		return false;
	if (in_rules(s) && !is_at_rule(s))
		return !is_in(s->prev, ">+~") && !is_in(next, ">+~");
	if (in_rules(s))
		return s->parens == 0 || (s->prev != ':' && next != ':');
	if (!s->value)
		return next != ':';
	return s->prev != ':' && s->prev != '!' && next != '!';
}

static bool
is_word(char c)
{
	return c != '\0' && !is_in(c, "{};,:()>+~!*/=[]");
}

/* True if PREV and NEXT would become one without the comment between them: two
 * words, or what begins another comment. */
static bool
must_part(char prev, char next)
{
	return (is_word(prev) && is_word(next)) || (prev == '/' && next == '*');
}

static void
put(struct sheet *s, const char *from, size_t n, char prev)
{
	buf_put(&s->out, from, n);
	s->in = from + n;
	s->prev = prev;
}

/* From a quote to its fellow. */
static void
put_string(struct sheet *s)
{
	const char *p = s->in + 1;

	while (*p != *s->in) {
		if (*p == '\\' && p[1] != '\0')
			p++;
		if (*p == '\0' || (*p == '\n' && p[-1] != '\\')) {
			s->bad = true;
			return;
		}
		p++;
	}
	put(s, s->in, (size_t)(p + 1 - s->in), '"');
}

/* A backslash with its byte, or with up to six hexadecimal digits and the one
 * blank that ends them. */
static void
put_escape(struct sheet *s)
{
	size_t n = strspn(s->in + 1, "0123456789abcdefABCDEF");

	if (s->in[1] == '\0' || s->in[1] == '\n') {
		s->bad = true;
		return;
	}
	if (n == 0)
		n = 1;
	else if (n > 6)
		n = 6;
	else if (is_in(s->in[1 + n], " \t\n"))
		n++;
	put(s, s->in, 1 + n, 'a');
}

/* What stands in url( ) without quotes; spaces at its ends do not count. */
static void
put_url(struct sheet *s)
{
	size_t n, end;

	put(s, s->in, 4, '(');
	s->in += strspn(s->in, " \t\r\n");
	if (is_in(*s->in, "\"'")) {
		s->parens++;
		return;
	}
	end = n = strcspn(s->in, ")");
	if (s->in[end] == '\0') {
		s->bad = true;
		return;
	}
	while (n > 0 && is_in(s->in[n - 1], " \t\r\n"))
		n--;
	buf_put(&s->out, s->in, n);
	put(s, s->in + end, 1, ')');
}

static void
skip_comment(struct sheet *s)
{
	const char *end = strstr(s->in + 2, "*/");

	if (end == NULL) {
		s->bad = true;
		return;
	}
	s->in = end + 2;
	s->comment = true;
}

static void
block_begin(struct sheet *s)
{
	bool rules = holds_rules(s);

	if (s->depth + 1 == DEPTH_MAX || s->parens > 0 || !in_rules(s)) {
		s->bad = true;
		return;
	}
	s->rules[++s->depth] = rules;
	put(s, s->in, 1, '{');
	s->prelude = s->out.len;
}

static void
block_end(struct sheet *s)
{
	if (s->depth == 0 || s->parens > 0) {
		s->bad = true;
		return;
	}
	if (s->prev == ';' && !in_rules(s))
		s->out.len--;
	s->depth--;
	put(s, s->in, 1, '}');
	s->prelude = s->out.len;
	s->value = false;
}

static void
put_byte(struct sheet *s)
{
	char c = *s->in;

	if (c == '{') {
		block_begin(s);
	} else if (c == '}') {
		block_end(s);
	} else if (c == ';' && is_in(s->prev, "{;") && !in_rules(s)) {
		s->in++;
	} else if (c == ';' && s->parens == 0) {
		put(s, s->in, 1, c);
		s->prelude = s->out.len;
		s->value = false;
	} else {
		if (c == '(')
			s->parens++;
		if (c == ')' && s->parens-- == 0)
			s->bad = true;
		put(s, s->in, 1, c);
		if (c == ':' && !in_rules(s) && s->parens == 0)
			s->value = true;
	}
}

static void
put_next(struct sheet *s)
{
	if (s->blank && blank_counts(s, *s->in))
		buf_putc(&s->out, ' ');
	else if (!s->blank && s->comment && must_part(s->prev, *s->in))
		buf_puts(&s->out, "/**/");
	s->blank = s->comment = false;
	if (is_in(*s->in, "\"'"))
		put_string(s);
	else if (*s->in == '\\')
		put_escape(s);
	else if (strncmp(s->in, "url(", 4) == 0)
		put_url(s);
	else
		put_byte(s);
}

enum err
style_minify(struct arena *a, const char *css, const char **minified)
{
	struct sheet s = {.in = css, .rules = {true}};

	buf_init(&s.out, a, strlen(css) + 1, 4 * strlen(css) + 16);
	while (*s.in != '\0' && !s.bad) {
		if (is_in(*s.in, " \t\r\n\f")) {
			s.blank = true;
			s.in++;
		} else if (strncmp(s.in, "/*", 2) == 0) {
			skip_comment(&s);
		} else {
			put_next(&s);
		}
	}
	s.out.data[s.out.len] = '\0';
	if (s.bad || s.depth > 0 || s.parens > 0 ||
	    strstr(s.out.data, "</") != NULL ||
	    strstr(s.out.data, "<!") != NULL)
		return ERR_FAULT;
	*minified = s.out.data;
	return OK;
}
