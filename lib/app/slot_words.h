/* slot_words.h - what state a slot or office is in, in the request's words.
 *
 * The one place where enum slot_state becomes language, so that offices,
 * slots and refusals say the same word for the same thing.
 */
#ifndef APP_SLOT_WORDS_H
#define APP_SLOT_WORDS_H

#include "app/cx.h"
#include "queue/slot.h"

/* "Tersedia", "Penuh", "Belum dibuka", "Tutup", "Libur", "Sudah lewat". */
const char *slot_word(const struct cx *cx, enum slot_state state);

/* What stands behind the word: "sisa 3", "sisa 1, kurang untuk 2 orang",
 * "dibuka Jumat, ... pukul 14.00 WIB", the reason; "" if nothing does. */
const char *slot_note(const struct cx *cx, const struct slot *s,
    const struct office *office, int party);

/* The same for the sum of an office. */
const char *slot_sum_note(const struct cx *cx, const struct slot_summary *sum,
    const struct office *office);

/* A sentence: why a party cannot have the slot. */
const char *slot_why(const struct cx *cx, const struct slot *s,
    const struct office *office, int party);

#endif
