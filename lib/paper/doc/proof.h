/* proof.h - the registration proof, which a party shows at the office.
 *
 * One A4 page; checklists that do not fit on it begin a second one.  The upper
 * half alone has all that the office needs.  Black and white.
 *
 * The struct holds everything the paper shows and nothing else: names, masked
 * NIKs, no birth dates, no full NIK (UU 27/2022 article 16: no more than is
 * needed).  The QR code has the signed QR payload, the bar code has the booking
 * code.  It is a proof of registration, not a document with an electronic
 * signature (PP 71/2019), and says so.
 *
 * Texts are the catalogue's keys proof.*; the language is the booking's.
 */
#ifndef PAPER_DOC_PROOF_H
#define PAPER_DOC_PROOF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "paper/kit/sheet.h"
#include "queue/people/person.h"
#include "text/catalogue.h"
#include "text/lang.h"

#define PROOF_DOCUMENTS_MAX 12
#define PROOF_LAWS_MAX 2
#define PROOF_SIZE_MAX 65536 /* bytes of the document */

struct proof_person {
	const char *name; /* UTF-8, as typed */
	const char *nik;  /* masked: ...9001 */
	const char *kind; /* key: service.baru */
	bool child;
	const char *documents[PROOF_DOCUMENTS_MAX]; /* keys: paper.ektp */
	int document_count;
};

struct proof {
	enum lang lang;
	const char *code;   /* nine symbols, no dashes */
	const char *ticket; /* A1-<code>-..., the QR payload */
	const char *office;
	const char *address;
	const char *phone;      /* "" if the office has none */
	const char *zone;       /* WIB, WITA or WIT */
	int32_t day;            /* of the visit and of all minutes below */
	int start, end, arrive; /* minutes; ARRIVE before START */
	int lapse;              /* minute from which the code is void */
	const int64_t *cancel;  /* last instant to cancel; NULL: not shown */
	int64_t printed;        /* an instant; also the document's date */
	int offset;             /* the office's, minutes east of UTC */
	struct proof_person people[PARTY_MAX];
	int count;                        /* 1..PARTY_MAX */
	const char *laws[PROOF_LAWS_MAX]; /* keys: proof.law.126c */
	int law_count;
};

/* The proof as PDF, in A.  ERR_INPUT, logged as a fault of the caller, if a
 * code or QR payload cannot be drawn or a count is out of range; ERR_FAULT as
 * sheet_print(). */
MUST_USE enum err proof_print(struct pdf *pdf, const struct catalogue *texts,
    struct arena *a, const struct proof *proof, struct sheet_file *file);

#endif
