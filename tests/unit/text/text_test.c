/* text_test.c - lang, xml, catalogue and words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/day.h"
#include "files.h"
#include "text/catalogue.h"
#include "text/words.h"
#include "text/xml.h"

#define TEXTS "<texts>\n%s</texts>"

struct world {
	struct arena arena;
	struct files *files;
};

static int
world_begin(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	assert_non_null(w);
	arena_init(&w->arena, 4096);
	w->files = files_open(&w->arena);
	*state = w;
	return 0;
}

static int
world_end(void **state)
{
	struct world *w = *state;

	files_close(w->files);
	arena_free(&w->arena);
	free(w);
	return 0;
}

/* A program has its own texts and texts that it shares with others. */
static struct catalogue *
catalogue_of(struct world *w, const char *own, const char *shared)
{
	static const char *const names[] = {"own", "shared", NULL};
	struct catalogue *c = NULL;

	files_write(w->files, "text/own.xml", TEXTS, own);
	files_write(w->files, "text/shared.xml", TEXTS, shared);
	if (catalogue_load(&w->arena, files_dir(w->files), names, &c) != OK)
		return NULL;
	return c;
}

static void
unknown_languages_are_indonesian(void **state)
{
	(void)state;
	assert_int_equal(lang_read("en"), LANG_EN);
	assert_int_equal(lang_read("id"), LANG_ID);
	assert_int_equal(lang_read(NULL), LANG_ID);
	assert_int_equal(lang_read("EN"), LANG_ID);
	assert_int_equal(lang_read(""), LANG_ID);
	assert_string_equal(lang_name(LANG_EN), "en");
	assert_string_equal(lang_name(LANG_ID), "id");
}

static void
documents_are_read_and_squeezed(void **state)
{
	struct world *w = *state;
	const xmlNode *root;
	xmlDoc *doc;

	files_write(w->files, "a.xml",
	    "<!DOCTYPE html>\n<a n='1 &amp; 2'> x\n <b>y</b><!-- z -->\t"
	    "<![CDATA[<&]]>\xc2\xa0 </a>");
	assert_int_equal(
	    xml_file(&w->arena, files_path(w->files, "a.xml"), &doc), OK);
	root = xmlDocGetRootElement(doc);
	assert_string_equal(xml_attr(&w->arena, root, "n"), "1 & 2");
	assert_null(xml_attr(&w->arena, root, "m"));
	assert_string_equal(xml_text(&w->arena, root), "x y <&\xc2\xa0");
	assert_string_equal(xml_path(root), files_path(w->files, "a.xml"));
}

static void
dangerous_documents_are_refused(void **state)
{
	static const char *const bad[] = {
	    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><a>&e;</a>",
	    "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
	    "<!DOCTYPE a SYSTEM 'a.dtd'><a/>",
	    "<!DOCTYPE a PUBLIC 'x' 'http://127.0.0.1/a.dtd'><a/>",
	    "<a><b></a>",
	    "<a>&nbsp;</a>",
	    "<a>\xff</a>",
	    "",
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		xmlDoc *doc = NULL;

		files_write(w->files, "bad.xml", "%s", bad[i]);
		assert_int_equal(
		    xml_file(&w->arena, files_path(w->files, "bad.xml"), &doc),
		    ERR_FAULT);
		assert_null(doc);
		assert_non_null(strstr(files_log(w->files), "/bad.xml "));
	}
}

static void
a_broken_document_is_named_with_its_line(void **state)
{
	struct world *w = *state;
	xmlDoc *doc;

	files_write(w->files, "bad.xml", "<a>\n<b>\n</a>\n");
	assert_int_equal(
	    xml_file(&w->arena, files_path(w->files, "bad.xml"), &doc),
	    ERR_FAULT);
	assert_non_null(strstr(files_log(w->files), "/bad.xml line=3 "));
}

