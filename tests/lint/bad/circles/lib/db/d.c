/* d.c - has a c_close() of its own. */
static void
c_close(void)
{
}

int
d_open(void)
{
	struct row row = {.a_read = 1};

	/* not c_open() */
	c_close();
	return row.c_open + e_open();
}
