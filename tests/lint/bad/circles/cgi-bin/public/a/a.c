/* a.c - a program whose files need each other. */
const char *
a_state(void)
{
	return "";
}

int
main(void)
{
	return show();
}
