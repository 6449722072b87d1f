/* base_test.c - arena, buf, day, bytes, utf8 and conf. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/conf.h"
#include "base/crypt.h"
#include "base/day.h"
#include "base/utf8.h"

static void
count_up(void *p)
{
	int *n = p;

	*n = *n * 10 + 1;
}

static void
count_two(void *p)
{
	int *n = p;

	*n = *n * 10 + 2;
}

static void
arena_runs_cleanups_last_first(void **state)
{
	struct arena a;
	int n = 0;

	(void)state;
	arena_init(&a, 64);
	arena_defer(&a, count_up, &n);
	arena_defer(&a, count_two, &n);
	arena_reset(&a);
	assert_int_equal(n, 21);
	arena_free(&a);
	assert_int_equal(n, 21);
}

static void
arena_grows_and_zeroes(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a, 64);
	for (size_t n = 1; n < 5000; n += 37) {
		unsigned char *p = arena_alloc(&a, n);

		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xa5, n);
	}
	arena_reset(&a);
	assert_string_equal(arena_printf(&a, "%d-%s", 7, "x"), "7-x");
	arena_free(&a);
}

static void
arena_joins_and_counts_in_digits(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a, 32);
	for (int i = 0; i < 40; i++) {
		assert_string_equal(ARENA_JOIN(&a, "a", "", "-", "b"), "a-b");
		assert_string_equal(
		    arena_number(&a, i - 20), arena_printf(&a, "%d", i - 20));
		/* both in the space the block has left and in a new block */
		assert_int_equal(
		    strlen(arena_printf(&a, "%*s", i, "")), (size_t)i);
	}
	assert_string_equal(arena_number(&a, 0), "0");
	assert_string_equal(
	    arena_number(&a, INT64_MIN), "-9223372036854775808");
	assert_string_equal(arena_number(&a, INT64_MAX), "9223372036854775807");
	arena_free(&a);
}

static void
buf_prints_up_to_its_last_byte_and_no_further(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a, 64);
	for (int n = 0; n < 70; n++) {
		struct buf b;

		buf_init(&b, &a, 16, 50);
		buf_puts(&b, "12345");
		buf_printf(&b, "%*s", n, "");
		assert_int_equal(b.full, n > 45);
		assert_int_equal(b.len, n > 45 ? 5 : 5 + n);
		assert_int_equal(strlen(b.data), b.len);
	}
	arena_free(&a);
}

static void
buf_drops_what_does_not_fit(void **state)
{
	struct arena a;
	struct buf b;

	(void)state;
	arena_init(&a, 64);
	buf_init(&b, &a, 4, 40);
	for (int i = 0; i < 4; i++)
		buf_puts(&b, "0123456789");
	assert_int_equal(b.len, 40);
	assert_false(b.full);
	buf_putc(&b, 'x');
	assert_true(b.full);
	assert_int_equal(b.len, 40);
	buf_clear(&b);
	buf_printf(&b, "%05d", 42);
	assert_string_equal(b.data, "00042");
	arena_free(&a);
}

static void
days_exist_or_not(void **state)
{
	(void)state;
	assert_int_equal(day_of(1970, 1, 1), 0);
	assert_int_equal(day_of(2000, 2, 29), 11016);
	assert_int_equal(day_of(1900, 2, 29), DAY_NONE);
	assert_int_equal(day_of(2026, 2, 30), DAY_NONE);
	assert_int_equal(day_of(2026, 13, 1), DAY_NONE);
	assert_int_equal(day_of(2026, 0, 1), DAY_NONE);
	for (int32_t d = day_of(1890, 1, 1); d < day_of(2110, 1, 1); d++) {
		struct day_date x = day_date(d);

		assert_int_equal(day_of(x.year, x.month, x.mday), d);
	}
}

static void
days_have_weekdays_and_ages(void **state)
{
	(void)state;
	assert_int_equal(day_weekday(day_of(2026, 11, 22)), 7);
	assert_int_equal(day_weekday(day_of(2017, 8, 7)), 1);
	assert_int_equal(day_weekday(day_of(1969, 12, 31)), 3);
	assert_int_equal(
	    day_age(day_of(2009, 12, 1), day_of(2026, 11, 30)), 16);
	assert_int_equal(day_age(day_of(2009, 12, 1), day_of(2026, 12, 1)), 17);
	assert_int_equal(day_age(day_of(2008, 2, 29), day_of(2025, 2, 28)), 16);
}

static void
local_time_follows_the_offset(void **state)
{
	int64_t t = day_instant(day_of(2026, 11, 27), 14 * 60, 540);

	(void)state;
	assert_int_equal(t, day_instant(day_of(2026, 11, 27), 12 * 60, 420));
	assert_int_equal(day_minute(t, 420), 12 * 60);
	assert_int_equal(
	    day_local(day_instant(day_of(2026, 1, 1), 30, 480), 480),
	    day_of(2026, 1, 1));
	assert_int_equal(day_local(day_instant(day_of(2026, 1, 1), 30, 480), 0),
	    day_of(2025, 12, 31));
	assert_int_equal(day_local(-1, 0), -1);
	assert_int_equal(day_minute(-1, 0), 1439);
}

