/* pages.c - writes, loads and shows pages for a test. */
#include "pages.h"

#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "text/xml.h"

#define NAMESPACES                                                             \
	"xmlns='http://www.w3.org/1999/xhtml' xmlns:q='urn:antrean:page'"

int
pages_begin(void **state)
{
	struct pages *w = calloc(1, sizeof(*w));

	assert_non_null(w);
	arena_init(&w->arena, 64 << 10);
	w->files = files_open(&w->arena);
	w->en = "";
	*state = w;
	return 0;
}

int
pages_end(void **state)
{
	struct pages *w = *state;

	files_close(w->files);
	arena_free(&w->arena);
	free(w);
	return 0;
}

char *
pages_document(struct pages *w, const char *marks, const char *inside)
{
	return arena_printf(&w->arena, "<html %s lang='id' %s>%s</html>",
	    NAMESPACES, marks, inside);
}

void
pages_write(struct pages *w, const char *name, const char *document)
{
	files_write(w->files, arena_printf(&w->arena, "%s.xhtml", name), "%s",
	    document);
}

enum err
pages_load(struct pages *w, const char *name)
{
	struct page_source source = {.pages_dir = files_dir(w->files)};
	struct catalogue *texts;
	enum err err;

	files_write(w->files, "text/p.xml", "<texts %s>\n%s</texts>",
	    NAMESPACES, w->en);
	source.style_file = "";
	if (w->css != NULL) {
		files_write(w->files, "style.css", "%s", w->css);
		source.style_file = files_path(w->files, "style.css");
	}
	err = catalogue_load(&w->arena, source.pages_dir,
	    (const char *const[]){"p", NULL}, &texts);
	if (err != OK)
		return err;
	source.texts = texts;
	err = page_set_open(&w->arena, &source, &w->set);
	if (err != OK)
		return err;
	return page_load(w->set, name, &w->page);
}

enum err
pages_body(struct pages *w, const char *inside)
{
	pages_write(w, "public/p",
	    pages_document(
		w, "", arena_printf(&w->arena, "<body>%s</body>", inside)));
	return pages_load(w, "p");
}

void
pages_expect_ok(struct pages *w, enum err e)
{
	if (e != OK)
		print_message("%s", files_log(w->files));
	assert_int_equal(e, OK);
}

struct view *
pages_view(struct pages *w)
{
	return view_new(&w->arena, w->page, true);
}

char *
pages_shown(struct pages *w, enum lang lang, const struct view *v)
{
	struct buf out;

	buf_init(&out, &w->arena, 64, 1 << 20);
	page_write(w->page, lang, v, &out);
	assert_false(out.full);
	return out.data;
}

char *
pages_inside(struct pages *w, enum lang lang, const struct view *v)
{
	char *s = strstr(pages_shown(w, lang, v), "<body>"), *end;

	assert_non_null(s);
	s += strlen("<body>");
	end = strstr(s, "</body></html>\n");
	assert_non_null(end);
	*end = '\0';
	return s;
}
