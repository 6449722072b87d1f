/* a.c - "<p>" in a comment, and a sentence of three words. */
static const char usage[] = "usage: antrean [-t] this is for operators\n";

int
a(void)
{
	reply("<p class=x>");
	reply("</p>");
	reply("a < b");
	view_text(v, "name", "Kantor ini tutup");
	view_text(v, "name", "Please try again later.");
	view_text(v, "error.full", "office?kind=%s&n=%d");
	log_warn("db", "the pool has gone errno=%d", 3);
	log_fault("db",
	    "the same is true over two lines");
	fprintf(stderr, "antrean: give a name of an office\n");
	return stmt("SELECT id, name FROM office WHERE code = ?");
}
