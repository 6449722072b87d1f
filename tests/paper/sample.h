/* sample.h - invented people for the papers; NIK serials 9xxx are nobody's. */
#ifndef PAPER_SAMPLE_H
#define PAPER_SAMPLE_H

#include "base/arena.h"
#include "paper/doc/proof.h"
#include "paper/doc/roster_doc.h"

/* A proof for N people (1..5), the later ones children.  NAMES: "plain" is
 * all CP1252, "wide" has letters beyond it, "every" all of them, "odd" an
 * emoji; "long" also gives the first person a long checklist. */
struct proof *sample_proof(
    struct arena *a, enum lang lang, int n, const char *names);

/* A roster of N people in bookings of 1 to 5, sorted as the office does. */
struct roster_doc *sample_roster(
    struct arena *a, enum lang lang, int n, const char *names);

#endif
