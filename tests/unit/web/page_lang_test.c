/* page_lang_test.c - English pages, frames and the style sheet. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "pages.h"
#include "text/xml.h"

#define FRAME                                                                  \
	"<head><title><q:block q:page='title'>T</q:block> - A</title>"         \
	"<link rel='stylesheet' href='../static/style.css'/></head>"           \
	"<body><a q:href='lang_href' q:t='f.lang' lang='en'>English</a>"       \
	"<main id='isi' q:page='main'>sample</main></body>"

static void
english_replaces_content_and_attributes(void **state)
{
	struct pages *w = *state;
	struct view *v;

	w->en =
	    "<t key='a.n'><en><b q:text='n'>3</b> left &amp; <i>free</i></en></t>"
	    "<t key='b'><en value='Go' title='In {n}'/></t>"
	    "<t key='c'><en aria-label='Weeks'/></t><t key='d'><en>Wrong: </en></t>";
	pages_expect_ok(w,
	    pages_body(w,
		"<p class='k' q:t='a.n'>sisa <b q:text='n'>3</b></p>"
		"<input type='submit' value='Lanjut' q:t='b'/>"
		"<nav q:t='c' aria-label='Minggu'><b q:t='d'>Salah: </b></nav>"));
	v = pages_view(w);
	view_text(v, "n", "7");
	assert_string_equal(pages_inside(w, LANG_ID, v),
	    "<p class=\"k\">sisa <b>7</b></p>"
	    "<input type=\"submit\" value=\"Lanjut\">"
	    "<nav aria-label=\"Minggu\"><b>Salah: </b></nav>");
	assert_string_equal(pages_inside(w, LANG_EN, v),
	    "<p class=\"k\"><b>7</b> left &amp; <i>free</i></p>"
	    "<input type=\"submit\" value=\"Go\" title=\"In 7\">"
	    "<nav aria-label=\"Weeks\"><b>Wrong: </b></nav>");
	assert_string_equal(files_log(w->files), "");
}

static void
english_addresses_keep_the_language(void **state)
{
	static const char *const cases[][2] = {
	    {"office", "office?lang=en"},
	    {"slot?n=2", "slot?n=2&amp;lang=en"},
	    {"slot?n=2#x", "slot?n=2&amp;lang=en#x"},
	    {"./", "./?lang=en"},
	    {"?", "?lang=en"},
	    {"?n=2", "?n=2&amp;lang=en"},
	    {"/a", "/a?lang=en"},
	    {"a#b", "a?lang=en#b"},
	    {"#x", "#x"},
	    {"", ""},
	    {"?lang=id", "?lang=id"},
	    {"a?b=1&amp;lang=id", "a?b=1&amp;lang=id"},
	    {"a?xlang=1", "a?xlang=1&amp;lang=en"},
	    {"https://a.example/", "https://a.example/"},
	    {"//a.example/", "//a.example/"},
	    {"mailto:a@b.example", "mailto:a@b.example"},
	    {"tel:112", "tel:112"},
	};
	struct pages *w = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		pages_expect_ok(
		    w, pages_body(w, arena_printf(&w->arena, "<a href='%s'/>",
					 cases[i][0])));
		assert_string_equal(pages_inside(w, LANG_EN, pages_view(w)),
		    arena_printf(
			&w->arena, "<a href=\"%s\"></a>", cases[i][1]));
		assert_string_equal(pages_inside(w, LANG_ID, pages_view(w)),
		    arena_printf(
			&w->arena, "<a href=\"%s\"></a>", cases[i][0]));
	}
}

static void
english_forms_carry_the_language(void **state)
{
	struct pages *w = *state;

	pages_expect_ok(
	    w, pages_body(w, "<form action='booking' method='post'><p/></form>"
			     "<img src='a.png' alt=''/>"));
	assert_string_equal(pages_inside(w, LANG_EN, pages_view(w)),
	    "<form action=\"booking?lang=en\" method=\"post\">"
	    "<input type=\"hidden\" name=\"lang\" value=\"en\"><p></p></form>"
	    "<img src=\"a.png\" alt=\"\">");
	assert_string_equal(pages_inside(w, LANG_ID, pages_view(w)),
	    "<form action=\"booking\" method=\"post\"><p></p></form>"
	    "<img src=\"a.png\" alt=\"\">");
	assert_non_null(strstr(
	    pages_shown(w, LANG_EN, pages_view(w)), "<html lang=\"en\">"));
}

static void
a_page_stands_in_the_frame_it_names(void **state)
{
	struct pages *w = *state;
	struct view *v;

	w->en = "<t key='f.lang'><en lang='id'>Indonesia</en></t>"
		"<t key='p.title'><en>Time <q:block q:text='n'/></en></t>";
	w->css = "p { color: red }";
	pages_write(w, "frame/desk", pages_document(w, "", FRAME));
	pages_write(w, "public/p",
	    pages_document(w, "q:page='desk'",
		"<head><title q:t='p.title'>Waktu <q:block q:text='n'>1"
		"</q:block></title><link rel='stylesheet' href='x'/></head>"
		"<body>dropped<main class='dropped'>\n<p q:text='n'/>\n</main>"
		"</body>"));
	pages_expect_ok(w, pages_load(w, "p"));
	v = pages_view(w);
	view_text(v, "lang_href", "?lang=en");
	view_text(v, "n", "<2>");
	assert_string_equal(pages_shown(w, LANG_ID, v),
	    "<!DOCTYPE html>\n<html lang=\"id\"><head><title>"
	    "Waktu &lt;2&gt; - A</title><style>p{color:red}</style></head>"
	    "<body><a lang=\"en\" href=\"?lang=en\">English</a>"
	    "<main id=\"isi\">\n<p>&lt;2&gt;</p>\n</main></body></html>\n");
	assert_string_equal(pages_shown(w, LANG_EN, v),
	    "<!DOCTYPE html>\n<html lang=\"en\"><head><title>"
	    "Time &lt;2&gt; - A</title><style>p{color:red}</style></head>"
	    "<body><a lang=\"id\" href=\"?lang=en\">Indonesia</a>"
	    "<main id=\"isi\">\n<p>&lt;2&gt;</p>\n</main></body></html>\n");
	assert_string_equal(files_log(w->files), "");
	/* sha256 of p{color:red} */
	assert_string_equal(page_style_hash(w->set),
	    "p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=");
}

