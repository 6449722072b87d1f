/* a.c - SELECT in a comment. */
static const char *const sql[] = {
    "SELECT id FROM office",
    "INSERT INTO t (a) VALUES (?)",
    "UPDATE booking SET a = 1",
    "DELETE FROM t",
    "COMMIT",
    "SELECTED",
    "FROM t WHERE a = ?",
};
