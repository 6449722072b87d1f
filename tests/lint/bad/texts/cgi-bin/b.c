/* b.c - a program that loads its own texts. */
static const char *const says[] = {"b.said", "c.said", "c.more"};
