/* slot_words.h - texts for the state of a slot or an office, in the language of
 * the request.
 *
 * Only this module turns enum slot_state into text, so all pages use the same
 * word for the same state.
 */
#ifndef APP_PUBLIC_SLOT_WORDS_H
#define APP_PUBLIC_SLOT_WORDS_H

#include "app/core/cx.h"
#include "queue/office/slot.h"

/* The word for a state: "Tersedia", "Penuh", "Belum dibuka", "Tutup", "Libur",
 * "Sudah lewat". */
const char *slot_words_state(const struct cx *cx, enum slot_state state);

/* The word for the state of an office: as above, but "Belum ada jadwal" instead
 * of "Sudah lewat". */
const char *slot_words_sum(const struct cx *cx, const struct slot_summary *sum);

/* The note after the word for a slot, for a party of PARTY people: "sisa 3",
 * "sisa 1, kurang untuk 2 orang", "mulai Jumat, 27 November, 14.00 WIB", or the
 * reason; "" if there is none. */
const char *slot_words_note(const struct cx *cx, const struct slot *s,
    const struct office *office, int party);

/* The note after the word for an office. */
const char *slot_words_sum_note(const struct cx *cx,
    const struct slot_summary *sum, const struct office *office);

/* Word and note of a slot in one line, for a list of periods.  If places are
 * left, the line is only the note; if booking has ended but the period has not
 * begun, the line is "Pendaftaran ditutup". */
const char *slot_words_line(const struct cx *cx, const struct slot *s,
    const struct office *office, int party);

/* Sets in ITEM, an item of a list on a page, the texts `status` (WORD) and
 * `note` (NOTE) and the flags `open`, `soon` and `shut`, at most one of which
 * is true.  Leaves out a flag that the page does not name. */
void slot_words_show(struct view *item, enum slot_state state, const char *word,
    const char *note);

/* slot_words_when returns day, period and time zone of a slot: "Senin, 14
 * Desember 2026, 08.00–10.00 WIB".  slot_words_by_id returns the same after the
 * name of the office, for slot ID; "" if there is no such slot. */
const char *slot_words_when(
    const struct cx *cx, const struct slot *s, const struct office *office);
const char *slot_words_by_id(struct cx *cx, int64_t id);

/* A sentence that says why a party cannot have the slot. */
const char *slot_words_why(const struct cx *cx, const struct slot *s,
    const struct office *office, int party);

#endif
