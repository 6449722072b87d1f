/* words.h - days, hours and money as people read them.
 *
 * Indonesian: "Senin, 7 Agustus 2017", "08.00–10.00 WIB", "Rp350.000",
 * "1.250"; English: "Monday, 7 August 2017", "08.00–10.00 WIB",
 * "Rp350,000", "1,250".  En dash between times (the bytes of U+2013).  The
 * zone is always named; labels are the office's (WIB, WITA, WIT).
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "text/lang.h"

/* Monday .. Sunday for 1..7; January .. December for 1..12; else "". */
const char *words_weekday(enum lang lang, int weekday);
const char *words_month(enum lang lang, int month);

/* "Senin, 7 Agustus 2017"; "7 Agustus 2017"; "Senin, 7 Agustus". */
char *words_day(struct arena *a, enum lang lang, int32_t day);
char *words_date(struct arena *a, enum lang lang, int32_t day);
char *words_short_day(struct arena *a, enum lang lang, int32_t day);

/* "08.00" of minute 480; "08.00–10.00"; "Jumat, 27 November 2026, pukul
 * 14.00 WIB" or "Friday, 27 November 2026, 14.00 WIB" of an instant at an
 * offset.  Minutes are 0..1440, so a period may end at "24.00". */
char *words_time(struct arena *a, int minute);
char *words_period(struct arena *a, int start, int end);
char *words_instant(struct arena *a, enum lang lang, int64_t instant,
    int offset, const char *zone);

/* "2 jam 10 menit", "3 hari", "1 day 2 hours": the greatest unit and, unless it
 * is 0, the next smaller one; rounded down, at least "1 menit". */
char *words_span(struct arena *a, enum lang lang, int64_t seconds);

/* "1.250"; "Rp350.000". */
char *words_number(struct arena *a, enum lang lang, int64_t n);
char *words_money(struct arena *a, enum lang lang, int64_t rupiah);

#endif
