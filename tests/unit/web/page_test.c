/* page_test.c - the output of every mark, in both languages. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "pages.h"
#include "text/xml.h"

/* Loads a body that must be valid, and returns its view. */
static struct view *
view_of(struct pages *w, const char *inside)
{
	pages_expect_ok(w, pages_body(w, inside));
	return pages_view(w);
}

#define SHOWS(w, lang, v, want)                                                \
	do {                                                                   \
		assert_string_equal(pages_inside((w), (lang), (v)), (want));   \
		assert_string_equal(files_log((w)->files), "");                \
	} while (0)

static void
html_is_written_as_html(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w,
	    "<!-- gone --><p class='a &amp; b' title='&quot;&lt;&gt;'>x"
	    " &lt; y &amp;&amp; z &gt; <![CDATA[<b>]]><br/></p><div></div>"
	    "<textarea name='t'></textarea><input type='checkbox' "
	    "checked='checked' disabled=''/><img src='a.png' alt=''/>"
	    "<p xml:lang='en'/>"
	    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
	    "<circle r='1'/></svg>");

	assert_string_equal(pages_shown(w, LANG_ID, v),
	    "<!DOCTYPE html>\n<html lang=\"id\"><body>"
	    "<p title=\"&quot;&lt;&gt;\" class=\"a &amp; b\">x"
	    " &lt; y &amp;&amp; z &gt; &lt;b&gt;<br></p><div></div>"
	    "<textarea name=\"t\"></textarea><input type=\"checkbox\" "
	    "checked disabled><img src=\"a.png\" alt=\"\">"
	    "<p lang=\"en\"></p>"
	    "<svg viewBox=\"0 0 1 1\"><circle r=\"1\"></circle></svg>"
	    "</body></html>\n");
}

static void
blanks_with_newlines_collapse_outside_pre(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w,
	    "a  b \n\n  <!-- x -->\n <i> c\t</i>\n<pre>d\n\n  e</pre>\n"
	    "<textarea>\n\n f </textarea>");

	SHOWS(w, LANG_ID, v,
	    "a  b\n<i> c\t</i>\n<pre>d\n\n  e</pre>\n"
	    "<textarea>\n\n f </textarea>");
}

static void
a_condition_adds_no_empty_line(void **state)
{
	struct pages *w = *state;
	struct view *v =
	    view_of(w, "<i/>\n<q:block q:if='a'>\n<b/>\n</q:block>\n"
		       "<q:block q:each='l'>\n<u/></q:block>\n");

	SHOWS(w, LANG_ID, v, "<i></i>\n\n");
	view_flag(v, "a", true);
	view_item(v, "l");
	view_item(v, "l");
	SHOWS(w, LANG_ID, v, "<i></i>\n<b></b>\n\n<u></u>\n<u></u>\n");
}

static void
texts_are_escaped_where_they_stand(void **state)
{
	static const char attack[] =
	    "</p><script>alert('1')</script>\" onload=\"x&lt;\x01\x7f\t\n";
	struct pages *w = *state;
	struct view *v =
	    view_of(w, "<p q:text='a'>sample <b>x</b></p><p title='{a}'/>"
		       "<input type='text' q:value='a' value='sample'/>"
		       "<textarea q:value='a'>sample</textarea>"
		       "<img src='x.png' q:text='a' alt='sample'/>"
		       "<a href='office#{a}'/>");
	const char *text = "&lt;/p&gt;&lt;script&gt;alert('1')&lt;/script&gt;"
			   "\" onload=\"x&amp;lt;\xef\xbf\xbd\xef\xbf\xbd\t\n";
	const char *attr = "&lt;/p&gt;&lt;script&gt;alert('1')&lt;/script&gt;"
			   "&quot; onload=&quot;x&amp;lt;"
			   "\xef\xbf\xbd\xef\xbf\xbd\t\n";

	view_text(v, "a", attack);
	SHOWS(w, LANG_ID, v,
	    arena_printf(&w->arena,
		"<p>%s</p><p title=\"%s\"></p>"
		"<input type=\"text\" value=\"%s\">"
		"<textarea>\n%s</textarea>"
		"<img src=\"x.png\" alt=\"%s\"><a href=\"office#%s\"></a>",
		text, attr, attr, attr, attr, attr));
}

