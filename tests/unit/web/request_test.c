/* request_test.c - reads what a browser sends. */
#include <string.h>

#include "unit.h"

#include "base/crypt.h"
#include "web/request.h"

struct source {
	const char *text;
	bool open; /* the other end stays open: reading more would block */
};

/* Reads three bytes at a time, like a slow network. */
static ssize_t
source_read(void *in, char *out, size_t n)
{
	struct source *s = in;
	size_t len = strlen(s->text);

	assert_true(n > 0);
	assert_true(!s->open || n <= len);
	if (len > 3)
		len = 3;
	if (len > n)
		len = n;
	memcpy(out, s->text, len);
	s->text += len;
	return (ssize_t)len;
}

/* Reads TEXT as a body of at most 10 bytes with Content-Length LENGTH ("":
 * none). */
static enum err
body(struct arena *a, struct request *req, struct source *s, char *length)
{
	char *env[] = {length, NULL};

	request_begin(req, a, env);
	req->read = source_read;
	req->in = s;
	return request_body(req, 10);
}

static void
a_body_is_read_to_its_length_and_no_further(void **state)
{
	char said[] = "CONTENT_LENGTH=7", none[] = "CONTENT_LENGTH=0";
	struct source s = {"a=1&b=2", true}, empty = {"", true};
	struct request req;
	struct arena a;

	(void)state;
	arena_init(&a, 4096);
	assert_int_equal(body(&a, &req, &s, said), OK);
	assert_string_equal(req.body, "a=1&b=2");
	assert_int_equal(req.body_len, 7);
	assert_int_equal(body(&a, &req, &empty, none), OK);
	assert_string_equal(req.body, "");
	arena_free(&a);
}

static void
a_body_too_large_or_too_short_is_refused(void **state)
{
	char much[] = "CONTENT_LENGTH=11", said[] = "CONTENT_LENGTH=7",
	     unsaid[] = "CONTENT_LENGTH=";
	struct source large = {"0123456789a", false},
		      ten = {"0123456789", false}, shorter = {"a=1", false};
	struct request req;
	struct arena a;

	(void)state;
	arena_init(&a, 4096);
	assert_int_equal(body(&a, &req, &large, much), ERR_LARGE);
	assert_int_equal(body(&a, &req, &large, unsaid), ERR_LARGE);
	assert_int_equal(body(&a, &req, &shorter, said), ERR_INPUT);
	assert_int_equal(body(&a, &req, &ten, unsaid), OK);
	assert_string_equal(req.body, "0123456789");
	arena_free(&a);
}

static void
a_cookie_is_found_by_its_whole_name(void **state)
{
	char cookies[] = "HTTP_COOKIE=antrean-staff=s; x; antrean=a";
	char *env[] = {cookies, NULL};
	struct request req;
	struct arena a;

	(void)state;
	arena_init(&a, 4096);
	request_begin(&req, &a, env);
	assert_string_equal(request_cookie(&req, "antrean"), "a");
	assert_string_equal(request_cookie(&req, "antrean-staff"), "s");
	assert_null(request_cookie(&req, "staff"));
	assert_null(request_cookie(&req, "x"));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_body_is_read_to_its_length_and_no_further),
	    cmocka_unit_test(a_body_too_large_or_too_short_is_refused),
	    cmocka_unit_test(a_cookie_is_found_by_its_whole_name),
	};

	return crypt_start() == OK ? RUN("request", tests) : 1;
}
