/* a.c - as somebody typed it. */
int a(void) {
    return 1 ;
}

int
good(void)
{
	return 2;
}
