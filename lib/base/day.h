/* day.h - instants, days and minutes, without time zones of the machine.
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

#define DAY_NONE INT32_MIN

/* Offsets of the three zones: the national clock is that of the west, where a
 * day begins last; it begins first in the east. */
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

/* The present instant.  A build with --enable-test-clock adds what the file
 * named by ANTREAN_CLOCK says ("OFFSET-SECONDS RATE BASE", see day_clock in
 * day.c); the file is read anew when it changes. */
int64_t day_now(void);

/* Nanoseconds of a clock that never jumps; for measuring only. */
int64_t day_ticks(void);

/* True at most once in SECONDS: limits how often a caller logs or retries
 * something. *LAST is the time of the last true answer (ticks; 0: never yet).
 */
bool day_due(int64_t *last, int seconds);

/* The day of a date, DAY_NONE if there is no such date. */
int32_t day_of(int year, int month, int mday);
struct day_date day_date(int32_t day);

/* 1 Monday .. 7 Sunday (ISO 8601). */
int day_weekday(int32_t day);

/* The local day and minute of an instant, and back. */
int32_t day_local(int64_t instant, int offset);

/* The day of the national clock: what is over by it is over everywhere. */
int32_t day_national(int64_t instant);

int day_minute(int64_t instant, int offset);
int64_t day_instant(int32_t day, int minute, int offset);

/* Whole years from BIRTH to DAY.  In other years a person born on 29 February
 * gets older on 1 March. */
int day_age(int32_t birth, int32_t day);

/* Reads a date written 2026-11-22; false for any other form and for a date that
 * does not exist. */
bool day_parse(const char *s, int32_t *day);
void day_iso(int32_t day, char out[DAY_ISO_SIZE]);
void day_stamp(int64_t instant, char out[DAY_STAMP_SIZE]);

#endif