static void
a_missing_document_is_a_fault(void **state)
{
	struct world *w = *state;
	xmlDoc *doc;

	assert_int_equal(
	    xml_file(&w->arena, files_path(w->files, "none.xml"), &doc),
	    ERR_FAULT);
	assert_non_null(strstr(files_log(w->files), "/none.xml errno=2"));
}

static void
texts_are_found_by_key_and_language(void **state)
{
	struct world *w = *state;
	struct catalogue *c = catalogue_of(w,
	    "<t key='b'><id>dua</id><en>two</en></t> <!-- x -->"
	    "<t key='c'><en q='1'><b>x</b></en></t>",
	    "<t key='a'>\n<id>satu\n  lagi</id>\n<en>one</en>\n</t>");

	assert_non_null(c);
	for (int settled = 0; settled < 2; settled++) {
		assert_string_equal(
		    catalogue_text(c, LANG_ID, "a"), "satu lagi");
		assert_string_equal(catalogue_text(c, LANG_EN, "a"), "one");
		assert_string_equal(catalogue_text(c, LANG_ID, "b"), "dua");
		assert_string_equal(catalogue_text(c, LANG_EN, "b"), "two");
		assert_true(catalogue_has(c, "a"));
		assert_false(catalogue_has(c, "c"));
		if (settled == 1)
			break;
		assert_null(catalogue_node(c, LANG_ID, "c"));
		assert_string_equal(
		    (const char *)catalogue_node(c, LANG_EN, "c")
			->children->name,
		    "b");
		catalogue_settle(c);
	}
	assert_null(catalogue_node(c, LANG_EN, "a"));
	assert_null(catalogue_node(c, LANG_EN, "c"));
}

static void
the_program_s_own_text_goes_first(void **state)
{
	struct world *w = *state;
	struct catalogue *c = catalogue_of(w,
	    "<t key='label.day'><id>Hari kerja</id><en>Working day</en></t>",
	    "<t key='label.day'><id>Hari</id><en>Day</en></t>"
	    "<t key='label.n'><id>Jumlah</id><en>Number</en></t>");

	assert_non_null(c);
	assert_string_equal(
	    catalogue_text(c, LANG_ID, "label.day"), "Hari kerja");
	assert_string_equal(
	    catalogue_text(c, LANG_EN, "label.day"), "Working day");
	assert_string_equal(catalogue_text(c, LANG_ID, "label.n"), "Jumlah");
	assert_string_equal(files_log(w->files), "");
}

static void
an_unknown_key_shows_itself_and_is_logged_once(void **state)
{
	struct world *w = *state;
	struct catalogue *c =
	    catalogue_of(w, "<t key='page'><en>Page</en></t>", "");

	assert_string_equal(catalogue_text(c, LANG_ID, "no.key"), "no.key");
	assert_non_null(strstr(files_log(w->files), "key=no.key"));
	assert_string_equal(catalogue_text(c, LANG_EN, "no.key"), "no.key");
	assert_string_equal(files_log(w->files), "");
	/* a text of a page is not a message */
	assert_string_equal(catalogue_text(c, LANG_EN, "page"), "page");
	assert_non_null(strstr(files_log(w->files), "key=page"));
}

