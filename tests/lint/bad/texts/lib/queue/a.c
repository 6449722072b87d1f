/* a.c - keys that programs say. */
static const char *const keys[] = {
    "booking.full",
    "booking.holes",
    "status.%s",
};
