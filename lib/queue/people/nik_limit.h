/* nik_limit.h - how many NIKs the program nikhash hashes.
 *
 * nik_hash.h says why it hashes for the others.  Somebody who has taken over
 * one of them knows the birth date and the last four digits of a NIK and the
 * hash, and asks for one district after the other.  Two limits, both of
 * different NIKs: the same one asked again says nothing new and is free.
 *
 * Of one ending, the last ten digits, NIK_ENDING_BURST at once and then one in
 * NIK_ENDING_EVERY.  There are 7,879 districts: 3,940 tries on average, 27
 * days.  No limit that lets people in refuses the first 32 tries, and those are
 * enough for an attacker who knows the regency of first registration, which has
 * 15 districts on average.  People share an ending, at most one of each
 * district: of 280 million at most 7,879.  If 175,500 people want a passport
 * within a minute and each types two people anew, then of the fullest ending
 * ten are expected, and more than 32 less than once in a million such minutes.
 *
 * Of all endings together NIK_HOST_BURST at once and then one in
 * NIK_HOST_EVERY: 175,500 parties of five, the largest, are 877,500 people.
 * A day has 1.4 million, a hundred times the people of the country who get a
 * passport on a working day.  To try all districts of the 174,000 endings in
 * use, 1.4 billion NIKs, takes over two years.
 *
 * Only a person who is typed is hashed: one at registration, one for each that
 * is added.  Pages, booking and signing in ask for none.
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

/* Nothing has been asked yet.  4 MB, until A is reset. */
struct nik_limit *nik_limit_make(struct arena *a);

/* True if NIK, 16 digits, may be hashed at the tick NOW (base/day.h). */
bool nik_limit_take(struct nik_limit *limit, const char *nik, int64_t now);

#endif
