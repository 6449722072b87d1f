/* a.c - NOW() in a comment is only talk. */
static const char *const sql[] = {
    "SELECT id FROM booking WHERE made < NOW()",
    "UPDATE booking SET at = CURRENT_TIMESTAMP WHERE id = ?",
    "SELECT UTC_TIMESTAMP(6), CURDATE(), sysdate ( )",
    "SELECT UNIX_TIMESTAMP(made), known(3), LOCALTIMES FROM t",
    "SELECT UNIX_TIMESTAMP()",
};
