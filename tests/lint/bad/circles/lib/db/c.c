/* c.c - needs d.c, that e.c, and that this one. */
int
c_open(void)
{
	return d_open();
}
