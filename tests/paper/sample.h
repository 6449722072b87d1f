/* sample.h - invented people for sample papers; their serials are 9xxx. */
#ifndef PAPER_SAMPLE_H
#define PAPER_SAMPLE_H

#include "base/arena.h"
#include "paper/doc/proof.h"
#include "paper/doc/roster_doc.h"

/* Makes a proof for N people (1..5), of whom all except the first are children.
 * NAMES: "plain" names have only characters of CP1252, "wide" names also others
 * of Latin Extended-A, "every" names together all letters of the latter.  "odd"
 * names have an emoji or a Chinese character.  "long" names are long, and the
 * first person too has the long checklist of a child. */
struct proof *sample_proof(
    struct arena *a, enum lang lang, int n, const char *names);

/* Makes a roster of N people in bookings of 1 to 5, sorted as by lib/queue. */
struct roster_doc *sample_roster(
    struct arena *a, enum lang lang, int n, const char *names);

#endif
