/* names.c - the words that the database stores for the values of an enum. */
#include "base/names.h"

#include <assert.h>
#include <string.h>

const char *
names_of(const char *const *names, int count, int value)
{
	assert(value >= 0 && value < count);
	return names[value];
}

int
names_find(const char *const *names, int count, const char *text)
{
	for (int i = 1; i < count; i++)
		if (strcmp(names[i], text) == 0)
			return i;
	return 0;
}
