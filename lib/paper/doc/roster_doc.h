/* roster_doc.h - the roster: whom an office expects on a day.
 *
 * A4 pages a desk can work from when the data centre is gone: each booking
 * with its code and bars, each person with a box to tick, room for the queue
 * number and remarks.  The caller sorts (period, then the name of the code's
 * first person).  A booking is one block with a bar at its left and is never
 * split over pages.  Names and masked NIKs only; every page says that it
 * holds personal data and must be destroyed (UU 27/2022).
 *
 * Texts are the catalogue's keys roster.paper.*.
 */
#ifndef PAPER_DOC_ROSTER_DOC_H
#define PAPER_DOC_ROSTER_DOC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "paper/kit/sheet.h"
#include "queue/people/person.h"
#include "text/catalogue.h"
#include "text/lang.h"

#define ROSTER_DOC_NOTES_MAX 4         /* of one person */
#define ROSTER_DOC_SIZE_MAX (4u << 20) /* bytes of the document */

struct roster_doc_person {
	const char *name; /* UTF-8, as typed */
	const char *nik;  /* masked: ...9001 */
	const char *kind; /* key: roster.paper.kind.baru */
	const char
	    *notes[ROSTER_DOC_NOTES_MAX]; /* keys: roster.paper.note.nik */
	int note_count;
};

struct roster_doc_booking {
	const char *code; /* nine symbols, no dashes */
	int start, end;   /* the period, minutes */
	const struct roster_doc_person *people;
	int count; /* 1..PARTY_MAX */
};

struct roster_doc {
	enum lang lang;
	const char *office;
	const char *zone; /* WIB, WITA or WIT */
	int32_t day;
	bool whole;     /* all periods, each under a heading; else one: */
	int start, end; /* that period, minutes */
	const struct roster_doc_booking *bookings; /* may be none */
	int count;
	int64_t printed; /* an instant; also the document's date */
	int offset;      /* the office's, minutes east of UTC */
};

/* The roster as PDF, in A.  A code that cannot be drawn and a count out of
 * range are ERR_INPUT, logged as a fault of the caller; ERR_FAULT as
 * sheet_print(). */
MUST_USE enum err roster_doc_print(struct pdf *pdf,
    const struct catalogue *texts, struct arena *a,
    const struct roster_doc *roster, struct sheet_file *file);

#endif
