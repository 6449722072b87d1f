/* field_kind.c - judging one value by its kind. */
#include "web/form/field_kind.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/day.h"
#include "base/utf8.h"

#define OLDEST 1900 /* earliest year of a living person's birth */
#define DIGITS_MAX                                                             \
	31         /* most digits typed for one number, leading zeros too      \
	            */
#define TIME_MAX 5 /* "08:00" */

static const char DIGITS[] = "0123456789";

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static void
fail(struct field_value *v, const char *key, int64_t n)
{
	v->error = key;
	v->limit = n;
}

/* True if S is not empty and has only bytes of SET. */
static bool
only(const char *s, const char *set)
{
	return *s != '\0' && s[strspn(s, set)] == '\0';
}

static bool
small(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* True if S has only small letters, digits and dashes. */
static bool
is_word(const char *s)
{
	while (small(*s))
		s++;
	return *s == '\0';
}

static bool
is_token(const char *s)
{
	while (small(*s) || (*s >= 'A' && *s <= 'Z') || *s == '_')
		s++;
	return *s == '\0';
}

/* Reads a decimal number, also in full-width digits.  False if S is no number
 * or does not fit. */
static bool
number(const char *s, int64_t *out)
{
	char folded[4 * DIGITS_MAX + 1], *end;

	if (utf8_count(s) >
	    DIGITS_MAX) /* a longer text must not be truncated silently */
		return false;
	utf8_fold(s, folded, sizeof(folded));
	if (!only(folded, DIGITS))
		return false;
	errno = 0;
	*out = strtoll(folded, &end, 10);
	return errno == 0;
}

/* True if S is NULL or only blanks. */
static bool
empty(const char *s)
{
	char first[8];

	return s == NULL || utf8_squeeze(s, first, sizeof(first)) == 0;
}

/* True if the number is in its normal form: "7", not "07" or full-width. */
static bool
is_plain_number(const char *s)
{
	return only(s, DIGITS) && (*s != '0' || s[1] == '\0');
}

static void
judge_number(struct arena *a, const struct field *spec, struct field_value *v)
{
	int64_t n;

	if (!number(v->text, &n) ||
	    (spec->kind == FIELD_INT && (n < spec->low || n > spec->high)) ||
	    (spec->kind == FIELD_ID && n < 1))
		fail(v,
		    spec->kind == FIELD_ID ? "field.choice" : "field.number",
		    spec->high);
	else
		v->number = n;
	if (v->error == NULL && !is_plain_number(v->text))
		v->text = arena_printf(a, "%" PRId64, n);
}

static void
judge_email(struct arena *a, struct field_value *v)
{
	const char *at = strchr(v->text, '@'), *dot;
	size_t len = strlen(v->text);

	dot = at == NULL ? NULL : strrchr(at, '.');
	if (at == NULL || at == v->text || strchr(at + 1, '@') != NULL ||
	    strpbrk(v->text, " ,;<>()\"\\") != NULL || dot == NULL ||
	    dot == at + 1 || dot[1] == '\0' || len > 254 ||
	    strstr(at, "..") != NULL)
		fail(v, "field.email", 0);
	else
		v->text = arena_strdup(a, v->text);
}

static void
judge_phone(struct arena *a, struct field_value *v)
{
	char folded[64], *out = arena_alloc(a, 24), *p = out;
	size_t digits = 0;

	utf8_fold(v->text, folded, sizeof(folded));
	for (const char *s = folded; *s != '\0'; s++) {
		if (*s >= '0' && *s <= '9' && digits < 16) {
			*p++ = *s;
			digits++;
		} else if (*s == '+' && s == folded) {
			*p++ = *s;
		} else if (strchr(" -().", *s) == NULL) {
			digits = 0;
			break;
		}
	}
	*p = '\0';
	if (digits < 8 || digits > 15)
		fail(v, "field.phone", 0);
	else
		v->text = out;
}

static void
judge_login(struct arena *a, struct field_value *v)
{
	size_t size = strlen(v->text) + 1;
	char *out = arena_alloc(a, size);

	utf8_fold(v->text, out, size);
	if (only(out, "abcdefghijklmnopqrstuvwxyz0123456789.-_"))
		v->text = out;
	else
		fail(v, "field.login", 0);
}

int32_t
field_first(const struct fields *f, const struct field *spec)
{
	return day_national(f->now) + spec->low;
}

int32_t
field_last(const struct fields *f, const struct field *spec)
{
	return day_local(f->now, DAY_FIRST_ZONE) + spec->high;
}

static bool
is_bounded(const struct field *spec)
{
	return spec->low != 0 || spec->high != 0;
}

static void
judge_date(
    const struct fields *f, const struct field *spec, struct field_value *v)
{
	int64_t d, m, y;
	int32_t day;

	if (empty(v->day))
		fail(v, "field.date.day", 0);
	else if (empty(v->month))
		fail(v, "field.date.month", 0);
	else if (empty(v->year))
		fail(v, "field.date.year", 0);
	if (v->error != NULL)
		return;
	if (!number(v->day, &d) || !number(v->month, &m) ||
	    !number(v->year, &y) || d > 31 || m > 12 || y > 9999) {
		fail(v, "field.date.number", 0);
		return;
	}
	if (y < 100) {
		fail(v, "field.date.four", 0);
		return;
	}
	day = day_of((int)y, (int)m, (int)d);
	if (day == DAY_NONE)
		fail(v, "field.date.none", 0);
	else if (is_bounded(spec) &&
		 (day < field_first(f, spec) || day > field_last(f, spec)))
		fail(v, "field.date.bounds", 0);
	else if (!is_bounded(spec) &&
		 (y < OLDEST || day > day_local(f->now, DAY_FIRST_ZONE)))
		fail(v, "field.date.range", OLDEST);
	else
		v->number = day;
}

/* Reads "8:00", "08.00" or "0800", up to 24:00; false if S is no time of day.
 */
static bool
minute_read(const char *s, int64_t *out)
{
	size_t n = strspn(s, DIGITS);
	const char *minute = s + n;
	int hour = 0, m;

	if (*minute == ':' || *minute == '.') {
		minute++;
	} else if (n > 2) {
		n -= 2;
		minute = s + n;
	}
	if (n < 1 || n > 2 || strlen(minute) != 2 || !only(minute, DIGITS))
		return false;
	for (size_t i = 0; i < n; i++)
		hour = hour * 10 + (s[i] - '0');
	m = (minute[0] - '0') * 10 + (minute[1] - '0');
	*out = hour * 60 + m;
	return m < 60 && *out <= 24 * 60;
}

static void
judge_minute(struct arena *a, struct field_value *v)
{
	char folded[4 * TIME_MAX + 1];
	int64_t n;

	if (utf8_count(v->text) <= TIME_MAX) {
		utf8_fold(v->text, folded, sizeof(folded));
		if (minute_read(folded, &n)) {
			v->text = arena_printf(
			    a, "%02d:%02d", (int)n / 60, (int)n % 60);
			v->number = n;
			return;
		}
	}
	fail(v, "field.minute", 0);
}

static void
judge_choice(const struct field *spec, struct field_value *v)
{
	for (int i = 0; spec->choice[i] != NULL; i++)
		if (strcmp(spec->choice[i], v->text) == 0) {
			v->number = i;
			return;
		}
	fail(v, "field.choice", 0);
}

static void
judge_day(struct field_value *v)
{
	int32_t day;

	if (day_parse(v->text, &day))
		v->number = day;
	else
		fail(v, "field.day", 0);
}

static void
judge_code(struct arena *a, const struct field *spec, struct field_value *v)
{
	size_t symbols = (size_t)spec->low;
	char *code = arena_alloc(a, symbols + 1);

	if (bytes_b32_typed(v->text, symbols, code))
		v->text = code;
	else
		fail(v, "field.code", 0);
}

static bool
came(const struct field *spec, const struct field_value *v)
{
	if (spec->kind == FIELD_DATE)
		return !empty(v->day) || !empty(v->month) || !empty(v->year);
	return v->typed != NULL && *v->typed != '\0';
}

/* Copies S without blanks at the ends of lines and without empty lines at the
 * begin and the end; returns the length. */
static size_t
trim_lines(const char *s, char *out)
{
	char *p = out;

	for (; *s != '\0'; s++) {
		while (*s == '\n' && p > out && is_blank(p[-1]))
			p--;
		if (*s != '\n' || p > out)
			*p++ = *s;
	}
	while (p > out && (is_blank(p[-1]) || p[-1] == '\n'))
		p--;
	*p = '\0';
	return (size_t)(p - out);
}

/* True if the kind's `high` says how long a text may be. */
static bool
has_length(enum field_kind kind)
{
	return kind != FIELD_INT && kind != FIELD_DATE;
}

/* Squeezes the typed text; false if it is empty or longer than allowed. */
static bool
squeeze(struct arena *a, const struct field *spec, struct field_value *v)
{
	size_t n = strlen(v->typed);
	char *text;

	if (spec->kind == FIELD_SECRET || utf8_plain(v->typed)) {
		v->text = v->typed;
	} else {
		text = arena_alloc(a, n + 1);
		n = spec->kind == FIELD_TEXT
		        ? trim_lines(v->typed, text)
		        : utf8_squeeze(v->typed, text, n + 1);
		v->text = text;
	}
	if (has_length(spec->kind) && spec->high > 0 &&
	    n > (size_t)spec->high) {
		fail(v, "field.long", spec->high);
		return false;
	}
	return n > 0;
}

void
field_judge(
    const struct fields *f, const struct field *spec, struct field_value *v)
{
	struct arena *a = f->arena;

	v->given = came(spec, v);
	if (v->given && spec->kind != FIELD_DATE)
		v->given = squeeze(a, spec, v) || v->error != NULL;
	if (!v->given || v->error != NULL)
		return;
	switch (spec->kind) {
	case FIELD_LINE:
	case FIELD_TEXT:
	case FIELD_CHECK:
		break;
	case FIELD_CHOICE:
		judge_choice(spec, v);
		break;
	case FIELD_MINUTE:
		judge_minute(a, v);
		break;
	case FIELD_SECRET:
		if (utf8_count(v->text) < (size_t)spec->low)
			fail(v, "field.short", spec->low);
		break;
	case FIELD_WORD:
		if (!is_word(v->text))
			fail(v, "field.choice", 0);
		break;
	case FIELD_TOKEN:
		if (!is_token(v->text))
			fail(v, "field.choice", 0);
		break;
	case FIELD_LOGIN:
		judge_login(a, v);
		break;
	case FIELD_INT:
	case FIELD_ID:
		judge_number(a, spec, v);
		break;
	case FIELD_DATE:
		judge_date(f, spec, v);
		break;
	case FIELD_DAY:
		judge_day(v);
		break;
	case FIELD_CODE:
		judge_code(a, spec, v);
		break;
	case FIELD_EMAIL:
		judge_email(a, v);
		break;
	case FIELD_PHONE:
		judge_phone(a, v);
		break;
	}
}
