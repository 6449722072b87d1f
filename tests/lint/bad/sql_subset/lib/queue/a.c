/* a.c - statements only one server knows. */
static const char *const sql[] = {
    "INSERT INTO t VALUES (1) RETURNING id",
    "SELECT NEXTVAL(s)",
    "SELECT name COLLATE utf8mb4_bin FROM t",
    "SELECT name COLLATE utf8mb4_0900_ai_ci FROM t",
};
