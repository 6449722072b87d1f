/* e.c - calls it by a pointer. */
int
e_open(void)
{
	int (*open)(void) = c_open;

	return open();
}
