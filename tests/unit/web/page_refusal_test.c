/* page_refusal_test.c - pages that a program must refuse at its start, with the
 * fault and its line.
 *
 * Every row of the table is a test: a body, the English texts it needs, and the
 * words that the log must have.  The body begins on line 1 of its file, the
 * English texts on line 2 of theirs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "pages.h"
#include "text/xml.h"

static const struct refusal {
	const char *name;
	const char *body;
	const char *en;
	const char *log;
} refusals[] = {
    {"an unknown mark", "\n<p q:txt='a'/>", "", "line=2 why=unknown_mark"},
    {"an unknown element of marks", "<q:each/>", "", "why=unknown_mark"},
    {"a mark in a comment", "<!-- <p q:text = 'a'> q:text='a' -->", "",
	"why=mark_in_comment"},
    {"a script", "<script>1</script>", "", "why=forbidden_element"},
    {"a mark in a script", "<script q:text='a'/>", "", "why=forbidden_element"},
    {"a style element", "<style q:text='a'/>", "", "why=forbidden_element"},
    {"a script in SVG",
	"<svg xmlns='http://www.w3.org/2000/svg'><Script/></svg>", "",
	"why=forbidden_element"},
    {"a frame of another page", "<iframe/>", "", "why=forbidden_element"},
    {"a base of addresses", "<base href='x'/>", "", "why=forbidden_element"},
    {"an event attribute", "<p onclick='x'/>", "", "why=script_attribute"},
    {"an event attribute in capitals", "<p ONCLICK='x'/>", "",
	"why=script_attribute"},
    {"an element in capitals", "<P/>", "", "why=upper_case"},
    {"an attribute in capitals", "<p Title='x'/>", "", "why=upper_case"},
    {"an element of a stranger", "<m:p xmlns:m='urn:m'/>", "",
	"why=unknown_element"},
    {"an attribute of a stranger", "<p m:n='' xmlns:m='urn:m'/>", "",
	"why=unknown_attribute"},
    {"a processing instruction", "<p><?php x?></p>", "", "why=unknown_node"},
    {"a hole in style", "<p style='color:{a}'/>", "",
	"why=hole_not_allowed what=style"},
    {"a hole in a type", "<input type='{a}'/>", "",
	"why=hole_not_allowed what=type"},
    {"a hole in a refresh", "<meta http-equiv='refresh' content='{a}'/>", "",
	"why=hole_not_allowed what=content"},
    {"a hole in an address", "<a href='a?b={a}'/>", "",
	"why=hole_in_address what=href"},
    {"a hole in an address before the hash", "<a href='{a}#b'/>", "",
	"why=hole_in_address"},
    {"a hole in a form's address", "<form action='{a}'/>", "",
	"why=hole_in_address what=action"},
    {"a hole in an image's address", "<img src='x{a}' alt=''/>", "",
	"why=hole_in_address what=src"},
    {"a script as an address", "<a href='javascript:x'/>", "", "why=address"},
    {"a hole in text", "<p>{a}</p>", "", "why=hole_in_text"},
    {"a name with a capital", "<p q:text='aB'/>", "", "why=bad_name"},
    {"an empty name", "<p q:if=''/>", "", "why=bad_name"},
    {"a name with a digit first", "<p q:each='1a'/>", "", "why=bad_name"},
    {"a name as a hole", "<p q:text='{a}'/>", "", "why=bad_name"},
    {"a badly formed hole", "<p title='{a b}'/>", "", "why=bad_name"},
    {"a hole that never ends", "<p title='{a'/>", "", "why=bad_name"},
    {"a list that is also a text", "<p q:each='a'/><p q:text='a'/>", "",
	"why=list_and_text what=a"},
    {"a text that is also a list",
	"<i q:each='b'><p title='{a}'/><p q:each='a'/></i>", "",
	"why=list_and_text what=a"},
    {"a condition on html", "<html q:unless='a'/>", "",
	"why=condition_on_html"},
    {"a flag of no boolean attribute", "<p q:flag='title a'/>", "",
	"why=bad_flag"},
    {"a flag that is a script", "<p q:flag='onclick a'/>", "", "why=bad_flag"},
    {"a flag without a name", "<p q:flag='hidden'/>", "", "why=bad_flag"},
    {"a flag of three words", "<p q:flag='hidden a b'/>", "", "why=bad_flag"},
    {"a flag of a bad class", "<p q:flag='.a\"b c'/>", "", "why=bad_flag"},
    {"a boolean that says false", "<input disabled='false'/>", "",
	"why=value_of_a_boolean what=disabled"},
    {"a boolean with a hole", "<input checked='{a}'/>", "",
	"why=value_of_a_boolean"},
    {"a form value of no field", "<p q:value='a'/>", "",
	"why=value_not_of_a_field"},
    {"a radio without a value", "<input type='radio' q:value='a'/>", "",
	"why=choice_without_value"},
    {"an option whose value would depend on the language",
	"<select q:value='a'><option q:t='k'>x</option></select>",
	"<t key='k'><en>y</en></t>", "why=choice_without_value"},
    {"an address of an element that has none", "<p q:href='a'/>", "",
	"why=href_of_no_address"},
    {"a text of a void element", "<br q:text='a'/>", "",
	"why=text_of_a_void_element"},
    {"content of a void element", "<br>x</br>", "",
	"why=content_of_a_void_element"},
    {"a mark in the sample of a text", "<p q:text='a'><b q:text='b'/></p>", "",
	"why=mark_without_effect"},
    {"an attribute of a block", "<q:block class='a'/>", "",
	"why=attribute_of_a_block"},
    {"an element in an option", "<option><b/></option>", "",
	"why=element_in_plain_text"},
    {"an element in a text area", "<textarea><b/></textarea>", "",
	"why=element_in_plain_text"},
    {"a key without English", "\n<p q:t='no.key'>x</p>", "",
	"p.xhtml line=2 why=no_translation what=no.key"},
    {"an empty key", "<p q:t=''>x</p>", "", "why=bad_key"},
    {"English that says nothing", "<p q:t='k'>x</p>", "<t key='k'><en/></t>",
	"p.xml line=2 why=empty_translation"},
    {"a mark on the English itself", "<p q:t='k'>x</p>",
	"<t key='k'><en q:if='a'>x</en></t>", "why=mark_on_t"},
    {"a text and English for it", "<p q:t='k' q:text='a'>x</p>",
	"<t key='k'><en>x</en></t>", "why=text_and_t"},
    {"a text to translate in English", "<p q:t='k'>x</p>",
	"<t key='k'><en><b q:t='k'>x</b></en></t>", "why=t_inside_t"},
    {"a script in English", "<p q:t='k'>x</p>",
	"<t key='k'><en><script/></en></t>",
	"p.xml line=2 why=forbidden_element"},
    {"an event attribute in English", "<p q:t='k'>x</p>",
	"<t key='k'><en onclick='x'>x</en></t>", "why=script_attribute"},
    {"a hole in the English of an address", "<a q:t='k'>x</a>",
	"<t key='k'><en href='{a}'>x</en></t>", "why=hole_in_address"},
    {"an unknown mark in English", "<p q:t='k'>x</p>",
	"<t key='k'><en><b q:x='a'/></en></t>",
	"p.xml line=2 why=unknown_mark"},
    {"a place of a frame in a page", "<p q:page='main'/>", "",
	"why=unknown_place"},
    {"a document of no HTML", NULL, "", "why=not_html"},
};

#define REFUSALS (sizeof(refusals) / sizeof(refusals[0]))

static void
is_refused(void **state)
{
	const struct refusal *r = *state;
	struct pages *w;
	void *world = NULL;
	enum err err;
	char *log;

	pages_begin(&world);
	w = world;
	w->en = r->en;
	if (r->body == NULL) {
		pages_write(w, "public/p", "<div/>");
		err = pages_load(w, "p");
	} else {
		err = pages_body(w, r->body);
	}
	log = arena_strdup(&w->arena, files_log(w->files));
	if (strstr(log, r->log) == NULL)
		print_message("%s", log);
	assert_int_equal(err, ERR_FAULT);
	assert_non_null(strstr(log, "level=fault"));
	assert_non_null(strstr(log, r->log));
	assert_null(w->page);
	pages_end(&world);
}

static const struct framed {
	const char *name;
	const char *frame;
	const char *page;
	const char *log;
} framed[] = {
    {"a mark outside title and main",
	"<title q:page='title'/>"
	"<main q:page='main'/>",
	"<title>x</title><p q:text='a'/><main/>",
	"p.xhtml line=1 why=mark_without_effect"},
    {"a condition on main", "<title q:page='title'/><main q:page='main'/>",
	"<title>x</title><main q:if='a'/>", "why=mark_without_effect"},
    {"a page without main", "<title q:page='title'/><main q:page='main'/>",
	"<title>x</title>", "why=no_title_or_main"},
    {"a frame without a place for main", "<title q:page='title'/>",
	"<title>x</title><main/>", "f.xhtml line=1 why=no_place_for what=main"},
    {"a frame without a place for the title", "<main q:page='main'/>",
	"<title>x</title><main/>", "why=no_place_for what=title"},
    {"a frame with two places for main",
	"<title q:page='title'/>"
	"<main q:page='main'/><p q:page='main'/>",
	"<title>x</title><main/>", "why=main_twice"},
    {"an unknown place",
	"<title q:page='title'/><main q:page='main'/>"
	"<p q:page='foot'/>",
	"<title>x</title><main/>", "why=unknown_place what=foot"},
    {"a page in itself", "<title q:page='title'/><main q:page='main'/>",
	"<title>x</title><main><p q:page='main'/></main>", "why=unknown_place"},
    {"an element in the title",
	"<title q:page='title'/>"
	"<main q:page='main'/>",
	"<title><b>x</b></title><main/>", "why=element_in_plain_text"},
    {"a script beside what is shown",
	"<title q:page='title'/>"
	"<main q:page='main'/>",
	"<title>x</title><script/><main/>", "why=forbidden_element"},
};

#define FRAMED (sizeof(framed) / sizeof(framed[0]))

static void
is_refused_in_a_frame(void **state)
{
	const struct framed *f = *state;
	struct pages *w;
	void *world = NULL;
	enum err err;
	char *log;

	pages_begin(&world);
	w = world;
	pages_write(w, "frame/f", pages_document(w, "", f->frame));
	pages_write(w, "public/p", pages_document(w, "q:page='f'", f->page));
	err = pages_load(w, "p");
	log = files_log(w->files);
	if (strstr(log, f->log) == NULL)
		print_message("%s", log);
	assert_int_equal(err, ERR_FAULT);
	assert_non_null(strstr(log, f->log));
	pages_end(&world);
}

/* Faults that an author can correct together are reported together. */
static void
all_faults_are_told_at_once(void **state)
{
	struct pages *w = *state;
	char *log;

	assert_int_equal(
	    pages_body(w, "<p q:x='a' q:text='B'/><b onclick=''/><i q:t='k'/>"),
	    ERR_FAULT);
	log = files_log(w->files);
	for (int i = 0; i < 4; i++) {
		static const char *const why[] = {"why=unknown_mark",
		    "why=bad_name", "why=script_attribute",
		    "why=no_translation"};
		const char *first = strstr(log, why[i]);

		assert_non_null(first);
		assert_null(strstr(first + 1, why[i]));
	}
}

int
main(void)
{
	struct CMUnitTest tests[REFUSALS + FRAMED + 1] = {
	    cmocka_unit_test_setup_teardown(
		all_faults_are_told_at_once, pages_begin, pages_end),
	};

	/* cmocka passes the state without const */
	for (size_t i = 0; i < REFUSALS; i++) {
		static struct refusal copy[REFUSALS];

		copy[i] = refusals[i];
		tests[1 + i] = (struct CMUnitTest){.name = refusals[i].name,
		    .test_func = is_refused,
		    .initial_state = &copy[i]};
	}
	for (size_t i = 0; i < FRAMED; i++) {
		static struct framed copy[FRAMED];

		copy[i] = framed[i];
		tests[1 + REFUSALS + i] =
		    (struct CMUnitTest){.name = framed[i].name,
			.test_func = is_refused_in_a_frame,
			.initial_state = &copy[i]};
	}
	xml_start();
	return RUN("page_refusal", tests);
}
