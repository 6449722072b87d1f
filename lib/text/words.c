/* words.c - days, hours and money as people read them. */
#include "text/words.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/day.h"

#define EN_DASH "\xe2\x80\x93"
#define CLOCK_SIZE 6 /* 08.00 and NUL */

static const char *const weekdays[LANG_COUNT][7] = {
    [LANG_ID] = {"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu",
	"Minggu"},
    [LANG_EN] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday", "Sunday"},
};

static const char *const months[LANG_COUNT][12] = {
    [LANG_ID] = {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
	"Agustus", "September", "Oktober", "November", "Desember"},
    [LANG_EN] = {"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"},
};

/* Units of a span, greatest first; Indonesian nouns have one form. */
static const struct unit {
	int64_t seconds;
	const char *one[LANG_COUNT];
	const char *many[LANG_COUNT];
} units[] = {
    {86400, {"hari", "day"}, {"hari", "days"}},
    {3600, {"jam", "hour"}, {"jam", "hours"}},
    {60, {"menit", "minute"}, {"menit", "minutes"}},
};

#define UNITS (sizeof(units) / sizeof(units[0]))

const char *
words_weekday(enum lang lang, int weekday)
{
	return weekday < 1 || weekday > 7 ? "" : weekdays[lang][weekday - 1];
}

const char *
words_month(enum lang lang, int month)
{
	return month < 1 || month > 12 ? "" : months[lang][month - 1];
}

char *
words_date(struct arena *a, enum lang lang, int32_t day)
{
	struct day_date d = day_date(day);

	return ARENA_JOIN(a, arena_number(a, d.mday), " ",
	    words_month(lang, d.month), " ", arena_number(a, d.year));
}

char *
words_day(struct arena *a, enum lang lang, int32_t day)
{
	return ARENA_JOIN(a, words_weekday(lang, day_weekday(day)), ", ",
	    words_date(a, lang, day));
}

char *
words_short_day(struct arena *a, enum lang lang, int32_t day)
{
	struct day_date d = day_date(day);

	return ARENA_JOIN(a, words_weekday(lang, day_weekday(day)), ", ",
	    arena_number(a, d.mday), " ", words_month(lang, d.month));
}

/* Writes MINUTE to OUT as "08.00" and a NUL. */
static char *
clock_put(int minute, char out[CLOCK_SIZE])
{
	int hour = minute / 60 % 100;

	out[0] = (char)('0' + hour / 10);
	out[1] = (char)('0' + hour % 10);
	out[2] = '.';
	out[3] = (char)('0' + minute % 60 / 10);
	out[4] = (char)('0' + minute % 10);
	out[5] = '\0';
	return out;
}

char *
words_time(struct arena *a, int minute)
{
	return clock_put(minute, arena_raw(a, CLOCK_SIZE));
}

char *
words_period(struct arena *a, int start, int end)
{
	char from[CLOCK_SIZE], to[CLOCK_SIZE];

	return ARENA_JOIN(
	    a, clock_put(start, from), EN_DASH, clock_put(end, to));
}

char *
words_instant(struct arena *a, enum lang lang, int64_t instant, int offset,
    const char *zone)
{
	char at[CLOCK_SIZE];

	return ARENA_JOIN(a, words_day(a, lang, day_local(instant, offset)),
	    lang == LANG_EN ? ", " : ", pukul ",
	    clock_put(day_minute(instant, offset), at), " ", zone);
}

static char *
unit_words(struct arena *a, enum lang lang, const struct unit *u, int64_t n)
{
	return arena_printf(
	    a, "%" PRId64 " %s", n, n == 1 ? u->one[lang] : u->many[lang]);
}

char *
words_span(struct arena *a, enum lang lang, int64_t seconds)
{
	const struct unit *u = units;
	int64_t rest;
	char *s;

	if (seconds < 60)
		seconds = 60;
	while (seconds < u->seconds)
		u++;
	s = unit_words(a, lang, u, seconds / u->seconds);
	rest = seconds % u->seconds;
	if (u == units + UNITS - 1 || rest < u[1].seconds)
		return s;
	return arena_printf(
	    a, "%s %s", s, unit_words(a, lang, u + 1, rest / u[1].seconds));
}

/* The number N: its sign, PREFIX, and its digits with the separator of LANG
 * every three digits. */
static char *
grouped(struct arena *a, enum lang lang, const char *prefix, int64_t n)
{
	uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
	char digits[32], *p = digits + sizeof(digits);
	int count = 0;

	*--p = '\0';
	do {
		if (count > 0 && count % 3 == 0)
			*--p = lang == LANG_EN ? ',' : '.';
		*--p = (char)('0' + u % 10);
		u /= 10;
		count++;
	} while (u > 0);
	return ARENA_JOIN(a, n < 0 ? "-" : "", prefix, p);
}

char *
words_number(struct arena *a, enum lang lang, int64_t n)
{
	return n >= 0 && n < 1000 ? arena_number(a, n)
	                          : grouped(a, lang, "", n);
}

char *
words_money(struct arena *a, enum lang lang, int64_t rupiah)
{
	return grouped(a, lang, "Rp", rupiah);
}
