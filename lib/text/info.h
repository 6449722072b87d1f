/* info.h - the topics that inform applicants: text/topics.xml in structs.
 *
 * All programs that inform applicants read this one file; the comment at its
 * head is its manual.  A program reads it once, at start, in all languages. The
 * program does not start if the file has an unknown element, a text that lacks
 * one of the languages, a link to no topic, or a day that does not exist.
 */
#ifndef TEXT_INFO_H
#define TEXT_INFO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/lang.h"

enum info_kind {
	INFO_HEADING,
	INFO_PARA,
	INFO_LIST,
	INFO_STEPS,
	INFO_FEES,
	INFO_LINK,
};

struct info_text {
	const char *in[LANG_COUNT];
};

struct info_fee {
	const char *key; /* the same for all amounts of a fee over time */
	struct info_text name;
	int32_t since; /* the first day on which this amount must be paid */
	int64_t rupiah;
};

struct info_block {
	enum info_kind kind;
	struct info_text text;        /* heading, paragraph, caption */
	const struct info_text *item; /* of INFO_LIST and INFO_STEPS */
	int items;
	const struct info_fee *fee; /* of INFO_FEES; past and future fees too */
	int fees;
	const char *topic; /* of INFO_LINK: the key of a topic */
};

struct info_topic {
	const char *key;
	struct info_text title;
	struct info_text about; /* one line for the index */
	const struct info_block *block;
	int blocks;
};

struct info {
	int32_t since; /* the day on which all topics were last checked */
	const struct info_topic *topic;
	int topics;
};

/* Reads PAGES_DIR/text/topics.xml into INFO, in A.  ERR_FAULT, logged with file
 * and line, if the file cannot be read or is wrong. */
MUST_USE enum err info_load(
    struct arena *a, const char *pages_dir, struct info *info);

/* The topic KEY, NULL if there is none. */
const struct info_topic *info_find(const struct info *info, const char *key);

/* True if fee INDEX of BLOCK must be paid on DAY: among the fees with its key
 * it is the one with the latest `since` that is DAY or earlier.  (PP 45/2024
 * changed amounts from one day on.) */
bool info_fee_holds(const struct info_block *block, int index, int32_t day);

#endif
