/* slot_words.h - what state a slot or office is in, in the request's words.
 *
 * The one place where enum slot_state becomes language, so that offices,
 * slots and refusals say the same word for the same thing.
 */
#ifndef APP_PUBLIC_SLOT_WORDS_H
#define APP_PUBLIC_SLOT_WORDS_H

#include "app/core/cx.h"
#include "queue/office/slot.h"

/* "Tersedia", "Penuh", "Belum dibuka", "Tutup", "Libur", "Sudah lewat". */
const char *slot_words_state(const struct cx *cx, enum slot_state state);

/* The word of an office: as above, but "Belum ada jadwal" when nothing is to
 * come. */
const char *slot_words_sum(const struct cx *cx, const struct slot_summary *sum);

/* What stands behind the word: "sisa 3", "sisa 1, kurang untuk 2 orang",
 * "mulai Jumat, 27 November, 14.00 WIB", the reason; "" if nothing does. */
const char *slot_words_note(const struct cx *cx, const struct slot *s,
    const struct office *office, int party);

/* The same for the sum of an office. */
const char *slot_words_sum_note(const struct cx *cx,
    const struct slot_summary *sum, const struct office *office);

/* Word and note on one line, as a list of periods says it: only the note when
 * there are places, "Pendaftaran ditutup" for one that is yet to begin. */
const char *slot_words_line(const struct cx *cx, const struct slot *s,
    const struct office *office, int party);

/* Sets the texts `status` and `note` and the tints `open`, `soon` and `shut` of
 * an item of a page; tints the page lacks are left out. */
void slot_words_show(struct view *item, enum slot_state state, const char *word,
    const char *note);

/* "Senin, 14 Desember 2026, 08.00–10.00 WIB", and the same behind the office's
 * name. */
const char *slot_words_when(
    const struct cx *cx, const struct slot *s, const struct office *office);
const char *slot_words_visit(
    const struct cx *cx, const struct slot *s, const struct office *office);

/* The same of the slot ID, as app/public/availability.h knows it; "" if there
 * is none. */
const char *slot_words_by_id(struct cx *cx, int64_t id);

/* A sentence: why a party cannot have the slot. */
const char *slot_words_why(const struct cx *cx, const struct slot *s,
    const struct office *office, int party);

#endif
