/* lang.h - the languages of the product: Indonesian first (UU 24/2009). */
#ifndef TEXT_LANG_H
#define TEXT_LANG_H

enum lang {
	LANG_ID,
	LANG_EN,
	LANG_COUNT
};

/* "id" or "en". */
const char *lang_name(enum lang lang);

/* The language of NAME; Indonesian for anything unknown or NULL. */
enum lang lang_read(const char *name);

#endif
