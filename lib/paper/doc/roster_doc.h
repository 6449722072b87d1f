/* roster_doc.h - the roster: the people an office expects on a day.
 *
 * A4 pages with which officers can work when the data centre is down: each
 * booking with its code and bar code, each person with a box to tick, space for
 * the queue number and remarks.  The caller sorts the bookings (by period, then
 * by the name of the booking's first person).  A booking is one block with a
 * thick line at its left and is never split over two pages.  Names and masked
 * NIKs only; every page says that it contains personal data and must be
 * destroyed (UU 27/2022).
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
	bool whole;     /* all periods, each under a heading; else one */
	int start, end; /* the one period, minutes */
	const struct roster_doc_booking *bookings;
	int count;       /* of bookings; 0 is allowed */
	int64_t printed; /* an instant; also the document's date */
	int offset;      /* the office's, minutes east of UTC */
};

/* The roster as PDF, in A.  ERR_INPUT, logged as a fault of the caller, if a
 * code cannot be drawn or a count is out of range; ERR_FAULT as sheet_print().
 */
MUST_USE enum err roster_doc_print(struct pdf *pdf,
    const struct catalogue *texts, struct arena *a,
    const struct roster_doc *roster, struct sheet_file *file);

#endif