static void
holes_stand_among_literal_attribute_text(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(
	    w, "<p id='a{n}b{n}' title='{ {N} {1,2} }' data-m='&amp;{n}'/>");

	view_int(v, "n", -12);
	SHOWS(w, LANG_ID, v,
	    "<p id=\"a-12b-12\" title=\"{ {N} {1,2} }\" "
	    "data-m=\"&amp;-12\"></p>");
}

static void
addresses_that_leave_the_site_by_stealth_become_a_hash(void **state)
{
	static const char *const good[] = {"office?kind=a", "./", "../x", "/x",
	    "?n=2", "#here", "http://a.example/", "https://a.example:8/b?c#d",
	    "data:image/png;base64,iVBORw0KGgo=", "a/b:c", "?next=a:b", "*"};
	static const char *const bad[] = {"javascript:alert(1)",
	    "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:x",
	    "\x01javascript:x", "//evil.example/", "/\\evil.example",
	    "\\\\evil.example", "\t//evil.example", "http:evil.example",
	    "http:///x", "https://", "https://?x", "HTTP://a.example/",
	    "data:text/html,x", "data:image/svg+xml;base64,AAAA",
	    "data:image/png;base64,<svg>", "vbscript:x", "mailto:a@b.example",
	    "x:y", ":x", "a b", "a\x7f", ""};
	struct pages *w = *state;
	struct view *v = view_of(w, "<a q:href='a' href='sample'>x</a>");

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		view_text(v, "a", good[i]);
		SHOWS(w, LANG_ID, v,
		    arena_printf(&w->arena, "<a href=\"%s\">x</a>", good[i]));
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		view_text(v, "a", bad[i]);
		assert_string_equal(
		    pages_inside(w, LANG_ID, v), "<a href=\"#\">x</a>");
		assert_non_null(
		    strstr(files_log(w->files), "name=a why=address"));
	}
}

static void
addresses_go_to_the_attribute_of_their_element(void **state)
{
	struct pages *w = *state;
	struct view *v =
	    view_of(w, "<a q:href='u'/><img alt='' q:href='u' src='x'/>"
		       "<form q:href='u'/><link rel='next' q:href='u'/>");

	view_text(v, "u", "a?b=\"&c");
	SHOWS(w, LANG_ID, v,
	    "<a href=\"a?b=&quot;&amp;c\"></a>"
	    "<img alt=\"\" src=\"a?b=&quot;&amp;c\">"
	    "<form action=\"a?b=&quot;&amp;c\"></form>"
	    "<link rel=\"next\" href=\"a?b=&quot;&amp;c\">");
}

static void
the_chosen_value_is_marked(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w,
	    "<input type='radio' value='a' checked='checked' q:value='k'/>"
	    "<input type='radio' value='&lt;b' q:value='k'/>"
	    "<input type='checkbox' value='x{n}' q:value='k'/>"
	    "<select q:value='k'><option value='' selected='selected'>-</option>"
	    "<option>a</option><optgroup><option> x\n1 </option>"
	    "<option value='{n}'>1</option><option q:text='n'/></optgroup>"
	    "</select><option selected=''>o</option>");
	static const struct {
		const char *value, *want;
	} cases[] = {
	    {NULL, "----------s"},
	    {"", "---s------s"},
	    {"a", "c---s-----s"},
	    {"<b", "-c--------s"},
	    {"x1", "--c-------s"},
	    {"1", "------ss--s"},
	    {"x 1", "-----s----s"},
	    {"x", "----------s"},
	    {"x12", "----------s"},
	};

	view_text(v, "n", "1");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *c = cases[i].want;

		if (cases[i].value != NULL)
			view_text(v, "k", cases[i].value);
		SHOWS(w, LANG_ID, v,
		    arena_printf(&w->arena,
			"<input type=\"radio\" value=\"a\"%s>"
			"<input type=\"radio\" value=\"&lt;b\"%s>"
			"<input type=\"checkbox\" value=\"x1\"%s>"
			"<select><option value=\"\"%s>-</option>"
			"<option%s>a</option><optgroup><option%s> x\n1 "
			"</option><option value=\"1\"%s>1</option>"
			"<option%s>1</option></optgroup>"
			"</select><option selected>o</option>",
			c[0] == 'c' ? " checked" : "",
			c[1] == 'c' ? " checked" : "",
			c[2] == 'c' ? " checked" : "",
			c[3] == 's' ? " selected" : "",
			c[4] == 's' ? " selected" : "",
			c[5] == 's' ? " selected" : "",
			c[6] == 's' ? " selected" : "",
			c[7] == 's' ? " selected" : ""));
	}
}

