/* page.c - fuzzes pages: compiles any input, and writes it empty and with
 * values that contain markup. */
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "web/page/page_private.h"
#include "web/page/view.h"

/* The name of an element that appears only if a value became markup. */
#define INTRUDER "<zqz onx=1>"

static struct arena kept;
static struct catalogue *texts;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char frame[] =
	    "<html xmlns='http://www.w3.org/1999/xhtml'"
	    " xmlns:q='urn:antrean:page'><head><title q:page='title'>x"
	    "</title></head><body><main q:page='main'>x</main></body></html>";
	static const char part[] =
	    "<html xmlns='http://www.w3.org/1999/xhtml'"
	    " xmlns:q='urn:antrean:page'><body><main><p title='{w}{n}'"
	    " q:text='n'>x</p><q:part name='part'/></main></body></html>";
	static const char en[] =
	    "<texts xmlns='http://www.w3.org/1999/xhtml'"
	    " xmlns:q='urn:antrean:page'><t key='a'><en>one <b q:text='n'>1</b>"
	    "</en></t><t key='b'><en title='two {n}'/></t></texts>";

	(void)argc;
	(void)argv;
	fuzz_start();
	fuzz_file("frame/frame.xhtml", frame, sizeof(frame) - 1);
	fuzz_file("part/part.xhtml", part, sizeof(part) - 1);
	fuzz_file("text/p.xml", en, sizeof(en) - 1);
	arena_init(&kept, 4096);
	HOLDS(catalogue_load(
		  &kept, ".", (const char *const[]){"p", NULL}, &texts) == OK);
	return 0;
}

static void
write_page(struct arena *a, const struct page *page, enum lang lang,
    const struct view *view, bool closed)
{
	static const char head[] = "<!DOCTYPE html>\n<html";
	struct buf out;

	fuzz_buf(&out, a);
	page_write(page, lang, view, &out);
	HOLDS(utf8_valid(out.data, out.len));
	HOLDS(out.full || strncmp(out.data, head, sizeof(head) - 1) == 0);
	HOLDS(strstr(out.data, "<script") == NULL);
	HOLDS(strstr(out.data, "<style") == NULL);
	if (closed)
		HOLDS(strstr(out.data, "<zqz") == NULL);
}

/* Sets all names of the page, and two items of each list. */
static void
fill(struct view *view, const struct page *page, const char *text, int depth)
{
	for (int i = 0; i < page->name_count; i++) {
		const char *name = page->names[i];

		if (page->list[i] == NULL || depth == 2) {
			view_text(view, name, text);
			continue;
		}
		for (int k = 0; k < 2 && page->name_count < 8; k++)
			fill(view_item(view, name), page, text, depth + 1);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const values[] = {
	    "'\"" INTRUDER "&", "javascript:" INTRUDER, "", "a", "x\x01 y"};
	struct page_source source = {.pages_dir = ".", .style_file = ""};
	const struct page *page;
	struct page_set *set;
	struct arena a;
	bool closed;

	arena_init(&a, 4096);
	closed = strstr(fuzz_text(&a, data, size), "zqz") == NULL;
	fuzz_file("public/p.xhtml", data, size);
	source.texts = texts;
	HOLDS(page_set_open(&a, &source, &set) == OK);
	if (page_load(set, "p", &page) == OK)
		for (int l = 0; l < LANG_COUNT; l++) {
			struct view *view = view_new(&a, page, false);

			write_page(&a, page, (enum lang)l, view, closed);
			for (size_t i = 0;
			     i < sizeof(values) / sizeof(values[0]); i++) {
				view = view_new(&a, page, false);
				fill(view, page, values[i], 0);
				write_page(
				    &a, page, (enum lang)l, view, closed);
			}
		}
	arena_free(&a);
	return 0;
}
