/* catalogue.c - human sentences by key, in every language. */
#include "text/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "text/xml.h"

#define TEXT_MAX (64 << 10) /* bytes of a filled text */
#define SOURCE_SIZE 4096
#define UNKNOWN_MAX 64 /* unknown keys remembered, to log each once */

struct entry {
	const char *key;
	const char *text[LANG_COUNT]; /* NULL if the entry is no message */
	const xmlNode *node[LANG_COUNT];
	int file; /* index of the entry's file; 0: the program's own */
};

struct catalogue {
	struct entry *entry; /* sorted by key */
	size_t count;
	struct arena *arena;
	struct arena source; /* the parsed files, until catalogue_settle */
	/* unknown keys that were logged; behind a pointer, because the
	 * catalogue itself is const once it is loaded */
	struct unknown {
		const char *key[UNKNOWN_MAX];
		size_t count;
	} * unknown;
};

/* For qsort(): orders by key, then by file, the program's own file first. */
static int
entry_compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order != 0 ? order : x->file - y->file;
}

static bool
key_ok(const char *key)
{
	return *key >= 'a' && *key <= 'z' &&
	       key[strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_.-")] ==
	           '\0';
}

static enum err
node_fault(const xmlNode *node, const char *why, const char *what)
{
	log_fault("catalogue", "file=%s line=%ld why=%s what=%s",
	    xml_path(node), xmlGetLineNo(node), why, what);
	return ERR_FAULT;
}

/* The language whose name the element NODE has; -1 if NODE is another node. */
static int
node_lang(const xmlNode *node)
{
	for (int i = 0; i < LANG_COUNT; i++)
		if (node->type == XML_ELEMENT_NODE &&
		    strcmp((const char *)node->name, lang_name((enum lang)i)) ==
			0)
			return i;
	return -1;
}

static bool
is_space(const xmlNode *node)
{
	return node->type == XML_COMMENT_NODE || xmlIsBlankNode(node);
}

/* Reads the key and the languages of the element <t> to E; messages_read copies
 * the texts later. */
static enum err
entry_read(struct catalogue *c, const xmlNode *t, struct entry *e)
{
	if (t->type != XML_ELEMENT_NODE ||
	    strcmp((const char *)t->name, "t") != 0)
		return node_fault(t, "not_t", "texts");
	e->key = xml_attr(&c->source, t, "key");
	if (e->key == NULL || !key_ok(e->key))
		return node_fault(t, "bad_key", e->key == NULL ? "" : e->key);
	for (const xmlNode *n = t->children; n != NULL; n = n->next) {
		int lang = node_lang(n);

		if (is_space(n))
			continue;
		if (lang < 0 || e->node[lang] != NULL)
			return node_fault(
			    n, lang < 0 ? "no_language" : "twice", e->key);
		e->node[lang] = n;
	}
	if (e->node[LANG_EN] == NULL)
		return node_fault(t, "no_english", e->key);
	return OK;
}

/* Adds the texts of a file; logs all of its faults, not only the first. */
static enum err
file_load(struct catalogue *c, const char *path, int file)
{
	struct entry *old = c->entry;
	enum err result = OK, err;
	xmlNode *root;
	xmlDoc *doc;

	err = xml_file(&c->source, path, &doc);
	if (err != OK)
		return err;
	root = xmlDocGetRootElement(doc);
	if (strcmp((const char *)root->name, "texts") != 0)
		return node_fault(root, "not_texts", (const char *)root->name);
	c->entry = ARENA_ARRAY(&c->source, struct entry,
	    c->count + xmlChildElementCount(root) + 1);
	if (c->count > 0)
		memcpy(c->entry, old, c->count * sizeof(*old));
	for (const xmlNode *n = root->children; n != NULL; n = n->next) {
		struct entry e = {.file = file};

		if (is_space(n))
			continue;
		if (entry_read(c, n, &e) == OK)
			c->entry[c->count++] = e;
		else
			result = ERR_FAULT;
	}
	return result;
}

/* Sorts the texts of all files by key.  If the program's own file and other
 * files have the same key, only the text of the program's own file stays.  Any
 * other key that exists twice is a fault. */
static enum err
entries_sort(struct catalogue *c)
{
	enum err result = OK;
	size_t n = 0;

	if (c->count > 0)
		qsort(c->entry, c->count, sizeof(*c->entry), entry_compare);
	for (size_t i = 0; i < c->count; i++) {
		const struct entry *e = &c->entry[i];
		const struct entry *before = n == 0 ? NULL : &c->entry[n - 1];

		if (before == NULL || strcmp(before->key, e->key) != 0)
			c->entry[n++] = *e;
		else if (before->file != 0 || e->file == 0)
			result = node_fault(e->node[LANG_EN], "twice", e->key);
	}
	c->count = n;
	return result;
}

/* Copies the messages, since programs need them after the files' trees are
 * freed. */
static void
messages_read(struct catalogue *c)
{
	for (size_t i = 0; i < c->count; i++) {
		struct entry *e = &c->entry[i];

		if (e->node[LANG_ID] == NULL)
			continue;
		e->key = arena_strdup(c->arena, e->key);
		for (int l = 0; l < LANG_COUNT; l++)
			e->text[l] = xml_text(c->arena, e->node[l]);
	}
}

static void
source_free(void *catalogue)
{
	struct catalogue *c = catalogue;

	if (c->source.block != NULL)
		arena_free(&c->source);
}

enum err
catalogue_load(struct arena *a, const char *pages_dir, const char *const *names,
    struct catalogue **catalogue)
{
	struct catalogue *c = ARENA_NEW(a, struct catalogue);
	enum err result = OK;

	c->arena = a;
	arena_init(&c->source, SOURCE_SIZE);
	arena_defer(a, source_free, c);
	c->unknown = ARENA_NEW(a, struct unknown);
	for (int i = 0; names[i] != NULL; i++) {
		enum err err = file_load(c,
		    arena_printf(
			&c->source, "%s/text/%s.xml", pages_dir, names[i]),
		    i);

		if (err != OK)
			result = err;
	}
	if (result == OK)
		result = entries_sort(c);
	if (result != OK)
		return result;
	messages_read(c);
	*catalogue = c;
	return OK;
}

void
catalogue_settle(struct catalogue *c)
{
	struct entry *all = c->entry;
	size_t count = c->count;

	c->entry = ARENA_ARRAY(c->arena, struct entry, count);
	c->count = 0;
	for (size_t i = 0; i < count; i++) {
		if (all[i].text[LANG_ID] == NULL)
			continue;
		c->entry[c->count] = all[i];
		memset(c->entry[c->count++].node, 0, sizeof(all[i].node));
	}
	source_free(c);
}

static const struct entry *
entry_find(const struct catalogue *c, const char *key)
{
	size_t low = 0, high = c->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(key, c->entry[middle].key);

		if (order == 0)
			return &c->entry[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
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
	const struct entry *e = entry_find(c, key);

	if (e == NULL || e->text[lang] == NULL) {
		unknown_key(c, lang, key);
		return key;
	}
	return e->text[lang];
}

bool
catalogue_has(const struct catalogue *c, const char *key)
{
	const struct entry *e = entry_find(c, key);

	return e != NULL && e->text[LANG_ID] != NULL;
}

const xmlNode *
catalogue_node(const struct catalogue *c, enum lang lang, const char *key)
{
	const struct entry *e = entry_find(c, key);

	return e == NULL ? NULL : e->node[lang];
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
