/* a.c - malloc() in a comment. */
void
a(void)
{
	char *p = malloc(3), *q = strdup("free(p)");

	q = realloc(calloc(1, 2), 5);
	arena_free(a), QRcode_free(qr);
	free(p);
	getline(&p, &n, f), asprintf(&p, "x");
}
