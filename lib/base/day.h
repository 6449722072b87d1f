/* day.h - instants, days and minutes; the machine's time zone does not matter.
 *
 * An instant is int64_t seconds since 1970-01-01T00:00:00Z (Unix time).
 * A day is int32_t days since 1970-01-01 in the proleptic Gregorian
 * calendar; it belongs to a place, not to UTC.  A minute is 0..1439 of such a
 * day.  An offset is minutes east of UTC: Indonesia has 420 (WIB), 480
 * (WITA) and 540 (WIT) and no daylight saving (Keppres 41/1987).
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#define DAY_NONE INT32_MIN /* no day */

/* Offsets of the three zones.  A day begins first in the east (WIT) and last in
 * the west (WIB), whose clock is the national clock. */
#define DAY_WIB 420
#define DAY_WITA 480
#define DAY_WIT 540
#define DAY_FIRST_ZONE DAY_WIT

#define DAY_STAMP_SIZE 21 /* 2026-11-22T06:15:41Z and NUL */
#define DAY_ISO_SIZE 11   /* 2026-11-22 and NUL */

struct day_date {
	int year;  /* 1..9999 */
	int month; /* 1..12 */
	int mday;  /* 1..31 */
};

/* Returns the present instant.  In a build with --enable-test-clock the file
 * named by ANTREAN_CLOCK can shift and speed up this clock (day_clock() in
 * day.c). */
int64_t day_now(void);

/* Returns the nanoseconds of a monotonic clock (the "ticks"), which nobody can
 * set.  Their zero has no meaning: use them only to measure durations. */
int64_t day_ticks(void);

/* True at most once in SECONDS: limits how often a caller logs or retries
 * something.  *LAST is 0 at first; when the function returns true, it stores
 * the present ticks there. */
bool day_due(int64_t *last, int seconds);

/* day_of() returns the day of a date, or DAY_NONE if there is no such date;
 * day_date() returns the date of a day. */
int32_t day_of(int year, int month, int mday);
struct day_date day_date(int32_t day);

/* The weekday: 1 Monday .. 7 Sunday (ISO 8601). */
int day_weekday(int32_t day);

/* The day of INSTANT in the zone OFFSET. */
int32_t day_local(int64_t instant, int offset);

/* The day of INSTANT by the national clock (WIB).  Every earlier day is over in
 * all zones. */
int32_t day_national(int64_t instant);

/* The minute 0..1439 of INSTANT's local day; the instant at which a local
 * minute of DAY begins. */
int day_minute(int64_t instant, int offset);
int64_t day_instant(int32_t day, int minute, int offset);

/* The age in whole years, on DAY, of a person born on BIRTH.  A person born on
 * 29 February turns a year older on 1 March in years without that day. */
int day_age(int32_t birth, int32_t day);

/* Reads a date written 2026-11-22.  Returns false, with *DAY unchanged, for any
 * other form and for a date that does not exist. */
bool day_parse(const char *s, int32_t *day);

/* Write a day as 2026-11-22; an instant in UTC as 2026-11-22T06:15:41Z. */
void day_iso(int32_t day, char out[DAY_ISO_SIZE]);
void day_stamp(int64_t instant, char out[DAY_STAMP_SIZE]);

#endif
