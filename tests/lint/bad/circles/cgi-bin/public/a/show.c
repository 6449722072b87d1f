/* show.c - uses what stands in the main file. */
int
show(void)
{
	return *a_state();
}