static void
bad_catalogues_are_refused(void **state)
{
	static const struct {
		const char *texts, *log;
	} bad[] = {
	    {"<t key='a'><en>x</en></t>\n<t key='a'><en>y</en></t>",
		"why=twice what=a"},
	    {"<t><en>x</en></t>", "line=2 why=bad_key"},
	    {"<t key='A b'><en>x</en></t>", "why=bad_key what=A b"},
	    {"<u key='a'/>", "why=not_t"},
	    {"words", "why=not_t"},
	    {"<t key='a'><id>x</id></t>", "why=no_english what=a"},
	    {"<t key='a'>x</t>", "why=no_language what=a"},
	    {"<t key='a'><ms>x</ms></t>", "why=no_language what=a"},
	    {"<t key='a'><en>x</en>y</t>", "why=no_language what=a"},
	    {"<t key='a'><en>x</en><en>y</en></t>", "why=twice what=a"},
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		for (int shared = 0; shared < 2; shared++) {
			const char *log;

			assert_null(catalogue_of(w, shared ? "" : bad[i].texts,
			    shared ? bad[i].texts : ""));
			log = files_log(w->files);
			assert_non_null(strstr(log,
			    shared ? "text/shared.xml " : "text/own.xml "));
			assert_non_null(strstr(log, bad[i].log));
		}
}

static void
two_shared_files_do_not_say_the_same(void **state)
{
	static const char *const names[] = {"own", "shared", "more", NULL};
	struct world *w = *state;
	struct catalogue *c =
	    catalogue_of(w, "", "<t key='a'><id>x</id><en>x</en></t>");

	assert_non_null(c);
	files_write(w->files, "text/more.xml", TEXTS,
	    "<t key='a'><id>x</id><en>x</en></t>");
	assert_int_equal(
	    catalogue_load(&w->arena, files_dir(w->files), names, &c),
	    ERR_FAULT);
	assert_non_null(
	    strstr(files_log(w->files), "text/more.xml line=2 why=twice"));
	files_write(w->files, "text/more.xml", "<t/>");
	assert_int_equal(
	    catalogue_load(&w->arena, files_dir(w->files), names, &c),
	    ERR_FAULT);
	assert_non_null(strstr(files_log(w->files), "why=not_texts"));
}

static void
holes_are_filled_by_name(void **state)
{
	static const struct text_arg args[] = {{"n", "3"},
	    {"office", "<Jakarta>"}, {"nothing", NULL}, {NULL, NULL}};
	struct world *w = *state;
	struct catalogue *c = catalogue_of(w,
	    "<t key='k'><id>{n} di {office}{nothing}, {{n}} { n } {N} {</id>"
	    "<en>{n}</en></t>"
	    "<t key='u'><id>{n}{m}</id><en>{n}</en></t>"
	    "<t key='v'><id>{n</id><en>{n}</en></t>",
	    "");

	assert_string_equal(catalogue_fill(&w->arena, c, LANG_ID, "k", args),
	    "3 di <Jakarta>, {3} { n } {N} {");
	assert_string_equal(files_log(w->files), "");
	assert_string_equal(
	    catalogue_fill(&w->arena, c, LANG_ID, "u", args), "3{m}");
	assert_non_null(strstr(files_log(w->files), "key=u hole=m"));
	assert_string_equal(
	    catalogue_fill(&w->arena, c, LANG_ID, "v", args), "{n");
	assert_string_equal(
	    catalogue_fill(&w->arena, c, LANG_ID, "v", NULL), "{n");
}

static void
days_are_said_in_both_languages(void **state)
{
	struct world *w = *state;
	int32_t day = day_of(2017, 8, 7);

	assert_string_equal(
	    words_day(&w->arena, LANG_ID, day), "Senin, 7 Agustus 2017");
	assert_string_equal(
	    words_day(&w->arena, LANG_EN, day), "Monday, 7 August 2017");
	assert_string_equal(
	    words_date(&w->arena, LANG_ID, day_of(2026, 5, 31)), "31 Mei 2026");
	assert_string_equal(
	    words_date(&w->arena, LANG_EN, day_of(2026, 5, 31)), "31 May 2026");
	assert_string_equal(
	    words_short_day(&w->arena, LANG_ID, day_of(2026, 11, 27)),
	    "Jumat, 27 November");
	assert_string_equal(
	    words_short_day(&w->arena, LANG_EN, day_of(2026, 11, 29)),
	    "Sunday, 29 November");
	assert_string_equal(words_month(LANG_ID, 12), "Desember");
	assert_string_equal(words_month(LANG_ID, 13), "");
	assert_string_equal(words_weekday(LANG_ID, 7), "Minggu");
	assert_string_equal(words_weekday(LANG_EN, 0), "");
}

static void
times_have_a_point_and_name_their_zone(void **state)
{
	struct world *w = *state;
	int64_t t = day_instant(day_of(2026, 11, 27), 14 * 60, 420);

	assert_string_equal(words_time(&w->arena, 480), "08.00");
	assert_string_equal(words_time(&w->arena, 0), "00.00");
	assert_string_equal(words_period(&w->arena, 480, 600),
	    "08.00\xe2\x80\x93"
	    "10.00");
	assert_string_equal(words_period(&w->arena, 1380, 1440),
	    "23.00\xe2\x80\x93"
	    "24.00");
	assert_string_equal(words_instant(&w->arena, LANG_ID, t, 420, "WIB"),
	    "Jumat, 27 November 2026, pukul 14.00 WIB");
	assert_string_equal(words_instant(&w->arena, LANG_EN, t, 480, "WITA"),
	    "Friday, 27 November 2026, 15.00 WITA");
	assert_string_equal(
	    words_instant(&w->arena, LANG_ID, t + 8 * 3600, 540, "WIT"),
	    "Sabtu, 28 November 2026, pukul 00.00 WIT");
}

static void
spans_have_at_most_two_units(void **state)
{
	static const struct {
		int64_t seconds;
		const char *id, *en;
	} cases[] = {
	    {-5, "1 menit", "1 minute"},
	    {0, "1 menit", "1 minute"},
	    {119, "1 menit", "1 minute"},
	    {120, "2 menit", "2 minutes"},
	    {3599, "59 menit", "59 minutes"},
	    {3600, "1 jam", "1 hour"},
	    {3659, "1 jam", "1 hour"},
	    {7800, "2 jam 10 menit", "2 hours 10 minutes"},
	    {86399, "23 jam 59 menit", "23 hours 59 minutes"},
	    {86400, "1 hari", "1 day"},
	    {90000, "1 hari 1 jam", "1 day 1 hour"},
	    {86400 * 3 + 3599, "3 hari", "3 days"},
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_string_equal(
		    words_span(&w->arena, LANG_ID, cases[i].seconds),
		    cases[i].id);
		assert_string_equal(
		    words_span(&w->arena, LANG_EN, cases[i].seconds),
		    cases[i].en);
	}
}

static void
numbers_are_grouped_by_language(void **state)
{
	struct world *w = *state;

	assert_string_equal(words_number(&w->arena, LANG_ID, 1250), "1.250");
	assert_string_equal(words_number(&w->arena, LANG_EN, 1250), "1,250");
	assert_string_equal(words_number(&w->arena, LANG_ID, 0), "0");
	assert_string_equal(words_number(&w->arena, LANG_ID, 999), "999");
	assert_string_equal(
	    words_number(&w->arena, LANG_EN, -1234567), "-1,234,567");
	assert_string_equal(words_number(&w->arena, LANG_ID, INT64_MIN),
	    "-9.223.372.036.854.775.808");
	assert_string_equal(
	    words_money(&w->arena, LANG_ID, 350000), "Rp350.000");
	assert_string_equal(
	    words_money(&w->arena, LANG_EN, 350000), "Rp350,000");
	assert_string_equal(words_money(&w->arena, LANG_ID, -5000), "-Rp5.000");
}

#define WORLD(f) cmocka_unit_test_setup_teardown((f), world_begin, world_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(unknown_languages_are_indonesian),
	    WORLD(documents_are_read_and_squeezed),
	    WORLD(dangerous_documents_are_refused),
	    WORLD(a_broken_document_is_named_with_its_line),
	    WORLD(a_missing_document_is_a_fault),
	    WORLD(texts_are_found_by_key_and_language),
	    WORLD(an_unknown_key_shows_itself_and_is_logged_once),
	    WORLD(bad_catalogues_are_refused),
	    WORLD(the_program_s_own_text_goes_first),
	    WORLD(two_shared_files_do_not_say_the_same),
	    WORLD(holes_are_filled_by_name),
	    WORLD(days_are_said_in_both_languages),
	    WORLD(times_have_a_point_and_name_their_zone),
	    WORLD(spans_have_at_most_two_units),
	    WORLD(numbers_are_grouped_by_language),
	};

	xml_start();
	return RUN("text", tests);
}
