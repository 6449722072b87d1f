/* greet.c - greets. */
int
main(void)
{
	return 0;
}
