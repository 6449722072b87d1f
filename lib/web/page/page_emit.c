/* page_emit.c - operations, literals and names of a page being compiled. */
#include <string.h>

#include "web/page/page_private.h"

#define NAMES_MAX 1024 /* names in one page */

struct use {
	struct use *next;
	int scope;
	int name;
	enum use_kind kind;
};

bool
name_ok(const char *s, size_t n)
{
	if (n == 0 || n > NAME_MAX_LENGTH || s[0] < 'a' || s[0] > 'z')
		return false;
	return strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") >= n;
}

size_t
hole_length(const char *s, bool *bad)
{
	size_t n;

	*bad = false;
	if (s[0] != '{' || s[1] < 'a' || s[1] > 'z')
		return 0;
	n = strcspn(s + 1, "}");
	if (s[1 + n] == '}' && name_ok(s + 1, n))
		return n;
	*bad = true;
	return 0;
}

/* The number of a name, which is added if it is new; -1 if the page has too
 * many names. */
static int
name_number(struct compile *c, const char *name, size_t n)
{
	for (int i = 0; i < c->name_count; i++)
		if (strncmp(c->names[i], name, n) == 0 &&
		    c->names[i][n] == '\0')
			return i;
	if (c->names == NULL)
		c->names = ARENA_ARRAY(c->arena, const char *, NAMES_MAX);
	if (c->name_count == NAMES_MAX)
		return -1;
	c->names[c->name_count] = arena_strndup(c->arena, name, n);
	return c->name_count++;
}

int
name_use(struct compile *c, const xmlNode *node, const char *name, size_t n,
    enum use_kind kind)
{
	struct use *u;
	int number;

	if (!name_ok(name, n)) {
		page_fault(c, node, "bad_name", name);
		return 0;
	}
	number = name_number(c, name, n);
	if (number < 0) {
		page_fault(c, node, "too_many_names", name);
		return 0;
	}
	for (u = c->use; u != NULL; u = u->next)
		if (u->scope == c->scope && u->name == number &&
		    u->kind + kind == USE_TEXT + USE_LIST && u->kind != kind)
			page_fault(c, node, "list_and_text", c->names[number]);
	u = ARENA_NEW(c->arena, struct use);
	*u = (struct use){c->use, c->scope, number, kind};
	c->use = u;
	return number;
}

static struct op *
op_new(struct compile *c, enum op_kind kind, int name)
{
	struct op *op;

	if (c->ops == c->op_room) {
		size_t room = c->op_room == 0 ? 256 : 2 * c->op_room;
		struct op *grown = ARENA_ARRAY(c->arena, struct op, room);

		if (c->ops > 0)
			memcpy(grown, c->op, c->ops * sizeof(*grown));
		c->op = grown;
		c->op_room = room;
	}
	op = &c->op[c->ops++];
	*op = (struct op){.kind = kind, .name = name, .start = c->start};
	op->length = (uint32_t)(c->bytes.len - c->start);
	c->start = c->bytes.len;
	return op;
}

void
emit_flush(struct compile *c)
{
	if (c->bytes.len > c->start)
		op_new(c, OP_LITERAL, -1);
}

void
emit_op(struct compile *c, enum op_kind kind, int name)
{
	op_new(c, kind, name);
	c->newline = false;
}

size_t
emit_begin(struct compile *c, enum op_kind kind, int name)
{
	op_new(c, kind, name);
	return c->ops - 1;
}

void
emit_end(struct compile *c, size_t begun)
{
	emit_flush(c);
	c->op[begun].skip = (uint32_t)(c->ops - 1 - begun);
}

void
emit_bytes(struct compile *c, const char *s, size_t n)
{
	buf_put(&c->bytes, s, n);
	c->newline = n > 0 && s[n - 1] == '\n';
}

void
emit(struct compile *c, const char *s)
{
	emit_bytes(c, s, strlen(s));
}

void
emit_escaped(struct compile *c, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '&')
			emit(c, "&amp;");
		else if (s[i] == '<')
			emit(c, "&lt;");
		else if (s[i] == '>')
			emit(c, "&gt;");
		else
			emit_bytes(c, &s[i], 1);
	}
}
