/* reply_test.c - an answer larger than its limit is never sent in part. */
#include <string.h>

#include "unit.h"

#include "app/core/cx.h"
#include "pages.h"

static char large[REPLY_DOCUMENT_MAX + 1];

/* Sends a page of about 100 + N bytes with a limit of MAX. */
static enum err
send(struct pages *w, struct reply *r, size_t n, size_t max)
{
	struct app app = {0};
	struct cx cx = {.arena = &w->arena, .app = &app, .reply = r};
	char *text = arena_alloc(&w->arena, n + 1);
	struct view *v;

	assert_int_equal(pages_body(w, "<p q:text='x'>x</p>"), OK);
	app.pages = w->set;
	memset(text, 'x', n);
	text[n] = '\0';
	v = pages_view(w);
	view_text(v, "x", text);
	reply_begin(r, &w->arena);
	r->body.max = max;
	return cx_send(&cx, v, "p", 422);
}

static void
a_page_within_its_limit_is_sent(void **state)
{
	struct reply r;

	assert_int_equal(send(*state, &r, 1000, 2000), OK);
	assert_int_equal(r.status, 422);
	assert_non_null(strstr(r.body.data, "</html>"));
	assert_true(r.headers > 0);
}

static void
a_larger_page_is_a_fault_in_the_log(void **state)
{
	struct pages *w = *state;
	struct reply r;

	assert_int_equal(send(w, &r, 2000, 2000), ERR_FAULT);
	assert_int_equal(r.headers, 0);
	assert_non_null(
	    strstr(files_log(w->files), "event=reply page=p why=too-large"));
}

static void
a_document_within_its_limit_is_sent(void **state)
{
	struct pages *w = *state;
	struct reply r;

	reply_begin(&r, &w->arena);
	assert_int_equal(
	    reply_document(&r, "text/csv", "a.csv", large, REPLY_DOCUMENT_MAX),
	    OK);
	assert_int_equal(r.body.len, REPLY_DOCUMENT_MAX);
	assert_string_equal(r.type, "text/csv");
}

static void
a_larger_document_is_a_fault_in_the_log(void **state)
{
	struct pages *w = *state;
	struct reply r;

	reply_begin(&r, &w->arena);
	assert_int_equal(
	    reply_document(&r, "text/csv", "a.csv", large, sizeof(large)),
	    ERR_FAULT);
	assert_int_equal(r.body.len, 0);
	assert_int_equal(r.headers, 0);
	assert_non_null(strstr(files_log(w->files),
	    "event=reply document=text/csv why=too-large"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, pages_begin, pages_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_page_within_its_limit_is_sent),
	    TEST(a_larger_page_is_a_fault_in_the_log),
	    TEST(a_document_within_its_limit_is_sent),
	    TEST(a_larger_document_is_a_fault_in_the_log),
	};

	return RUN("reply", tests);
}
