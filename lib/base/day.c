/* day.c - instants, days and minutes. */
#include "config.h"

#include "base/day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#ifdef ENABLE_TEST_CLOCK
/* The test clock: returns the instant that the programs of a test see when the
 * machine's clock is at REAL.  ANTREAN_CLOCK names a file "OFFSET RATE BASE".
 * All programs of a test read this file, and read it again when it has changed.
 * The instant is BASE + OFFSET + (REAL - BASE) * RATE: a test can shift time by
 * OFFSET seconds and let it run RATE times as fast from the real instant BASE
 * on.  Without BASE, RATE has no effect. */
static int64_t
day_clock(int64_t real)
{
	static struct {
		const char *path;
		struct timespec mtime;
		long long offset, rate, base;
		bool asked;
	} clock = {.rate = 1};
	struct stat st;
	FILE *f;

	if (!clock.asked) {
		clock.asked = true;
		clock.path = getenv("ANTREAN_CLOCK");
	}
	if (clock.path == NULL || stat(clock.path, &st) != 0)
		return real;
	if (st.st_mtim.tv_sec != clock.mtime.tv_sec ||
	    st.st_mtim.tv_nsec != clock.mtime.tv_nsec) {
		long long offset, rate = 1, base = 0;

		f = fopen(clock.path, "re");
		if (f == NULL)
			return real;
		if (fscanf(f, "%lld %lld %lld", &offset, &rate, &base) >= 1) {
			clock.offset = offset;
			clock.rate = rate;
			clock.base = base;
			clock.mtime = st.st_mtim;
		}
		fclose(f);
	}
	if (clock.base == 0)
		return real + clock.offset;
	return clock.base + clock.offset + (real - clock.base) * clock.rate;
}
#else
static int64_t
day_clock(int64_t real)
{
	return real;
}
#endif

int64_t
day_now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	return day_clock(ts.tv_sec);
}

int64_t
day_ticks(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000000000 + ts.tv_nsec;
}

bool
day_due(int64_t *last, int seconds)
{
	int64_t now = day_ticks();

	if (*last != 0 && now - *last < (int64_t)seconds * 1000000000)
		return false;
	*last = now;
	return true;
}

/* The day of a date.  The calendar repeats every 400 years (an era).  Years are
 * counted from 1 March, so that a leap day is the last day of its year. */
static int32_t
day_count(int year, int month, int mday)
{
	int y = month <= 2 ? year - 1 : year;
	int era = y / 400;
	int yoe = y - era * 400;
	int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + mday - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct day_date
day_date(int32_t day)
{
	int32_t z = day + 719468;
	int32_t era = (z >= 0 ? z : z - 146096) / 146097;
	int32_t doe = z - era * 146097;
	int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int32_t mp = (5 * doy + 2) / 153;
	struct day_date d;

	d.mday = doy - (153 * mp + 2) / 5 + 1;
	d.month = mp < 10 ? mp + 3 : mp - 9;
	d.year = yoe + era * 400 + (d.month <= 2);
	return d;
}

int32_t
day_of(int year, int month, int mday)
{
	struct day_date d;
	int32_t day;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || mday < 1 ||
	    mday > 31)
		return DAY_NONE;
	day = day_count(year, month, mday);
	d = day_date(day);
	return d.month == month && d.mday == mday ? day : DAY_NONE;
}

int
day_weekday(int32_t day)
{
	int w = (int)((day + 3) % 7); /* 1970-01-01 was a Thursday */

	return (w < 0 ? w + 7 : w) + 1;
}

static int64_t
floor_div(int64_t a, int64_t b)
{
	int64_t q = a / b;

	return a % b < 0 ? q - 1 : q;
}

int32_t
day_local(int64_t instant, int offset)
{
	return (int32_t)floor_div(instant + (int64_t)offset * 60, 86400);
}

int32_t
day_national(int64_t instant)
{
	return day_local(instant, DAY_WIB);
}

int
day_minute(int64_t instant, int offset)
{
	int64_t local = instant + (int64_t)offset * 60;

	return (int)((local - floor_div(local, 86400) * 86400) / 60);
}

int64_t
day_instant(int32_t day, int minute, int offset)
{
	return (int64_t)day * 86400 + ((int64_t)minute - offset) * 60;
}

int
day_age(int32_t birth, int32_t day)
{
	struct day_date b = day_date(birth), d = day_date(day);

	return d.year - b.year -
	       (d.month < b.month || (d.month == b.month && d.mday < b.mday));
}

bool
day_parse(const char *s, int32_t *day)
{
	int v[3] = {0, 0, 0}, part = 0;
	int32_t found;

	if (strlen(s) != 10)
		return false;
	for (int i = 0; i < 10; i++) {
		if (i == 4 || i == 7) {
			if (s[i] != '-')
				return false;
			part++;
		} else if (s[i] < '0' || s[i] > '9') {
			return false;
		} else {
			v[part] = v[part] * 10 + (s[i] - '0');
		}
	}
	found = day_of(v[0], v[1], v[2]);
	if (found == DAY_NONE)
		return false;
	*day = found;
	return true;
}

/* Writes the last WIDTH digits of N. */
static char *
digits_put(char *p, unsigned n, int width)
{
	for (int i = width; i-- > 0; n /= 10)
		p[i] = (char)('0' + n % 10);
	return p + width;
}

void
day_iso(int32_t day, char out[DAY_ISO_SIZE])
{
	struct day_date d = day_date(day);
	char *p = digits_put(out, (unsigned)d.year, 4);

	*p++ = '-';
	p = digits_put(p, (unsigned)d.month, 2);
	*p++ = '-';
	p = digits_put(p, (unsigned)d.mday, 2);
	*p = '\0';
}

void
day_stamp(int64_t instant, char out[DAY_STAMP_SIZE])
{
	int32_t day = day_local(instant, 0);
	unsigned s = (unsigned)(instant - day_instant(day, 0, 0));
	char *p = out + DAY_ISO_SIZE - 1;

	day_iso(day, out);
	*p++ = 'T';
	p = digits_put(p, s / 3600, 2);
	*p++ = ':';
	p = digits_put(p, s / 60 % 60, 2);
	*p++ = ':';
	p = digits_put(p, s % 60, 2);
	*p++ = 'Z';
	*p = '\0';
}
