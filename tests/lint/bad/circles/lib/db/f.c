/* f.c - needs a file, and no other needs this. */
int
f_open(void)
{
	return c_open() + a_read();
}
