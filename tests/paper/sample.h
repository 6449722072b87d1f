/* sample.h - invented people for sample papers; their serials are 9xxx. */
#ifndef PAPER_SAMPLE_H
#define PAPER_SAMPLE_H

#include "base/arena.h"
#include "paper/doc/proof.h"
#include "paper/doc/roster_doc.h"

/* Makes a proof for N people (1..5), the later ones children.  NAMES: "plain"
 * has all of CP1252, "wide" letters beyond it, "every" all those letters, "odd"
 * an emoji; "long" also gives the first person a long checklist. */
struct proof *sample_proof(
    struct arena *a, enum lang lang, int n, const char *names);

/* Makes a roster of N people in bookings of 1 to 5, sorted as by lib/queue. */
struct roster_doc *sample_roster(
    struct arena *a, enum lang lang, int n, const char *names);

#endif
