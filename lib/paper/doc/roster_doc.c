/* roster_doc.c - the roster: the people an office expects on a day.
 *
 * Measures are mm from the top left; y of a text is its baseline.
 */
#include "paper/doc/roster_doc.h"

#include <string.h>

#include "base/log.h"
#include "paper/kit/code128.h"
#include "queue/visit/code.h"
#include "text/words.h"

#define LEFT 12.0
#define RIGHT 198.0
#define KODE 19.5 /* left edges of the columns */
#define BAR 57.5  /* the thick line left of a booking's people */
#define NAME 60.0
#define KIND 106.0
#define NIK 123.0
#define HERE 152.0
#define TURN 162.0
#define NOTE 177.5
#define FIRST 35.0 /* top of the first row */
#define LAST 278.0 /* lowest end of a row */
#define ROW 9.0
#define PERIOD 9.0 /* a period's heading */
#define CLOSE 34.0 /* totals and signatures */
#define HAIR 0.15  /* lines between the people of a booking */
#define GREY 0.5
#define TICK 4.6
#define MODULE 0.72 /* points: three dots at 300 dpi */
#define BARS 4.2    /* height of the bars */

static const struct sheet_type title_type = {PDF_BOLD, 14, 1};
static const struct sheet_type day_type = {PDF_BOLD, 13, 1};
static const struct sheet_type strong_type = {PDF_BOLD, 9, 1};
static const struct sheet_type head_type = {PDF_BOLD, 8, 1};
static const struct sheet_type text_type = {PDF_PLAIN, 9, 1};
static const struct sheet_type small_type = {PDF_PLAIN, 7.5, 1};
static const struct sheet_type code_type = {PDF_CODE, 8, 1};

/* The state of printing one roster. */
struct work {
	const struct roster_doc *roster;
	const struct catalogue *texts;
	const struct code128 *bars; /* one per booking */
	double y;                   /* top of the next row */
};

struct sum {
	int bookings, people;
};

static const char *
text(const struct work *w, const char *key)
{
	return catalogue_text(w->texts, w->roster->lang, key);
}

static const char *
fill(struct sheet *s, const struct work *w, const char *key,
    const struct text_arg *args)
{
	return catalogue_fill(
	    sheet_arena(s), w->texts, w->roster->lang, key, args);
}

static bool
same_period(
    const struct roster_doc_booking *b, const struct roster_doc_booking *c)
{
	return b->start == c->start && b->end == c->end;
}

/* Counts bookings and people from booking FROM on, to the end of its period
 * (PERIOD) or of the roster. */
static struct sum
count(const struct roster_doc *r, int from, bool period)
{
	struct sum sum = {0, 0};

	for (int i = from; i < r->count; i++) {
		if (period && !same_period(&r->bookings[from], &r->bookings[i]))
			break;
		sum.bookings++;
		sum.people += r->bookings[i].count;
	}
	return sum;
}

/* The sum in words, like "29 kode, 41 orang", from the text KEY. */
static const char *
sum_words(
    struct sheet *s, const struct work *w, const char *key, struct sum sum)
{
	struct arena *a = sheet_arena(s);
	const struct text_arg args[] = {
	    {"bookings", words_number(a, w->roster->lang, sum.bookings)},
	    {"people", words_number(a, w->roster->lang, sum.people)},
	    {NULL, NULL}};

	return fill(s, w, key, args);
}

static const char *
period_words(struct sheet *s, const struct work *w, int start, int end)
{
	struct arena *a = sheet_arena(s);
	const struct text_arg args[] = {
	    {"period", arena_printf(a, "%s %s", words_period(a, start, end),
			   w->roster->zone)},
	    {NULL, NULL}};

	return fill(s, w, "roster.paper.period", args);
}

static void
begin_page(struct sheet *s, struct work *w)
{
	const struct roster_doc *r = w->roster;
	struct arena *a = sheet_arena(s);
	const char *period = r->whole ? text(w, "roster.paper.whole")
	                              : period_words(s, w, r->start, r->end);
	const char *sum =
	    sum_words(s, w, "roster.paper.sum", count(r, 0, false));
	const char *right = arena_printf(a, "%s \xc2\xb7 %s", period, sum);
	double room = RIGHT - LEFT - 6 - sheet_text_width(s, &text_type, right);

	sheet_page(s);
	sheet_text(s, &title_type, LEFT, 17, text(w, "roster.paper.title"));
	sheet_text_right(
	    s, &day_type, RIGHT, 17, words_day(a, r->lang, r->day));
	sheet_text(s, &text_type, LEFT, 23,
	    sheet_text_cut(s, &text_type, r->office, room));
	sheet_text_right(s, &text_type, RIGHT, 23, right);
	sheet_fill(s, LEFT, 26.2, RIGHT - LEFT, 0.6, 1);
	w->y = FIRST;
}

