/* page_part_test.c - parts of pages: their output, and faults in them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "pages.h"
#include "text/xml.h"

/* Writes part/NAME.xhtml with INSIDE in its <main>. */
static void
part(struct pages *w, const char *name, const char *inside)
{
	pages_write(w, arena_printf(&w->arena, "part/%s", name),
	    pages_document(w, "",
		arena_printf(&w->arena,
		    "<head><title>sample</title></head>\n"
		    "<body><h1>sample</h1><main class='w'>%s</main></body>",
		    inside)));
}

static void
a_part_stands_wherever_it_is_asked_for(void **state)
{
	struct pages *w = *state;
	struct view *v;

	w->en = "<t key='k'><en>Wrong: </en></t>";
	part(w, "note", "\n<p><b q:t='k'>Salah: </b><i q:text='n'>1</i></p>\n");
	pages_expect_ok(
	    w, pages_body(w, "<div>\n<q:part name='note'/>\n</div>"
			     "<q:part name='note' q:if='shown'/>"
			     "<q:part name='note' q:unless='shown'/>"));
	v = pages_view(w);
	view_text(v, "n", "<2>");
	assert_string_equal(pages_inside(w, LANG_ID, v),
	    "<div>\n<p><b>Salah: </b><i>&lt;2&gt;</i></p>\n</div>"
	    "\n<p><b>Salah: </b><i>&lt;2&gt;</i></p>\n");
	assert_string_equal(pages_inside(w, LANG_EN, v),
	    "<div>\n<p><b>Wrong: </b><i>&lt;2&gt;</i></p>\n</div>"
	    "\n<p><b>Wrong: </b><i>&lt;2&gt;</i></p>\n");
	assert_string_equal(files_log(w->files), "");
}

static void
names_belong_to_where_a_part_stands(void **state)
{
	struct pages *w = *state;
	struct view *v, *item;

	part(w, "row", "<b q:text='n'/>");
	pages_expect_ok(
	    w, pages_body(w,
		   "<q:part name='row'/><q:part name='row' q:each='rows'/>"));
	v = pages_view(w);
	view_text(v, "n", "page");
	item = view_item(v, "rows");
	view_text(item, "n", "first");
	item = view_item(v, "rows");
	view_text(item, "n", "second");
	assert_string_equal(pages_inside(w, LANG_ID, v),
	    "<b>page</b><b>first</b><b>second</b>");
	assert_string_equal(files_log(w->files), "");
}

static void
a_part_has_parts_and_words_of_who_asks(void **state)
{
	struct pages *w = *state;
	struct view *v;

	part(w, "inner", "<i class='{kind}-{n}' title='{hint}'/>");
	part(w, "outer", "<q:part name='inner' hint='&lt;h&gt;'/>");
	pages_expect_ok(
	    w, pages_body(w, "<q:part name='outer' kind='a'/>"
			     "<q:part name='inner' kind='b' hint='&quot;'/>"));
	assert_int_equal(page_find_name(w->page, "kind"), -1);
	v = pages_view(w);
	view_text(v, "n", "1");
	assert_string_equal(pages_inside(w, LANG_ID, v),
	    "<i title=\"&lt;h&gt;\" class=\"a-1\"></i>"
	    "<i title=\"&quot;\" class=\"b-1\"></i>");
	assert_string_equal(files_log(w->files), "");
}

static void
a_part_stands_in_a_frame_and_in_its_page(void **state)
{
	struct pages *w = *state;

	part(w, "p", "<b>part</b>");
	pages_write(w, "frame/f",
	    pages_document(w, "",
		"<head><title q:page='title'/></head><body>"
		"<q:part name='p'/><main q:page='main'/></body>"));
	pages_write(w, "public/p",
	    pages_document(w, "q:page='f'",
		"<head><title>t</title></head><body>"
		"<main><q:part name='p'/></main></body>"));
	pages_expect_ok(w, pages_load(w, "p"));
	assert_string_equal(pages_inside(w, LANG_ID, pages_view(w)),
	    "<b>part</b><main><b>part</b></main>");
}

static void
a_page_is_found_in_its_room(void **state)
{
	struct pages *w = *state;

	pages_write(
	    w, "desk/q", pages_document(w, "", "<body><b>desk</b></body>"));
	pages_expect_ok(w, pages_load(w, "q"));
	assert_string_equal(
	    pages_inside(w, LANG_ID, pages_view(w)), "<b>desk</b>");
	assert_int_equal(pages_load(w, "nowhere"), ERR_FAULT);
	assert_non_null(
	    strstr(files_log(w->files), "/public/nowhere.xhtml errno=2"));
}

static void
bad_parts_are_refused(void **state)
{
	static const struct {
		const char *body, *part, *log;
	} bad[] = {
	    {"\n<q:part name='none'/>", "",
		"public/p.xhtml line=2 why=no_part what=none"},
	    {"<q:part name='../p'/>", "", "why=no_part what=../p"},
	    {"<q:part/>", "", "why=part_without_name"},
	    {"<q:part name='x'>a</q:part>", "", "why=content_of_a_part"},
	    {"<q:part name='x' q:text='a'/>", "", "why=mark_without_effect"},
	    {"<q:part name='x' q:t='a'/>", "", "why=mark_without_effect"},
	    {"<q:part name='x' a='{b}'/>", "", "why=hole_not_allowed what=a"},
	    {"<q:part name='x' onclick='b'/>", "", "why=script_attribute"},
	    {"<q:part name='x'/>", "\n<p q:txt='a'/>",
		"part/x.xhtml line=3 why=unknown_mark"},
	    {"<q:part name='x'/>", "<q:part name='x'/>", "why=parts_too_deep"},
	    {"<q:part name='x'/>", "</main><p q:text='a'/><main>",
		"why=mark_without_effect what=text"},
	    {"<q:part name='x'/>", "</main><q:part name='x'/><main>",
		"why=mark_without_effect what=part"},
	    {"<p q:text='n'><q:part name='x'/></p>", "",
		"why=mark_without_effect what=part"},
	};
	struct pages *w = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const char *log;

		part(w, "x", bad[i].part);
		assert_int_equal(pages_body(w, bad[i].body), ERR_FAULT);
		log = files_log(w->files);
		if (strstr(log, bad[i].log) == NULL)
			print_message("%s: %s", bad[i].log, log);
		assert_non_null(strstr(log, bad[i].log));
	}
}

static void
a_part_needs_a_main_without_marks(void **state)
{
	struct pages *w = *state;

	pages_write(w, "part/x", pages_document(w, "", "<body/>"));
	assert_int_equal(pages_body(w, "<q:part name='x'/>"), ERR_FAULT);
	assert_non_null(
	    strstr(files_log(w->files), "part/x.xhtml line=1 why=no_main"));
	pages_write(w, "part/x",
	    pages_document(w, "", "<body><main q:if='a'/></body>"));
	assert_int_equal(pages_body(w, "<q:part name='x'/>"), ERR_FAULT);
	assert_non_null(
	    strstr(files_log(w->files), "why=mark_without_effect what=main"));
}

#define PAGES(f) cmocka_unit_test_setup_teardown((f), pages_begin, pages_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PAGES(a_part_stands_wherever_it_is_asked_for),
	    PAGES(names_belong_to_where_a_part_stands),
	    PAGES(a_part_has_parts_and_words_of_who_asks),
	    PAGES(a_part_stands_in_a_frame_and_in_its_page),
	    PAGES(a_page_is_found_in_its_room),
	    PAGES(bad_parts_are_refused),
	    PAGES(a_part_needs_a_main_without_marks),
	};

	xml_start();
	return RUN("page_part", tests);
}
