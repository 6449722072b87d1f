/* unit.c - an arena for each test. */
#include "unit.h"

#include "base/arena.h"

int
unit_arena_begin(void **state)
{
	static struct arena a;

	arena_init(&a, 4096);
	*state = &a;
	return 0;
}

int
unit_arena_end(void **state)
{
	arena_free(*state);
	return 0;
}