static void
iso_days_are_read_strictly(void **state)
{
	static const char *const bad[] = {"", "2026-1-01", "2026-02-30",
	    "2026-01-01 ", "2026/01/01", "20260101", "+026-01-01"};
	int32_t d = 5;
	char iso[DAY_ISO_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(day_parse(bad[i], &d));
	assert_int_equal(d, 5);
	assert_true(day_parse("2026-11-22", &d));
	day_iso(d, iso);
	assert_string_equal(iso, "2026-11-22");
}

static void
bytes_survive_text(void **state)
{
	unsigned char in[64], out[64];
	char text[BYTES_B32_SIZE(64)];

	(void)state;
	for (size_t n = 0; n <= sizeof(in); n++) {
		crypt_random(in, n);
		bytes_b64url(in, n, text);
		assert_int_equal(strlen(text), BYTES_B64URL_SIZE(n) - 1);
		assert_true(bytes_b64url_read(text, out, n));
		assert_memory_equal(in, out, n);
		bytes_b32(in, n, text);
		assert_int_equal(strlen(text), BYTES_B32_SIZE(n) - 1);
		assert_true(bytes_b32_read(text, out, n));
		assert_memory_equal(in, out, n);
	}
}

/* RFC 4648: the two alphabets differ in the last two symbols. */
static void
base64_has_the_alphabet_of_its_use(void **state)
{
	static const unsigned char bytes[] = {0xfb, 0xff, 0xbf, 0xfe};
	char text[BYTES_B64_SIZE(4)];

	(void)state;
	bytes_b64url(bytes, 4, text);
	assert_string_equal(text, "-_-__g");
	bytes_b64(bytes, 4, text);
	assert_string_equal(text, "+/+//g==");
	bytes_b64(bytes, 3, text);
	assert_string_equal(text, "+/+/");
	bytes_b64(bytes, 0, text);
	assert_string_equal(text, "");
}

/* All texts of one byte, and of two and three bytes close to one value. */
static void
one_text_stands_for_one_value(void **state)
{
	static const char all[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqr"
				  "stuvwxyz0123456789-_+/=*";
	unsigned char out[3], bytes[3] = {0x12, 0x34, 0x56};
	char right[BYTES_B64_SIZE(3)], text[BYTES_B64_SIZE(3)];

	(void)state;
	for (size_t n = 1; n <= 3; n++) {
		bytes_b64url(bytes, n, right);
		for (size_t i = 0; i < sizeof(all) - 1; i++) {
			size_t last = strlen(right) - 1;

			memcpy(text, right, sizeof(text));
			text[last] = all[i];
			if (!bytes_b64url_read(text, out, n))
				continue;
			/* a different text must mean a different value */
			assert_int_equal(memcmp(out, bytes, n) == 0,
			    strcmp(text, right) == 0);
		}
	}
	assert_true(bytes_b64url_read("AA", out, 1));
	/* the unused bits at the end are not zero */
	assert_false(bytes_b64url_read("AB", out, 1));
	assert_false(bytes_b64url_read("AAB", out, 2));
	/* libsodium alone would accept these bytes as letters */
	assert_false(bytes_b64url_read("7K3M8QX\x98\x98\x98\x98\x98\x98\x98"
				       "AX",
	    out, 12));
	assert_false(bytes_b64url_read("AA==", out, 1));
	assert_false(bytes_b64url_read("AAA=", out, 2));
	assert_false(bytes_b64url_read("A*", out, 1));
	assert_false(bytes_b64url_read("+/A", out, 2));
	assert_false(bytes_b64url_read(" AA", out, 1));
	assert_false(bytes_b64url_read("AA\n", out, 1));
	assert_false(bytes_b64url_read("AAAA", out, 2));
	assert_false(bytes_b64url_read("AA", out, 2));
	assert_false(bytes_b64url_read("A", out, 0));
	assert_true(bytes_b32_read("04", out, 1));
	assert_false(bytes_b32_read("01", out, 1));
}

static void
text_is_judged_and_folded(void **state)
{
	char out[64];

	(void)state;
	assert_true(utf8_valid("\xc3\x89lise \xf0\x9f\x98\x80", 11));
	assert_false(utf8_valid("\xc0\xaf", 2));
	assert_false(utf8_valid("\xed\xa0\x80", 3));
	assert_false(utf8_valid("\xf5\x80\x80\x80", 4));
	assert_false(utf8_valid("ab\xc3", 3));
	assert_true(utf8_has_control("a\nb", 3, ""));
	assert_false(utf8_has_control("a\nb", 3, "\n"));
	assert_true(utf8_has_control("a\xc2\x85z", 4, "\n"));
	assert_true(utf8_plain("") && utf8_plain("!Az09-_~"));
	assert_false(utf8_plain("a b") || utf8_plain("a\t"));
	assert_false(utf8_plain("\x7f") || utf8_plain("\xc3\x89"));
	assert_int_equal(utf8_count("\xc3\x89lise"), 5);
	utf8_squeeze("  Siti \t\xc2\xa0 Aminah ", out, sizeof(out));
	assert_string_equal(out, "Siti Aminah");
	utf8_fold(" \xc3\x89LISE \xc5\x81 \xef\xbc\x91", out, sizeof(out));
	assert_string_equal(out, "\xc3\xa9lise \xc5\x82 1");
	assert_int_equal(utf8_squeeze("\xc3\x89\xc3\x89", out, 4), 2);
	assert_string_equal(out, "\xc3\x89");
}

static void
settings_are_read_and_refused(void **state)
{
	static const struct {
		const char *text;
		enum err e;
	} cases[] = {
	    {"base_url = https://antrean.example/p\n# x\n\nretire_requests=5",
		OK},
	    {"no_such = 1\n", ERR_FAULT},
	    {"base_url = antrean.example\n", ERR_FAULT},
	    {"base_url = http://x/\n", ERR_FAULT},
	    {"retire_requests = -1\n", ERR_FAULT},
	    {"check_views = maybe\n", ERR_FAULT},
	    {"novalue\n", ERR_FAULT},
	    {"base_url = http:///p\n", ERR_FAULT},
	    {"base_url = http://:80/p\n", ERR_FAULT},
	    {"base_url = http://x y\n", ERR_FAULT},
	    {"base_url = http://x\x06\n", ERR_FAULT},
	    {"base_url = http://x\x7f/p\n", ERR_FAULT},
	};
	struct conf c;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char path[] = "/tmp/antrean-conf.XXXXXX";
		int fd = mkstemp(path);
		FILE *f = fdopen(fd, "w");

		assert_non_null(f);
		fputs(cases[i].text, f);
		fclose(f);
		assert_int_equal(conf_load(&c, path), cases[i].e);
		unlink(path);
		if (i == 0) {
			assert_true(c.secure);
			assert_string_equal(
			    c.base_origin, "https://antrean.example");
			assert_int_equal(c.retire_requests, 5);
		}
		conf_free(&c);
		assert_null(c.base_url);
	}
}

static void
a_setting_is_not_read_from_within_a_long_line(void **state)
{
	char path[] = "/tmp/antrean-conf.XXXXXX";
	FILE *f = fdopen(mkstemp(path), "w");
	struct conf c;

	(void)state;
	assert_non_null(f);
	fprintf(f, "# %04093d%s\n", 0, "db_name = other");
	fclose(f);
	assert_int_equal(conf_load(&c, path), ERR_FAULT);
	conf_free(&c);
	f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "# %04092d\ndb_name = %04084d", 0, 7);
	fclose(f);
	assert_int_equal(conf_load(&c, path), OK);
	unlink(path);
	assert_int_equal(strlen(c.db_name), 4084);
	conf_free(&c);
}

