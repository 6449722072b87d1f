/* documents.h - what an applicant must bring.
 *
 * Permenkumham 8/2014 art. 4 as changed by 18/2022 for adults and children;
 * announcement of 19 October 2017 for the short list: a passport issued in
 * Indonesia after 2009, with the same data, replaces all papers but the
 * e-KTP.  In doubt (issued in 2009, year not told) the full list is asked.
 */
#ifndef QUEUE_VISIT_DOCUMENTS_H
#define QUEUE_VISIT_DOCUMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "queue/visit/booking.h"

#define DOCUMENTS_MAX 8
#define DOCUMENTS_ADULT 17 /* years of age from which one is an adult */
#define DOCUMENTS_SHORT_AFTER                                                  \
	2009 /* year of issue behind which few suffice                         \
	      */

/* True if the applicant is a child on the day of the visit. */
bool documents_child(const struct applicant *p, int32_t visit);

/* Puts keys of the catalogue (paper.*) into KEY and returns how many. */
int documents_list(
    const struct applicant *p, int32_t visit, const char *key[DOCUMENTS_MAX]);

#endif
