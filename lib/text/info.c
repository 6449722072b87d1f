/* info.c - topics of text/topics.xml in structs. */
#include "text/info.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/log.h"
#include "text/xml.h"

/* The state of reading one file. */
struct reader {
	struct arena *arena;
	enum err err;
};

static void
fault(struct reader *r, const xmlNode *node, const char *why)
{
	log_fault("info", "file=%s line=%ld element=%s why=%s", xml_path(node),
	    xmlGetLineNo(node), (const char *)node->name, why);
	r->err = ERR_FAULT;
}

static bool
is(const xmlNode *node, const char *name)
{
	return strcmp((const char *)node->name, name) == 0;
}

/* The first element among NODE and its following siblings; NULL if none. */
static const xmlNode *
element(const xmlNode *node)
{
	while (node != NULL && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

static int
count_of(const xmlNode *parent, const char *name)
{
	int n = 0;

	for (const xmlNode *p = element(parent->children); p != NULL;
	     p = element(p->next))
		n += is(p, name);
	return n;
}

/* The texts of the elements NAME in PARENT, one per language. */
static struct info_text
texts(struct reader *r, const xmlNode *parent, const char *name)
{
	struct info_text t = {{NULL}};

	for (const xmlNode *p = element(parent->children); p != NULL;
	     p = element(p->next)) {
		const char *lang = xml_attr(r->arena, p, "lang");

		if (!is(p, name))
			continue;
		for (int i = 0; lang != NULL && i < LANG_COUNT; i++)
			if (strcmp(lang, lang_name((enum lang)i)) == 0)
				t.in[i] = xml_text(r->arena, p);
	}
	for (int i = 0; i < LANG_COUNT; i++)
		if (t.in[i] == NULL || *t.in[i] == '\0') {
			fault(r, parent, "text-missing");
			t.in[i] = "";
		}
	return t;
}

static const char *
attr(struct reader *r, const xmlNode *node, const char *name)
{
	const char *s = xml_attr(r->arena, node, name);

	if (s == NULL || *s == '\0') {
		fault(r, node, name);
		return "";
	}
	return s;
}

static int32_t
attr_day(struct reader *r, const xmlNode *node, const char *name)
{
	int32_t day = 0;

	if (!day_parse(attr(r, node, name), &day))
		fault(r, node, name);
	return day;
}

static int64_t
attr_number(struct reader *r, const xmlNode *node, const char *name)
{
	const char *s = attr(r, node, name);
	char *end;
	int64_t n;

	errno = 0;
	n = strtoll(s, &end, 10);
	if (*s < '0' || *s > '9' || *end != '\0' || errno != 0)
		fault(r, node, name);
	return n;
}

static void
read_items(struct reader *r, const xmlNode *node, struct info_block *b)
{
	struct info_text *item;
	int n = 0;

	item = ARENA_ARRAY(
	    r->arena, struct info_text, (size_t)count_of(node, "item"));
	for (const xmlNode *p = element(node->children); p != NULL;
	     p = element(p->next)) {
		if (is(p, "item"))
			item[n++] = texts(r, p, "text");
		else
			fault(r, p, "not-an-item");
	}
	if (n == 0)
		fault(r, node, "empty");
	b->item = item;
	b->items = n;
}

static void
read_fees(struct reader *r, const xmlNode *node, struct info_block *b)
{
	struct info_fee *fee;
	int n = 0;

	b->text = texts(r, node, "text");
	fee = ARENA_ARRAY(
	    r->arena, struct info_fee, (size_t)count_of(node, "fee"));
	for (const xmlNode *p = element(node->children); p != NULL;
	     p = element(p->next)) {
		if (is(p, "fee"))
			fee[n++] = (struct info_fee){
			    .key = attr(r, p, "key"),
			    .name = texts(r, p, "text"),
			    .since = attr_day(r, p, "since"),
			    .rupiah = attr_number(r, p, "rupiah"),
			};
		else if (!is(p, "text"))
			fault(r, p, "not-a-fee");
	}
	b->fee = fee;
	b->fees = n;
}

static void
read_block(struct reader *r, const xmlNode *node, struct info_block *b)
{
	if (is(node, "heading") || is(node, "para")) {
		b->kind = is(node, "para") ? INFO_PARA : INFO_HEADING;
		b->text = texts(r, node, "text");
	} else if (is(node, "list") || is(node, "steps")) {
		b->kind = is(node, "list") ? INFO_LIST : INFO_STEPS;
		read_items(r, node, b);
	} else if (is(node, "fees")) {
		b->kind = INFO_FEES;
		read_fees(r, node, b);
	} else if (is(node, "link")) {
		b->kind = INFO_LINK;
		b->topic = attr(r, node, "topic");
	} else {
		fault(r, node, "unknown-block");
	}
}

static void
read_topic(struct reader *r, const xmlNode *node, struct info_topic *t)
{
	struct info_block *block;
	int n = 0;

	t->key = attr(r, node, "key");
	t->title = texts(r, node, "title");
	t->about = texts(r, node, "about");
	for (const xmlNode *p = element(node->children); p != NULL;
	     p = element(p->next))
		n++;
	block = ARENA_ARRAY(r->arena, struct info_block, (size_t)n);
	n = 0;
	for (const xmlNode *p = element(node->children); p != NULL;
	     p = element(p->next))
		if (!is(p, "title") && !is(p, "about"))
			read_block(r, p, &block[n++]);
	t->block = block;
	t->blocks = n;
}

/* Checks that each topic has a key of its own and that each link leads to a
 * topic. */
static void
check(struct reader *r, const xmlNode *root, const struct info *info)
{
	for (int i = 0; i < info->topics; i++) {
		const struct info_topic *t = &info->topic[i];

		if (info_find(info, t->key) != t)
			fault(r, root, "topic-twice");
		for (int k = 0; k < t->blocks; k++)
			if (t->block[k].kind == INFO_LINK &&
			    info_find(info, t->block[k].topic) == NULL)
				fault(r, root, "link-to-nowhere");
	}
}

enum err
info_load(struct arena *a, const char *pages_dir, struct info *info)
{
	struct reader r = {.arena = a};
	struct info_topic *topic;
	struct info out = {0};
	const xmlNode *root;
	struct arena own;
	xmlDoc *doc;
	enum err e;

	arena_init(&own, 1024);
	e = xml_file(
	    &own, arena_printf(a, "%s/text/topics.xml", pages_dir), &doc);
	if (e != OK)
		goto out;
	root = xmlDocGetRootElement(doc);
	out.since = attr_day(&r, root, "since");
	topic =
	    ARENA_ARRAY(a, struct info_topic, (size_t)count_of(root, "topic"));
	for (const xmlNode *p = element(root->children); p != NULL;
	     p = element(p->next)) {
		if (is(p, "topic"))
			read_topic(&r, p, &topic[out.topics++]);
		else
			fault(&r, p, "not-a-topic");
	}
	out.topic = topic;
	check(&r, root, &out);
	e = r.err;
	if (e == OK)
		*info = out;
out:
	arena_free(&own);
	return e;
}

const struct info_topic *
info_find(const struct info *info, const char *key)
{
	for (int i = 0; i < info->topics; i++)
		if (strcmp(info->topic[i].key, key) == 0)
			return &info->topic[i];
	return NULL;
}

bool
info_fee_holds(const struct info_block *block, int index, int32_t day)
{
	const struct info_fee *fee = &block->fee[index];

	if (fee->since > day)
		return false;
	for (int i = 0; i < block->fees; i++)
		if (strcmp(block->fee[i].key, fee->key) == 0 &&
		    block->fee[i].since <= day &&
		    block->fee[i].since > fee->since)
			return false;
	return true;
}
