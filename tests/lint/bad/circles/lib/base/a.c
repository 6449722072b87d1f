/* a.c - needs b.c, which needs it. */
#include "base/b.h"

const struct row a_rows[] = {
    {1},
};

static void
note(void)
{
}

int
a_read(void)
{
	note();
	return b_write(a_rows);
}