static void
the_origin_is_what_browsers_say(void **state)
{
	static const struct {
		const char *url, *origin;
	} cases[] = {
	    {"https://antrean.example/p", "https://antrean.example"},
	    {"https://Antrean.Example:443/P", "https://antrean.example"},
	    {"http://antrean.example:80", "http://antrean.example"},
	    {"https://antrean.example:80", "https://antrean.example:80"},
	    {"http://antrean.example:8080/p", "http://antrean.example:8080"},
	    {"http://[::1]:80/p", "http://[::1]"},
	    {"http://[fe80::80]/p", "http://[fe80::80]"},
	};
	struct conf c;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char path[] = "/tmp/antrean-conf.XXXXXX";
		FILE *f = fdopen(mkstemp(path), "w");

		assert_non_null(f);
		fprintf(f, "base_url = %s\n", cases[i].url);
		fclose(f);
		assert_int_equal(conf_load(&c, path), OK);
		unlink(path);
		assert_string_equal(c.base_origin, cases[i].origin);
		conf_free(&c);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(arena_runs_cleanups_last_first),
	    cmocka_unit_test(arena_grows_and_zeroes),
	    cmocka_unit_test(arena_joins_and_counts_in_digits),
	    cmocka_unit_test(buf_prints_up_to_its_last_byte_and_no_further),
	    cmocka_unit_test(buf_drops_what_does_not_fit),
	    cmocka_unit_test(days_exist_or_not),
	    cmocka_unit_test(days_have_weekdays_and_ages),
	    cmocka_unit_test(local_time_follows_the_offset),
	    cmocka_unit_test(iso_days_are_read_strictly),
	    cmocka_unit_test(bytes_survive_text),
	    cmocka_unit_test(base64_has_the_alphabet_of_its_use),
	    cmocka_unit_test(one_text_stands_for_one_value),
	    cmocka_unit_test(text_is_judged_and_folded),
	    cmocka_unit_test(settings_are_read_and_refused),
	    cmocka_unit_test(a_setting_is_not_read_from_within_a_long_line),
	    cmocka_unit_test(the_origin_is_what_browsers_say),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("base", tests);
}
