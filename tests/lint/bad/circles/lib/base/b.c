/* b.c - a table is needed as a function is. */
#include "base/a.h"

int
b_write(const struct row *row)
{
	return row == a_rows;
}
