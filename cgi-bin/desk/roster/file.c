/* file.c - the roster as a file: PDF for paper, CSV for a spreadsheet. */
#include "desk/roster/roster.h"

#include <string.h>

#include "base/day.h"
#include "base/log.h"
#include "paper/doc/roster_doc.h"
#include "queue/visit/code.h"
#include "text/words.h"

/* The name of the file: office, day and period, in ASCII. */
static const char *
file_name(struct cx *cx, const struct duty *d, const char *suffix)
{
	char iso[DAY_ISO_SIZE];
	const char *period = "";

	day_iso(d->day, iso);
	if (d->start != ROSTER_ALL)
		period = arena_printf(
		    cx->arena, "-%02d%02d", d->start / 60, d->start % 60);
	return arena_printf(cx->arena, "daftar-%s-%s%s.%s", d->office.code, iso,
	    period, suffix);
}

static void
fill_person(
    struct cx *cx, const struct roster_entry *e, struct roster_doc_person *out)
{
	out->name = e->name;
	out->nik = e->nik_mask;
	out->kind = arena_printf(cx->arena, "roster.paper.kind.%s", e->service);
	if (e->child)
		out->notes[out->note_count++] = "roster.paper.note.child";
	if (e->nik_flags != 0)
		out->notes[out->note_count++] = "roster.paper.note.nik";
}

enum err
roster_pdf(struct cx *cx, const struct duty *d)
{
	struct arena *a = cx->arena;
	struct roster_doc_booking *b =
	    ARENA_ARRAY(a, struct roster_doc_booking, (size_t)d->bookings);
	struct roster_doc_person *p =
	    ARENA_ARRAY(a, struct roster_doc_person, (size_t)d->count);
	struct roster_doc r = {.lang = cx->lang,
	    .office = d->office.name,
	    .zone = d->office.zone,
	    .day = d->day,
	    .whole = d->start == ROSTER_ALL,
	    .start = d->start,
	    .end = d->end,
	    .bookings = b,
	    .printed = cx->now,
	    .offset = d->office.offset};
	struct sheet_file file;
	enum err e;

	for (int i = 0; i < d->count; i++) {
		const struct roster_entry *entry = &d->entry[i];

		fill_person(cx, entry, &p[i]);
		if (i == 0 || strcmp(entry->code, entry[-1].code) != 0)
			b[r.count++] =
			    (struct roster_doc_booking){.code = entry->code,
				.start = entry->start,
				.end = entry->end,
				.people = &p[i]};
		b[r.count - 1].count++;
	}
	e = roster_doc_print(cx->app->pdf, cx->app->texts, a, &r, &file);
	if (e == OK)
		e = reply_document(cx->reply, "application/pdf",
		    file_name(cx, d, "pdf"), file.data, file.size);
	return e;
}

/* Writes TEXT as one quoted cell.  If a spreadsheet would take TEXT for a
 * formula, writes an apostrophe before TEXT. */
static void
cell(struct buf *out, const char *text, bool last)
{
	buf_putc(out, '"');
	if (*text != '\0' && strchr("=+-@\t\r", *text) != NULL)
		buf_putc(out, '\'');
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '"')
			buf_putc(out, '"');
		buf_putc(out, *p);
	}
	buf_puts(out, last ? "\"\r\n" : "\",");
}

static void
csv_row(struct cx *cx, const struct roster_entry *e, struct buf *out)
{
	char shown[CODE_SHOWN_SIZE];

	code_show(e->code, shown);
	cell(out, words_period(cx->arena, e->start, e->end), false);
	cell(out, shown, false);
	cell(out, arena_printf(cx->arena, "%d", e->party), false);
	cell(out, e->name, false);
	cell(out,
	    cx_text(cx, arena_printf(cx->arena, "service.%s", e->service)),
	    false);
	cell(out, e->nik_mask, false);
	cell(out, roster_look(cx, e), true);
}

enum err
roster_csv(struct cx *cx, const struct duty *d)
{
	static const char *const head[] = {"roster.csv.period",
	    "roster.csv.code", "roster.csv.party", "roster.csv.name",
	    "roster.csv.kind", "roster.csv.nik", "roster.csv.look"};
	const size_t columns = sizeof(head) / sizeof(head[0]);
	struct buf out;

	buf_init(&out, cx->arena, 65536, REPLY_DOCUMENT_MAX);
	buf_puts(&out, "\xef\xbb\xbf"); /* UTF-8 signature, without which
	                                 * spreadsheets guess the encoding */
	for (size_t i = 0; i < columns; i++)
		cell(&out, cx_text(cx, head[i]), i + 1 == columns);
	for (int i = 0; i < d->count; i++)
		csv_row(cx, &d->entry[i], &out);
	if (out.full) {
		log_fault("roster", "why=too-large people=%d", d->count);
		return ERR_FAULT;
	}
	return reply_document(cx->reply, "text/csv; charset=utf-8",
	    file_name(cx, d, "csv"), out.data, out.len);
}
