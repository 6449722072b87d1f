/* page.c - the pages of a program. */
#include "web/page/page.h"

#include <string.h>

#include "web/page/page_private.h"

#define PAGE_MAX (1 << 20) /* literal bytes of a page */

enum err
page_set_open(
    struct arena *a, const struct page_source *source, struct page_set **set)
{
	struct page_set *s = ARENA_NEW(a, struct page_set);
	enum err err;

	s->arena = a;
	s->source = *source;
	err = style_load(s);
	if (err == OK)
		*set = s;
	return err;
}

static unsigned
hash(const char *s)
{
	unsigned h = 2166136261U; /* FNV-1a */

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619U;
	return h ^ h >> 15;
}

int
page_find_name(const struct page *page, const char *name)
{
	for (unsigned i = hash(name);; i++) {
		int number = page->hash[i & page->hash_mask];

		if (number < 0 || strcmp(page->names[number], name) == 0)
			return number;
	}
}

/* Stores the page's names and makes the hash table for page_find_name. */
static void
names_finish(struct arena *a, struct page *p, const struct compile *c)
{
	unsigned size = 16;

	while (size < 4 * (unsigned)c->name_count)
		size *= 2;
	p->name_count = c->name_count;
	p->names = ARENA_ARRAY(a, const char *, (size_t)c->name_count);
	p->hash = ARENA_ARRAY(a, int16_t, size);
	p->hash_mask = size - 1;
	memset(p->hash, 0xff, size * sizeof(*p->hash));
	for (int i = 0; i < c->name_count; i++) {
		unsigned h = hash(c->names[i]);

		p->names[i] = arena_strdup(a, c->names[i]);
		while (p->hash[h & p->hash_mask] >= 0)
			h++;
		p->hash[h & p->hash_mask] = (int16_t)i;
	}
}

static struct scope
scope_of(struct arena *a, int names)
{
	struct scope s = {.slot = ARENA_ARRAY(a, int16_t, (size_t)names)};

	memset(s.slot, 0xff, (size_t)names * sizeof(*s.slot));
	return s;
}

static void
scope_add(struct scope *s, int name)
{
	if (name >= 0 && s->slot[name] < 0)
		s->slot[name] = (int16_t)s->count++;
}

/* Collects the names that the items of each list use in any language. */
static void
scopes_finish(struct arena *a, struct page *p)
{
	struct scope **list =
	    ARENA_ARRAY(a, struct scope *, (size_t)p->name_count);

	p->all = scope_of(a, p->name_count);
	p->none = scope_of(a, p->name_count);
	for (int i = 0; i < p->name_count; i++)
		scope_add(&p->all, i);
	for (int l = 0; l < LANG_COUNT; l++) {
		const struct op *op = p->code[l].op;
		const struct op *end = op + p->code[l].ops;

		for (; op < end; op++) {
			if (op->kind != OP_EACH)
				continue;
			if (list[op->name] == NULL) {
				list[op->name] = ARENA_NEW(a, struct scope);
				*list[op->name] = scope_of(a, p->name_count);
			}
			for (uint32_t i = 1; i <= op->skip; i++)
				scope_add(list[op->name], op[i].name);
		}
	}
	p->list = ARENA_ARRAY(a, const struct scope *, (size_t)p->name_count);
	for (int i = 0; i < p->name_count; i++)
		p->list[i] = list[i];
}

static void
code_make(
    struct arena *a, struct compile *c, const xmlNode *root, struct code *code)
{
	struct op *op;
	char *bytes;

	buf_init(&c->bytes, c->arena, 16 << 10, PAGE_MAX);
	c->start = c->ops = 0;
	c->placed_title = c->placed_main = false;
	page_compile(c, root);
	if (c->bytes.full)
		page_fault(c, root, "too_large", "");
	op = ARENA_ARRAY(a, struct op, c->ops);
	bytes = arena_alloc(a, c->bytes.len);
	memcpy(op, c->op, c->ops * sizeof(*op));
	memcpy(bytes, c->bytes.data, c->bytes.len);
	*code = (struct code){.op = op, .ops = c->ops, .bytes = bytes};
}

static enum err
page_make(struct page_set *set, struct arena *tmp, const char *name,
    const struct page **page)
{
	struct compile c = {.arena = tmp, .set = set};
	struct page *p = ARENA_NEW(set->arena, struct page);
	const xmlNode *root;
	enum err err;

	err = page_read(&c, name, &root);
	if (err != OK)
		return err;
	for (int l = 0; l < LANG_COUNT; l++) {
		c.lang = (enum lang)l;
		code_make(set->arena, &c, root, &p->code[l]);
	}
	if (c.faults > 0)
		return ERR_FAULT;
	p->name = arena_strdup(set->arena, name);
	names_finish(set->arena, p, &c);
	scopes_finish(set->arena, p);
	p->next = set->pages;
	set->pages = p;
	*page = p;
	return OK;
}

enum err
page_load(struct page_set *set, const char *name, const struct page **page)
{
	const struct page *p = page_find(set, name);
	struct arena tmp;
	enum err err;

	if (p != NULL) {
		*page = p;
		return OK;
	}
	arena_init(&tmp, 256 << 10);
	err = page_make(set, &tmp, name, page);
	arena_free(&tmp);
	return err;
}

const struct page *
page_find(const struct page_set *set, const char *name)
{
	const struct page *p = set->pages;

	while (p != NULL && strcmp(p->name, name) != 0)
		p = p->next;
	return p;
}

const char *
page_style_hash(const struct page_set *set)
{
	return set->style_hash;
}