static void
flags_add_attributes_and_classes(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w,
	    "<input type='text' required='required' class='t bad' "
	    "q:flag='required r; autofocus f; aria-invalid e; .bad e'/>"
	    "<p class='bad' q:flag='.bad e'/>"
	    "<p q:flag='.x r; .y e;'/>");

	SHOWS(w, LANG_ID, v,
	    "<input type=\"text\" class=\"t\"><p></p><p class=\"\"></p>");
	view_flag(v, "r", true);
	view_flag(v, "f", false);
	view_text(v, "e", "Salah");
	SHOWS(w, LANG_ID, v,
	    "<input type=\"text\" class=\"t bad\" required "
	    "aria-invalid=\"true\"><p class=\"bad\"></p>"
	    "<p class=\" x y\"></p>");
}

static void
conditions_follow_flags_texts_and_lists(void **state)
{
	struct pages *w = *state;
	struct view *v =
	    view_of(w, "<q:block q:if='a'>1</q:block><p q:unless='a'>0</p>");

	SHOWS(w, LANG_ID, v, "<p>0</p>");
	view_flag(v, "a", true);
	SHOWS(w, LANG_ID, v, "1");
	view_text(v, "a", "");
	SHOWS(w, LANG_ID, v, "<p>0</p>");
	view_text(v, "a", "x");
	SHOWS(w, LANG_ID, v, "1");
	v = view_of(w, "<q:block q:if='l'><b q:each='l'/></q:block>");
	SHOWS(w, LANG_ID, v, "");
	view_item(v, "l");
	view_item(v, "l");
	SHOWS(w, LANG_ID, v, "<b></b><b></b>");
}

static void
lists_nest_and_fall_back_outwards(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w,
	    "<ul q:each='days' q:if='day'><li q:each='parts' "
	    "q:flag='.on on'><q:block q:text='zone'/> "
	    "<q:block q:text='day'/> <q:block q:text='part'/></li></ul>");
	struct view *day, *part;

	view_text(v, "zone", "WIB");
	view_text(v, "part", "outer");
	day = view_item(v, "days");
	view_text(day, "day", "1");
	part = view_item(day, "parts");
	view_text(part, "part", "a");
	view_flag(part, "on", true);
	part = view_item(day, "parts");
	view_text(part, "zone", "WIT");
	day = view_item(v, "days");
	view_text(day, "day", "");
	day = view_item(v, "days");
	view_text(day, "day", "3");
	SHOWS(w, LANG_ID, v,
	    "<ul><li class=\"on\">WIB 1 a</li><li>WIT 1 outer</li></ul>"
	    "<ul></ul>");
}

static void
an_inner_flag_hides_the_outer_one(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w, "<i q:each='l' q:flag='hidden h'/>");

	view_flag(v, "h", true);
	view_item(v, "l");
	view_flag(view_item(v, "l"), "h", false);
	SHOWS(w, LANG_ID, v, "<i hidden></i><i></i>");
}

