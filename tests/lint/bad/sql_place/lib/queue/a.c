/* a.c - here it belongs. */
static const char *const sql = "SELECT id FROM office";