static void
without_a_style_sheet_there_is_none(void **state)
{
	struct pages *w = *state;

	pages_expect_ok(
	    w, pages_body(w, "<link rel='stylesheet' href='../style.css'/>"));
	assert_string_equal(pages_inside(w, LANG_ID, pages_view(w)), "");
	assert_string_equal(page_style_hash(w->set), "");
}

static void
a_missing_frame_is_a_fault(void **state)
{
	struct pages *w = *state;

	pages_write(w, "public/p",
	    pages_document(w, "q:page='frame'",
		"<head><title>x</title></head><body><main/></body>"));
	assert_int_equal(pages_load(w, "p"), ERR_FAULT);
	assert_non_null(strstr(files_log(w->files), "/frame.xhtml errno=2"));
	assert_int_equal(pages_load(w, "../p"), ERR_FAULT);
	assert_non_null(strstr(files_log(w->files), "why=bad_file_name"));
}

static void
a_page_is_loaded_once(void **state)
{
	struct pages *w = *state;
	const struct page *again = NULL;

	pages_expect_ok(w, pages_body(w, "<p/>"));
	assert_int_equal(page_load(w->set, "p", &again), OK);
	assert_ptr_equal(again, w->page);
}

static void
the_style_sheet_keeps_its_meaning(void **state)
{
	static const char *const cases[][2] = {
	    {"/* a */ b { c: d; } /* e */", "b{c:d;}"},
	    {"a  b,\n c>d { x: y }\n\n\te { f: g }", "a b,c>d{x:y}e{f:g}"},
	    {"a :hover b:not(.c) { x: y }", "a :hover b:not(.c){x:y}"},
	    {"a { b: calc(1px + 2px) -1px }", "a{b:calc(1px + 2px) -1px}"},
	    {"a { content: \"b: { /* c */ } ; d\" }",
		"a{content:\"b: { /* c */ } ; d\"}"},
	    {"@media (a: 30em) and (b) {\n\tc { d: e }\n}",
		"@media (a:30em) and (b){c{d:e}}"},
	    {"a/* b */c { d: e/* f */g }", "a c{d:e g}"},
	    {"", ""},
	};
	struct pages *w = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		w->css = cases[i][0];
		pages_expect_ok(
		    w, pages_body(w, "<link rel='stylesheet' href='s.css'/>"));
		assert_string_equal(pages_inside(w, LANG_ID, pages_view(w)),
		    *cases[i][1] == '\0'
			? ""
			: arena_printf(
			      &w->arena, "<style>%s</style>", cases[i][1]));
	}
}

static void
bad_style_sheets_are_refused(void **state)
{
	static const char *const bad[] = {"/* a", "/*/", "a{b:\"c}",
	    "a{b:\"</style><script>\"}", "<!-- a{b:c} -->"};
	struct pages *w = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		w->css = bad[i];
		assert_int_equal(pages_body(w, "<p/>"), ERR_FAULT);
		assert_non_null(strstr(files_log(w->files), "why=bad_style"));
	}
}

#define PAGES(f) cmocka_unit_test_setup_teardown((f), pages_begin, pages_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PAGES(english_replaces_content_and_attributes),
	    PAGES(english_addresses_keep_the_language),
	    PAGES(english_forms_carry_the_language),
	    PAGES(a_page_stands_in_the_frame_it_names),
	    PAGES(without_a_style_sheet_there_is_none),
	    PAGES(a_missing_frame_is_a_fault),
	    PAGES(a_page_is_loaded_once),
	    PAGES(the_style_sheet_keeps_its_meaning),
	    PAGES(bad_style_sheets_are_refused),
	};

	xml_start();
	return RUN("page_lang", tests);
}
