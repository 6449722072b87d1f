/* a.c - a program that says what it does not load. */
static const struct endpoint a = {
    .name = "a",
    .texts = (const char *const[]){"c", NULL},
};
static const char *const says[] = {
    "booking.full",
    "c.more",
    "b.said",
};
