/* words.h - days, hours and money as people read them.
 *
 * Indonesian: "Senin, 7 Agustus 2017", "08.00–10.00 WIB", "Rp350.000",
 * "1.250"; English: "Monday, 7 August 2017", "08.00–10.00 WIB",
 * "Rp350,000", "1,250".  An en dash (U+2013) stands between two times.  Each
 * text returned is in the arena A.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "text/lang.h"

/* The name of the weekday 1 (Monday) .. 7 or of the month 1 (January) .. 12 in
 * LANG; "" for any other number. */
const char *words_weekday(enum lang lang, int weekday);
const char *words_month(enum lang lang, int month);

/* "Senin, 7 Agustus 2017"; "7 Agustus 2017"; "Senin, 7 Agustus". */
char *words_day(struct arena *a, enum lang lang, int32_t day);
char *words_date(struct arena *a, enum lang lang, int32_t day);
char *words_short_day(struct arena *a, enum lang lang, int32_t day);

/* "08.00" for minute 480; "08.00–10.00"; "Jumat, 27 November 2026, pukul 14.00
 * WIB" or "Friday, 27 November 2026, 14.00 WIB".  Minutes are 0..1440, so that
 * a period can end at "24.00".  OFFSET is the office's, in minutes east of UTC;
 * ZONE is the name of the office's zone (WIB, WITA, WIT). */
char *words_time(struct arena *a, int minute);
char *words_period(struct arena *a, int start, int end);
char *words_instant(struct arena *a, enum lang lang, int64_t instant,
    int offset, const char *zone);

/* "2 jam 10 menit", "3 hari", "1 day 2 hours": the greatest unit that fits and,
 * unless the number of the next smaller unit is 0, that unit too.  SECONDS are
 * rounded down to minutes; less than a minute is "1 menit". */
char *words_span(struct arena *a, enum lang lang, int64_t seconds);

/* "1.250"; "Rp350.000". */
char *words_number(struct arena *a, enum lang lang, int64_t n);
char *words_money(struct arena *a, enum lang lang, int64_t rupiah);

#endif