static void
draw_heads(struct sheet *s, const struct work *w)
{
	sheet_text(s, &head_type, LEFT, 32, text(w, "roster.paper.number"));
	sheet_text(s, &head_type, KODE, 32, text(w, "roster.paper.code"));
	sheet_text(s, &head_type, NAME, 32, text(w, "roster.paper.name"));
	sheet_text(s, &head_type, KIND, 32, text(w, "roster.paper.kind"));
	sheet_text(s, &head_type, NIK, 32, text(w, "roster.paper.nik"));
	sheet_text_middle(
	    s, &head_type, (HERE + TURN) / 2, 32, text(w, "roster.paper.here"));
	sheet_text(s, &head_type, TURN + 1.5, 32, text(w, "roster.paper.turn"));
	sheet_text(s, &head_type, NOTE + 1.5, 32, text(w, "roster.paper.note"));
	sheet_rule(s, LEFT, FIRST, RIGHT, FIRST, 0.35);
}

static void
begin_rows(struct sheet *s, struct work *w)
{
	begin_page(s, w);
	draw_heads(s, w);
}

/* Draws up to three lines in the middle of the row whose top is Y; the more
 * lines, the smaller the type. */
static void
draw_lines(struct sheet *s, const struct sheet_type *type, double x, double y,
    const char *words, double width)
{
	struct sheet_type t = *type;
	const char *lines[3];
	double lead = 3.2;
	int n;

	y += ROW / 2 + 1.1;
	if (sheet_text_width(s, &t, words) <= width) {
		sheet_text(s, &t, x, y, words);
		return;
	}
	t.size = 7.5;
	n = sheet_text_wrap(s, &t, words, width, lines, 3);
	if (n == 3) {
		t.size = 6.5;
		lead = 2.5;
		n = sheet_text_wrap(s, &t, words, width, lines, 3);
	}
	y -= (n - 1) * lead / 2 + 0.2;
	for (int i = 0; i < n; i++)
		sheet_text(s, &t, x, y + lead * i, lines[i]);
}

static void
draw_person(struct sheet *s, const struct work *w,
    const struct roster_doc_person *p, double y)
{
	struct arena *a = sheet_arena(s);
	const char *notes = "";

	draw_lines(s, &text_type, NAME, y, p->name, KIND - NAME - 2);
	draw_lines(s, &text_type, KIND, y, text(w, p->kind), NIK - KIND - 1.5);
	sheet_text(s, &small_type, NIK, y + ROW / 2 + 1, p->nik);
	sheet_box(
	    s, (HERE + TURN - TICK) / 2, y + (ROW - TICK) / 2, TICK, TICK, 0.3);
	for (int i = 0; i < p->note_count; i++)
		notes = arena_printf(a, "%s%s%s", notes, i > 0 ? ", " : "",
		    text(w, p->notes[i]));
	draw_lines(s, &small_type, NOTE + 1.5, y, notes, RIGHT - NOTE - 1.5);
}

/* A booking's block at w->y. */
static void
draw_booking(struct sheet *s, struct work *w, int i)
{
	const struct roster_doc_booking *b = &w->roster->bookings[i];
	const double top = w->y, end = top + ROW * b->count;
	char code[CODE_SHOWN_SIZE];
	double wide;

	code_show(b->code, code);
	wide = sheet_text_width(s, &code_type, code) / SHEET_POINT;
	sheet_text(s, &text_type, LEFT, top + ROW / 2 + 1.15,
	    arena_printf(sheet_arena(s), "%d", i + 1));
	code128_draw(s, &w->bars[i], KODE, top + 1, BARS, MODULE);
	sheet_text(s, &code_type,
	    KODE + (w->bars[i].modules * MODULE - wide) / 2 * SHEET_POINT,
	    top + 8.1, code);
	for (int k = 0; k < b->count; k++) {
		double y = top + ROW * k;

		if (k > 0)
			sheet_fill(s, NAME, y, RIGHT - NAME, HAIR, GREY);
		draw_person(s, w, &b->people[k], y);
	}
	if (b->count > 1)
		sheet_fill(s, BAR, top + 1, 0.6, end - top - 2, 1);
	for (int k = 0; k < 3; k++) {
		double x = k == 0 ? HERE : k == 1 ? TURN : NOTE;

		sheet_fill(s, x, top, HAIR, end - top, GREY);
	}
	sheet_rule(s, LEFT, end, RIGHT, end, 0.35);
	w->y = end;
}

