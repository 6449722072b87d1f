/* slot_words.c - texts for the state of a slot or an office. */
#include "app/public/slot_words.h"

#include "app/public/availability.h"
#include "base/day.h"
#include "text/words.h"

const char *
slot_words_state(const struct cx *cx, enum slot_state state)
{
	static const char *const key[] = {
	    [SLOT_OPEN] = "status.open",
	    [SLOT_EARLY] = "status.soon",
	    [SLOT_FULL] = "status.full",
	    [SLOT_CLOSED] = "status.closed",
	    [SLOT_HOLIDAY] = "status.holiday",
	    [SLOT_OVER] = "status.past",
	};

	return cx_text(cx, key[state]);
}

const char *
slot_words_sum(const struct cx *cx, const struct slot_summary *sum)
{
	return sum->state == SLOT_OVER ? cx_text(cx, "status.none")
	                               : slot_words_state(cx, sum->state);
}

/* True if booking has ended but the period has not begun. */
static bool
ended(const struct cx *cx, const struct slot *s, const struct office *office)
{
	return s->state == SLOT_OVER &&
	       day_instant(s->day, s->start, office->offset) > cx->now;
}

static const char *
number(const struct cx *cx, int n)
{
	return words_number(cx->arena, cx->lang, n);
}

/* The reason in the request's language; "" if there is none. */
static const char *
reason(const struct cx *cx, const char *id, const char *en)
{
	const char *text = cx->lang == LANG_EN ? en : id;

	return text == NULL ? "" : text;
}

static const char *
left_note(const struct cx *cx, int left)
{
	const struct text_arg args[] = {{"n", number(cx, left)}, {NULL, NULL}};

	return cx_fill(cx, "status.open.note", args);
}

static const char *
few_note(const struct cx *cx, int left, int party)
{
	const struct text_arg args[] = {{"n", number(cx, left)},
	    {"party", number(cx, party)}, {NULL, NULL}};

	return cx_fill(cx, "status.full.few", args);
}

/* Returns day and time of an opening without the year: openings are at most
 * weeks ahead, and a list of all provinces should stay small. */
static const char *
opens_note(const struct cx *cx, int64_t opens_at, const struct office *office)
{
	int32_t day = day_local(opens_at, office->offset);
	const struct text_arg args[] = {
	    {"when",
		arena_printf(cx->arena, "%s, %s %s",
		    words_short_day(cx->arena, cx->lang, day),
		    words_time(cx->arena, day_minute(opens_at, office->offset)),
		    office->zone)},
	    {NULL, NULL}};

	return cx_fill(cx, "status.soon.note", args);
}

const char *
slot_words_note(const struct cx *cx, const struct slot *s,
    const struct office *office, int party)
{
	switch (s->state) {
	case SLOT_OPEN:
		return left_note(cx, s->left);
	case SLOT_FULL:
		return s->left > 0 ? few_note(cx, s->left, party) : "";
	case SLOT_EARLY:
		return opens_note(cx, s->opens_at, office);
	case SLOT_CLOSED:
	case SLOT_HOLIDAY:
		return reason(cx, s->reason_id, s->reason_en);
	case SLOT_OVER:
		break;
	}
	return "";
}

const char *
slot_words_sum_note(const struct cx *cx, const struct slot_summary *sum,
    const struct office *office)
{
	switch (sum->state) {
	case SLOT_OPEN:
		return left_note(cx, sum->left);
	case SLOT_EARLY:
		return opens_note(cx, sum->opens_at, office);
	case SLOT_CLOSED:
	case SLOT_HOLIDAY:
		return reason(cx, sum->reason_id, sum->reason_en);
	case SLOT_FULL:
	case SLOT_OVER:
		break;
	}
	return "";
}

const char *
slot_words_line(const struct cx *cx, const struct slot *s,
    const struct office *office, int party)
{
	const char *note = slot_words_note(cx, s, office, party);
	struct text_arg args[] = {
	    {"status", NULL}, {"note", note}, {NULL, NULL}};

	if (ended(cx, s, office))
		return cx_text(cx, "status.ended");
	if (*note == '\0')
		return slot_words_state(cx, s->state);
	if (s->state == SLOT_OPEN || s->state == SLOT_FULL)
		return note;
	args[0].value = slot_words_state(cx, s->state);
	return cx_fill(cx, "status.line", args);
}

void
slot_words_show(struct view *item, enum slot_state state, const char *word,
    const char *note)
{
	view_text(item, "status", word);
	view_text(item, "note", note);
	if (view_has(item, "open"))
		view_flag(item, "open", state == SLOT_OPEN);
	if (view_has(item, "soon"))
		view_flag(item, "soon", state == SLOT_EARLY);
	if (view_has(item, "shut"))
		view_flag(item, "shut", state >= SLOT_CLOSED);
}

const char *
slot_words_when(
    const struct cx *cx, const struct slot *s, const struct office *office)
{
	return ARENA_JOIN(cx->arena, words_day(cx->arena, cx->lang, s->day),
	    ", ", words_period(cx->arena, s->start, s->end), " ", office->zone);
}

const char *
slot_words_why(const struct cx *cx, const struct slot *s,
    const struct office *office, int party)
{
	const struct text_arg args[] = {{"n", number(cx, party)},
	    {"reason", reason(cx, s->reason_id, s->reason_en)},
	    {"when", words_instant(cx->arena, cx->lang, s->opens_at,
			 office->offset, office->zone)},
	    {NULL, NULL}};

	switch (s->state) {
	case SLOT_CLOSED:
	case SLOT_HOLIDAY:
		return cx_fill(cx, "refusal.closed", args);
	case SLOT_EARLY:
		return cx_fill(cx, "refusal.early", args);
	case SLOT_OVER:
		return cx_text(cx,
		    ended(cx, s, office) ? "refusal.ended" : "refusal.past");
	case SLOT_OPEN:
	case SLOT_FULL:
		break;
	}
	return cx_fill(cx, s->left > 0 ? "refusal.few" : "refusal.full", args);
}

const char *
slot_words_by_id(struct cx *cx, int64_t id)
{
	struct office office;
	struct slot slot;

	if (availability_find_slot(cx, id, 1, &slot, &office) != OK)
		return "";
	return ARENA_JOIN(
	    cx->arena, office.name, ", ", slot_words_when(cx, &slot, &office));
}
