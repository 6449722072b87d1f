/* sample.c - invented people for sample papers; their serials are 9xxx. */
#include "sample.h"

#include <string.h>

#include "base/day.h"

static const char *const plain_names[5] = {"Ratna Wulandari", "Bagas Pramudita",
    "Nur\342\200\231aini Siregar", "I Made Sudarsana", "Clara Gunawan"};
static const char *const wide_names[5] = {"\xc3\x89lise \xc5\x81ukasz",
    "\304\260lkay \305\236ahin", "Ratna Wulandari", "Bagas Pramudita",
    "Clara Gunawan"};
static const char *const odd_names[5] = {"Ratna \xf0\x9f\x98\x80 Wulandari",
    "Bagas \xe4\xb8\xad Pramudita", "Clara Gunawan", "Ahmad Fauzi", "Kartini"};

static const char *const long_names[5] = {
    "Raden Ajeng Kartika Wahyuningtyas Puspitasari Hadikusumo", "Kartini",
    "Ahmad Fauzi", "Ratna Wulandari", "Clara Gunawan"};

/* All letters of Latin Extended-A: more than the spare codes of a font. */
static const char *
every_letter(struct arena *a, int i)
{
	const int begin = 0x100 + i % 4 * 32;
	char name[64 + 2 * 32], *p = name;

	for (int c = begin; c < begin + 32; c++) {
		*p++ = (char)(0xc0 | c >> 6);
		*p++ = (char)(0x80 | (c & 0x3f));
	}
	*p = '\0';
	return arena_strdup(a, name);
}

static const char *
name_of(struct arena *a, const char *names, int i)
{
	if (strcmp(names, "every") == 0)
		return every_letter(a, i);
	if (strcmp(names, "wide") == 0)
		return wide_names[i % 5];
	if (strcmp(names, "long") == 0)
		return long_names[i % 5];
	return strcmp(names, "odd") == 0 ? odd_names[i % 5]
	                                 : plain_names[i % 5];
}

static void
fill_person(struct arena *a, struct proof_person *p, int i)
{
	static const char *const adult[] = {"paper.ektp", "paper.old_passport"};
	static const char *const child[] = {"paper.parents_ektp", "paper.kk",
	    "paper.birth_certificate", "paper.parents_marriage",
	    "paper.parents_passport", "paper.parents_statement",
	    "paper.both_parents"};
	const char *const *papers = i == 0 ? adult : child;

	p->nik = arena_printf(a, "...%d", 9021 + 13 * i);
	p->child = i > 0;
	p->kind = i == 0 ? "service.habis" : "service.baru";
	p->document_count = i == 0 ? 2 : 7;
	for (int k = 0; k < p->document_count; k++)
		p->documents[k] = papers[k];
}

struct proof *
sample_proof(struct arena *a, enum lang lang, int n, const char *names)
{
	struct proof *p = ARENA_NEW(a, struct proof);
	int64_t *cancel = ARENA_NEW(a, int64_t);

	p->lang = lang;
	p->code = "7K3M9QXAC";
	p->ticket =
	    "A1-7K3M9QXAC-BDG-26122211-"
	    "8Z4Q2M6TNWVK0P5RXJ7CYH1GB3D9FSAE8Z4Q2M6TNWVK0P5RXJ7CYH1GB3D9FSA"
	    "E8Z4Q2M6TNWVK0P5RXJ7CYH1GB3D9FSAEQ2M6TNW";
	p->office = "Kantor Imigrasi Kelas I TPI Bandung";
	p->address = "Jl. Surapati No. 82, Cihaurgeulis, Bandung 40122";
	p->phone = "(022) 7272081";
	p->zone = "WIB";
	p->day = day_of(2026, 12, 22);
	p->start = 480;
	p->end = 600;
	p->arrive = 450;
	p->lapse = 600;
	p->offset = 420;
	p->printed = day_instant(day_of(2026, 12, 18), 872, 420);
	*cancel = day_instant(day_of(2026, 12, 21), 960, 420);
	p->cancel = cancel;
	p->laws[0] = "proof.law.126c";
	p->law_count = 1;
	p->count = n;
	for (int i = 0; i < n && i < PARTY_MAX; i++) {
		/* somebody with a long name also gets the long checklist */
		fill_person(a, &p->people[i], i + !strcmp(names, "long"));
		p->people[i].name = name_of(a, names, i);
	}
	return p;
}

/* Makes a code of nine symbols, another one for each I. */
static const char *
code_of(struct arena *a, int i)
{
	static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	char code[10] = "";
	unsigned long v = (unsigned long)i * 2654435761u + 99991;

	for (int k = 0; k < 9; k++) {
		code[k] = symbols[v % 32];
		v = v / 3 + (unsigned long)(k + i) * 40503u;
	}
	return arena_strdup(a, code);
}

static void
fill_booking(struct arena *a, struct roster_doc_booking *b, int from, int i,
    const char *names)
{
	static const char *const kinds[3] = {"roster.paper.kind.baru",
	    "roster.paper.kind.habis", "roster.paper.kind.penuh"};
	struct roster_doc_person *people =
	    ARENA_ARRAY(a, struct roster_doc_person, (size_t)b->count);

	for (int k = 0; k < b->count; k++) {
		struct roster_doc_person *p = &people[k];
		int n = from + k;

		/* The number shows in the printed text which family a name
		 * belongs to. */
		p->name = arena_printf(
		    a, "%s %c%d", name_of(a, names, n), 'A' + k, i + 1);
		p->nik = arena_printf(a, "...9%03d", n % 1000);
		p->kind = kinds[n % 3];
		if (k > 1)
			p->notes[p->note_count++] = "roster.paper.note.child";
		if (n % 17 == 0)
			p->notes[p->note_count++] = "roster.paper.note.nik";
	}
	b->people = people;
}

struct roster_doc *
sample_roster(struct arena *a, enum lang lang, int n, const char *names)
{
	static const int sizes[8] = {1, 4, 1, 1, 2, 1, 5, 3};
	struct roster_doc *r = ARENA_NEW(a, struct roster_doc);
	struct roster_doc_booking *b =
	    ARENA_ARRAY(a, struct roster_doc_booking, (size_t)n);
	int i = 0;

	for (int from = 0; from < n; from += b[i].count, i++) {
		b[i].count = sizes[i % 8];
		if (b[i].count > n - from)
			b[i].count = n - from;
		b[i].code = code_of(a, i);
		b[i].start = from < n / 2 ? 480 : 600;
		b[i].end = from < n / 2 ? 600 : 720;
		fill_booking(a, &b[i], from, i, names);
	}
	r->lang = lang;
	r->office = "Kantor Imigrasi Kelas I TPI Bandung";
	r->zone = "WIB";
	r->day = day_of(2026, 12, 22);
	r->whole = n > 30;
	r->start = 480;
	r->end = 600;
	r->bookings = b;
	r->count = i;
	r->printed = day_instant(day_of(2026, 12, 21), 960, 420);
	r->offset = 420;
	return r;
}