static void
draw_period(struct sheet *s, struct work *w, int i)
{
	const struct roster_doc_booking *b = &w->roster->bookings[i];
	double y = w->y + PERIOD;

	sheet_text(
	    s, &strong_type, LEFT, y - 3, period_words(s, w, b->start, b->end));
	sheet_text_right(s, &text_type, RIGHT, y - 3,
	    sum_words(s, w, "roster.paper.sum", count(w->roster, i, true)));
	sheet_rule(s, LEFT, y, RIGHT, y, 0.35);
	w->y = y;
}

static void
draw_rows(struct sheet *s, struct work *w)
{
	const struct roster_doc *r = w->roster;

	begin_rows(s, w);
	for (int i = 0; i < r->count; i++) {
		bool opens =
		    r->whole && (i == 0 || !same_period(&r->bookings[i - 1],
					       &r->bookings[i]));
		double need = ROW * r->bookings[i].count;

		if (w->y + need + (opens ? PERIOD : 0) > LAST)
			begin_rows(s, w);
		if (opens)
			draw_period(s, w, i);
		draw_booking(s, w, i);
	}
	if (r->count == 0) {
		sheet_text(s, &text_type, LEFT, w->y + 8,
		    text(w, "roster.paper.nobody"));
		w->y += 12;
	}
}

static void
draw_close(struct sheet *s, struct work *w)
{
	static const char *const keys[2] = {
	    "roster.paper.filled", "roster.paper.checked"};
	double y;

	if (w->y + CLOSE > LAST)
		begin_page(s, w);
	y = w->y + 8;
	sheet_text(s, &strong_type, LEFT, y,
	    sum_words(s, w, "roster.paper.total", count(w->roster, 0, false)));
	sheet_text_right(
	    s, &text_type, RIGHT - 26, y, text(w, "roster.paper.came"));
	sheet_rule(s, RIGHT - 24, y + 0.6, RIGHT, y + 0.6, 0.2);
	for (int i = 0; i < 2; i++) {
		double x = i == 0 ? LEFT : 108;

		sheet_text(s, &text_type, x, y + 8, text(w, keys[i]));
		sheet_rule(s, x, y + 21, x + 70, y + 21, 0.2);
		sheet_text(s, &small_type, x, y + 24.5,
		    text(w, "roster.paper.signature"));
	}
}

static void
draw_feet(struct sheet *s, const struct work *w)
{
	const struct roster_doc *r = w->roster;
	struct arena *a = sheet_arena(s);
	const struct text_arg when[] = {
	    {"when", words_instant(a, r->lang, r->printed, r->offset, r->zone)},
	    {NULL, NULL}};
	const char *foot = fill(s, w, "roster.paper.printed", when);
	int pages = sheet_pages(s);

	for (int i = 0; i < pages; i++) {
		const struct text_arg page[] = {
		    {"page", arena_printf(a, "%d", i + 1)},
		    {"pages", arena_printf(a, "%d", pages)}, {NULL, NULL}};

		sheet_turn(s, i);
		sheet_rule(s, LEFT, 283, RIGHT, 283, 0.25);
		sheet_text(s, &small_type, LEFT, 287.5, foot);
		sheet_text_right(s, &small_type, RIGHT, 287.5,
		    fill(s, w, "roster.paper.page", page));
	}
}

static void
draw_roster(struct sheet *s, void *arg)
{
	struct work *w = arg;

	draw_rows(s, w);
	draw_close(s, w);
	draw_feet(s, w);
}

/* Makes the bars of all codes and checks each code and number of people, so
 * that drawing cannot fail because of them. */
static enum err
make_bars(const struct roster_doc *r, struct code128 *bars)
{
	for (int i = 0; i < r->count; i++) {
		const struct roster_doc_booking *b = &r->bookings[i];
		enum err err = code128_make(b->code, &bars[i]);

		if (err != OK)
			return err;
		if (strlen(b->code) != CODE_SIZE - 1 || b->count < 1 ||
		    b->count > PARTY_MAX)
			return ERR_INPUT;
	}
	return OK;
}

enum err
roster_doc_print(struct pdf *pdf, const struct catalogue *texts,
    struct arena *a, const struct roster_doc *roster, struct sheet_file *file)
{
	struct code128 *bars =
	    ARENA_ARRAY(a, struct code128, (size_t)roster->count);
	struct work *w = ARENA_NEW(a, struct work);
	struct sheet_about about = {
	    .title = catalogue_text(texts, roster->lang, "roster.paper.title"),
	    .author = roster->office,
	    .lang = roster->lang,
	    .printed = roster->printed,
	    .offset = roster->offset,
	    .max = ROSTER_DOC_SIZE_MAX};
	enum err err = make_bars(roster, bars);

	if (err != OK) {
		log_fault("roster", "err=%s bookings=%d", err_name(err),
		    roster->count);
		return err;
	}
	w->roster = roster;
	w->texts = texts;
	w->bars = bars;
	return sheet_print(pdf, a, &about, draw_roster, w, file);
}