static void
formatted_text_is_a_copy(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w, "<p q:text='a'/><p q:text='b'/>");
	char word[] = "one";

	view_text_f(v, "a", "%s %d", word, 2);
	memcpy(word, "two", 3);
	view_int(v, "b", INT64_MIN);
	SHOWS(w, LANG_ID, v, "<p>one 2</p><p>-9223372036854775808</p>");
}

static void
unset_and_unknown_names_are_logged_when_asked(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w,
	    "<p q:text='a' title='{b}'/><a q:href='c'/><p q:if='d'/>"
	    "<input type='text' q:value='e'/><i q:each='f'><b q:text='g'/></i>");
	struct view *item;
	char *log;

	assert_string_equal(pages_inside(w, LANG_ID, v),
	    "<p title=\"\"></p><a href=\"#\"></a>"
	    "<input type=\"text\" value=\"\">");
	log = files_log(w->files);
	assert_non_null(strstr(log, "event=view page=p name=a why=unset\n"));
	assert_non_null(strstr(log, "name=b why=unset\n"));
	assert_non_null(strstr(log, "name=c why=unset\n"));
	assert_null(strstr(log, "name=d"));
	assert_null(strstr(log, "name=e"));
	assert_null(strstr(log, "name=f"));
	assert_null(strstr(log, "name=g"));
	view_text(v, "zz", "x");
	assert_non_null(strstr(files_log(w->files),
	    "level=warn program=antrean event=view page=p name=zz "
	    "why=unknown\n"));
	item = view_item(v, "f");
	view_text(item, "a", "x");
	assert_non_null(
	    strstr(files_log(w->files), "name=a why=not_in_this_list\n"));
	view_text(view_item(v, "a"), "g", "x");
	assert_non_null(strstr(files_log(w->files), "name=a why=no_list\n"));
	assert_true(view_has(item, "a"));
	assert_false(view_has(v, "zz"));
}

static void
nothing_is_logged_unless_asked(void **state)
{
	struct pages *w = *state;
	struct view *v = view_of(w, "<p q:text='a'/><a q:href='c'/>");

	v = view_new(&w->arena, w->page, false);
	view_text(v, "zz", "x");
	view_text(view_item(v, "a"), "c", "x");
	view_text(v, "a", NULL);
	SHOWS(w, LANG_ID, v, "<p></p><a href=\"#\"></a>");
}

static void
names_have_numbers(void **state)
{
	struct pages *w = *state;

	view_of(w, "<p q:text='a' title='{b}'/><p q:if='a'/>");
	assert_int_equal(
	    page_find_name(w->page, "a") + page_find_name(w->page, "b"), 1);
	assert_int_equal(page_find_name(w->page, "c"), -1);
	assert_ptr_equal(page_find(w->set, "p"), w->page);
	assert_null(page_find(w->set, "q"));
}

#define PAGES(f) cmocka_unit_test_setup_teardown((f), pages_begin, pages_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PAGES(html_is_written_as_html),
	    PAGES(blanks_with_newlines_collapse_outside_pre),
	    PAGES(a_condition_adds_no_empty_line),
	    PAGES(texts_are_escaped_where_they_stand),
	    PAGES(holes_stand_among_literal_attribute_text),
	    PAGES(addresses_that_leave_the_site_by_stealth_become_a_hash),
	    PAGES(addresses_go_to_the_attribute_of_their_element),
	    PAGES(the_chosen_value_is_marked),
	    PAGES(flags_add_attributes_and_classes),
	    PAGES(conditions_follow_flags_texts_and_lists),
	    PAGES(lists_nest_and_fall_back_outwards),
	    PAGES(an_inner_flag_hides_the_outer_one),
	    PAGES(formatted_text_is_a_copy),
	    PAGES(unset_and_unknown_names_are_logged_when_asked),
	    PAGES(nothing_is_logged_unless_asked),
	    PAGES(names_have_numbers),
	};

	xml_start();
	return RUN("page", tests);
}
