/* a_test.c - a test keeps the rules too, but sets its environment. */
int r = atoi(getenv("X"));
