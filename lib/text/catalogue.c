/* catalogue.c - human sentences by key, in every language. */
#include "text/catalogue.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "text/xml.h"

#define TEXT_MAX (64 << 10) /* bytes of a filled text */
#define SOURCE_SIZE 4096
#define UNKNOWN_MAX 64 /* unknown keys remembered, so as to log once */

struct entry {
	const char *key;
	const char *text;
	const xmlNode *node;
};

struct entries {
	struct entry *entry; /* by key */
	size_t count;
};

struct catalogue {
	struct entries lang[LANG_COUNT];
	struct arena *arena;
	struct arena source; /* the files as trees, until it is settled */
	/* what was asked for in vain; behind a pointer, because the
	 * catalogue itself never changes once it is loaded */
	struct unknown {
		const char *key[UNKNOWN_MAX];
		size_t count;
	} * unknown;
};

static int
entry_compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return strcmp(x->key, y->key);
}

static bool
key_ok(const char *key)
{
	return *key >= 'a' && *key <= 'z' &&
	       key[strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_.-")] ==
	           '\0';
}

static void
node_fault(const xmlNode *node, const char *why, const char *what)
{
	log_fault("catalogue", "file=%s line=%ld why=%s what=%s",
	    xml_path(node), xmlGetLineNo(node), why, what);
}

/* Reads the <t> elements of ROOT; faults are logged, all of them. */
static enum err
entries_read(struct arena *a, const xmlNode *root, struct entries *e)
{
	enum err err = OK;
	size_t max = 0;

	for (const xmlNode *n = root->children; n != NULL; n = n->next)
		max++;
	e->entry = ARENA_ARRAY(a, struct entry, max);
	for (const xmlNode *n = root->children; n != NULL; n = n->next) {
		char *key;

		if (n->type == XML_COMMENT_NODE || xmlIsBlankNode(n))
			continue;
		if (n->type != XML_ELEMENT_NODE ||
		    strcmp((const char *)n->name, "t") != 0) {
			node_fault(n, "not_t", "texts");
			err = ERR_FAULT;
			continue;
		}
		key = xml_attr(a, n, "key");
		if (key == NULL || !key_ok(key)) {
			node_fault(n, "bad_key", key == NULL ? "" : key);
			err = ERR_FAULT;
			continue;
		}
		e->entry[e->count++] = (struct entry){
		    .key = key, .text = xml_text(a, n), .node = n};
	}
	qsort(e->entry, e->count, sizeof(*e->entry), entry_compare);
	for (size_t i = 1; i < e->count; i++)
		if (strcmp(e->entry[i].key, e->entry[i - 1].key) == 0) {
			node_fault(e->entry[i].node, "twice", e->entry[i].key);
			err = ERR_FAULT;
		}
	return err;
}

static enum err
entries_load(struct catalogue *c, const char *path, enum lang lang)
{
	struct arena *a = c->arena;
	const xmlNode *root;
	const char *name;
	xmlDoc *doc;
	enum err err;

	err = xml_file(&c->source, path, &doc);
	if (err != OK)
		return err;
	root = xmlDocGetRootElement(doc);
	if (strcmp((const char *)root->name, "texts") != 0) {
		node_fault(root, "not_texts", (const char *)root->name);
		return ERR_FAULT;
	}
	name = xml_attr(a, root, "lang");
	if (name == NULL || strcmp(name, lang_name(lang)) != 0) {
		node_fault(root, "other_lang", name == NULL ? "" : name);
		return ERR_FAULT;
	}
	return entries_read(a, root, &c->lang[lang]);
}

static void
settle(void *catalogue)
{
	struct catalogue *c = catalogue;

	if (c->source.block != NULL)
		arena_free(&c->source);
}

enum err
catalogue_load(
    struct arena *a, const char *pages_dir, struct catalogue **catalogue)
{
	struct catalogue *c = ARENA_NEW(a, struct catalogue);
	enum err result = OK;

	c->arena = a;
	arena_init(&c->source, SOURCE_SIZE);
	arena_defer(a, settle, c);
	c->unknown = ARENA_NEW(a, struct unknown);
	for (int i = 0; i < LANG_COUNT; i++) {
		const char *path = arena_printf(
		    a, "%s/text/%s.xml", pages_dir, lang_name((enum lang)i));
		enum err err = entries_load(c, path, (enum lang)i);

		if (err != OK)
			result = err;
	}
	if (result == OK)
		*catalogue = c;
	return result;
}

void
catalogue_settle(struct catalogue *c)
{
	for (int i = 0; i < LANG_COUNT; i++)
		for (size_t k = 0; k < c->lang[i].count; k++)
			c->lang[i].entry[k].node = NULL;
	settle(c);
}

static const struct entry *
entry_find(const struct catalogue *c, enum lang lang, const char *key)
{
	const struct entry want = {.key = key};
	const struct entries *e = &c->lang[lang];

	return bsearch(
	    &want, e->entry, e->count, sizeof(*e->entry), entry_compare);
}

static void
unknown_key(const struct catalogue *c, enum lang lang, const char *key)
{
	struct unknown *u = c->unknown;

	for (size_t i = 0; i < u->count; i++)
		if (strcmp(u->key[i], key) == 0)
			return;
	if (u->count == UNKNOWN_MAX)
		return;
	u->key[u->count++] = arena_strdup(c->arena, key);
	log_warn(
	    "catalogue", "lang=%s key=%s why=unknown", lang_name(lang), key);
}

const char *
catalogue_text(const struct catalogue *c, enum lang lang, const char *key)
{
	const struct entry *e = entry_find(c, lang, key);

	if (e == NULL) {
		unknown_key(c, lang, key);
		return key;
	}
	return e->text;
}

int
catalogue_has(const struct catalogue *c, enum lang lang, const char *key)
{
	return entry_find(c, lang, key) != NULL;
}

const xmlNode *
catalogue_node(const struct catalogue *c, enum lang lang, const char *key)
{
	const struct entry *e = entry_find(c, lang, key);

	return e == NULL ? NULL : e->node;
}

/* The length of the name in a hole "{name}" at S, 0 if there is no hole. */
static size_t
hole_name(const char *s)
{
	size_t n;

	if (s[0] != '{' || s[1] < 'a' || s[1] > 'z')
		return 0;
	for (n = 1; (s[n] >= 'a' && s[n] <= 'z') ||
		    (s[n] >= '0' && s[n] <= '9') || s[n] == '_';)
		n++;
	return s[n] == '}' ? n - 1 : 0;
}

static const char *
arg_value(const struct text_arg *args, const char *name, size_t n)
{
	for (; args != NULL && args->name != NULL; args++)
		if (strncmp(args->name, name, n) == 0 && args->name[n] == '\0')
			return args->value == NULL ? "" : args->value;
	return NULL;
}

char *
catalogue_fill(struct arena *a, const struct catalogue *c, enum lang lang,
    const char *key, const struct text_arg *args)
{
	const char *s = catalogue_text(c, lang, key);
	struct buf out;

	buf_init(&out, a, strlen(s) + 64, TEXT_MAX);
	while (*s != '\0') {
		size_t n = hole_name(s);
		const char *value;

		if (n == 0) {
			size_t run = 1 + strcspn(s + 1, "{");

			buf_put(&out, s, run);
			s += run;
			continue;
		}
		value = arg_value(args, s + 1, n);
		if (value == NULL) {
			log_warn("catalogue",
			    "lang=%s key=%s hole=%.*s why=unfilled",
			    lang_name(lang), key, (int)n, s + 1);
			buf_put(&out, s, n + 2);
		} else {
			buf_puts(&out, value);
		}
		s += n + 2;
	}
	return out.data;
}
