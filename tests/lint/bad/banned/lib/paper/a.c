/* a.c - may jump. */
int r = setjmp(buf);
