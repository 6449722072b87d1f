/* documents.h - which documents an applicant must bring.
 *
 * Adults and children: Permenkumham 8/2014 art. 4 as amended by 18/2022.  The
 * short list follows an announcement of 19 October 2017: a passport that was
 * issued in Indonesia after 2009 with the same data replaces all documents
 * except the e-KTP.  If the applicant cannot be certain of that (the passport
 * was issued in 2009, or its year is not known), the full list applies.
 */
#ifndef QUEUE_VISIT_DOCUMENTS_H
#define QUEUE_VISIT_DOCUMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "queue/visit/booking.h"

#define DOCUMENTS_MAX 8
#define DOCUMENTS_ADULT 17 /* years of age from which a person is an adult */
#define DOCUMENTS_SHORT_AFTER 2009 /* a later passport has the short list */

/* True if the applicant is a child on the day VISIT. */
bool documents_child(const struct applicant *p, int32_t visit);

/* Puts the catalogue keys (paper.*) of the documents into KEY; returns their
 * number. */
int documents_list(
    const struct applicant *p, int32_t visit, const char *key[DOCUMENTS_MAX]);

#endif
