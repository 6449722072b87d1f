/* lang.c - the languages of the product. */
#include "text/lang.h"

#include <stddef.h>
#include <string.h>

static const char *const names[LANG_COUNT] = {
    [LANG_ID] = "id",
    [LANG_EN] = "en",
};

const char *
lang_name(enum lang lang)
{
	if ((unsigned)lang >= LANG_COUNT)
		return names[LANG_ID];
	return names[lang];
}

enum lang
lang_read(const char *name)
{
	if (name == NULL)
		return LANG_ID;
	for (int i = 0; i < LANG_COUNT; i++)
		if (strcmp(name, names[i]) == 0)
			return (enum lang)i;
	return LANG_ID;
}
