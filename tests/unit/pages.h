/* pages.h - writes, loads and shows pages for a test.
 *
 * A test gives the inside of <body>, or a whole document, and gets back the
 * inside of <body>, or the whole document, as a browser would.  Strings and
 * items in the arena live until pages_end().
 */
#ifndef UNIT_PAGES_H
#define UNIT_PAGES_H

#include "files.h"
#include "web/page/view.h"

struct pages {
	struct arena arena;
	struct files *files;
	const char *en;  /* <t> elements; "" at the start */
	const char *css; /* NULL for no style sheet */
	struct page_set *set;
	const struct page *page;
};

/* Set-up and tear-down for cmocka: *STATE is a struct pages. */
int pages_begin(void **state);
int pages_end(void **state);

/* A document with the namespaces declared and MARKS on its <html>. */
char *pages_document(struct pages *w, const char *marks, const char *inside);

/* Writes NAME.xhtml; NAME begins with its room, like "public/p". */
void pages_write(struct pages *w, const char *name, const char *document);

/* Loads NAME.xhtml, or a page whose <body> has INSIDE. */
enum err pages_load(struct pages *w, const char *name);
enum err pages_body(struct pages *w, const char *inside);

/* Fails the test, and prints the log, unless E, the result of a load, is OK. */
void pages_expect_ok(struct pages *w, enum err e);

struct view *pages_view(struct pages *w);

/* The whole answer; the inside of its <body>. */
char *pages_shown(struct pages *w, enum lang lang, const struct view *v);
char *pages_inside(struct pages *w, enum lang lang, const struct view *v);

#endif
