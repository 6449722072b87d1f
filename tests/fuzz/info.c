/* info.c - fuzzes the content file of the topics. */
#include "text/info.h"

#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	return 0;
}

static void
text_holds(const struct info_text *t)
{
	for (int i = 0; i < LANG_COUNT; i++) {
		HOLDS(t->in[i] != NULL && *t->in[i] != '\0');
		HOLDS(utf8_valid(t->in[i], strlen(t->in[i])));
	}
}

static void
fees_hold(const struct info_block *b)
{
	for (int i = 0; i < b->fees; i++) {
		text_holds(&b->fee[i].name);
		HOLDS(*b->fee[i].key != '\0');
		HOLDS(b->fee[i].rupiah >= 0);
		info_fee_holds(b, i, b->fee[i].since);
		HOLDS(!info_fee_holds(b, i, b->fee[i].since - 1));
	}
}

static void
block_holds(const struct info *info, const struct info_block *b)
{
	switch (b->kind) {
	case INFO_HEADING:
	case INFO_PARA:
		text_holds(&b->text);
		break;
	case INFO_LIST:
	case INFO_STEPS:
		HOLDS(b->items > 0);
		for (int i = 0; i < b->items; i++)
			text_holds(&b->item[i]);
		break;
	case INFO_FEES:
		text_holds(&b->text);
		fees_hold(b);
		break;
	case INFO_LINK:
		HOLDS(info_find(info, b->topic) != NULL);
		break;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct info info;
	struct arena a;

	arena_init(&a, 4096);
	fuzz_file("text/topics.xml", data, size);
	if (info_load(&a, ".", &info) == OK)
		for (int i = 0; i < info.topics; i++) {
			const struct info_topic *t = &info.topic[i];

			HOLDS(info_find(&info, t->key) == t);
			text_holds(&t->title);
			text_holds(&t->about);
			for (int k = 0; k < t->blocks; k++)
				block_holds(&info, &t->block[k]);
		}
	arena_free(&a);
	return 0;
}
