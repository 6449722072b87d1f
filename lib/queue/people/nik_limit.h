/* nik_limit.h - limits how many NIKs the program nikhash hashes.
 *
 * nik_hash.h says why there is that program.  Suppose an attacker controls a
 * program that is permitted to use nikhash.  This attacker knows the birth
 * date, the last four digits and the hash of a person, and can try one district
 * after the other.  Two limits prevent that.  Hashing a NIK again tells nothing
 * new, so it does not count, unless another NIK of the same bucket
 * (nik_limit.c) was hashed in between.
 *
 * Per ending (the last ten digits): NIK_ENDING_BURST at once, then one in
 * NIK_ENDING_EVERY.  There are 7,879 districts, so finding one takes 3,940
 * tries on average, which is 27 days.  The limit cannot be much lower than 32
 * tries at once, because people can share an ending.  32 tries are enough for
 * an attacker who knows the regency of the first registration, which has 15
 * districts on average.  People share an ending if they are of different
 * districts: of 280 million people at most 7,879 have the same ending.  If
 * 175,500 people want a passport within a minute and each enters two people,
 * about ten of them are expected to share the most frequent ending, and more
 * than 32 in less than one of a million such minutes.
 *
 * Of all endings: NIK_HOST_BURST at once, then one in NIK_HOST_EVERY.  175,500
 * parties of five, the largest, are 877,500 people.  A day allows 1.4 million,
 * a hundred times the number of people in the country who get a passport on a
 * working day.  Trying all districts for the 174,000 endings in use, 1.4
 * billion NIKs, takes over two years.
 *
 * base/ratelimit.h does not serve here: all programs can write its file, and it
 * forgets a key when a set of its table is full.
 *
 * A NIK is hashed only when somebody enters a person: the holder at
 * registration, and each person added later.  Pages, booking and signing in
 * need no hash.
 */
#ifndef QUEUE_PEOPLE_NIK_LIMIT_H
#define QUEUE_PEOPLE_NIK_LIMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

#define NIK_ENDING_BURST 32
#define NIK_ENDING_EVERY (600 * INT64_C(1000000000)) /* ns */
#define NIK_HOST_BURST 1000000
#define NIK_HOST_EVERY (60 * INT64_C(1000000)) /* ns */

struct nik_limit;

/* Makes a limit of which nothing is used.  The limit takes 4 MB of A. */
struct nik_limit *nik_limit_make(struct arena *a);

/* True if the limits permit hashing NIK (16 digits) at the tick NOW
 * (day_ticks); counts it then. */
bool nik_limit_take(struct nik_limit *limit, const char *nik, int64_t now);

#endif
