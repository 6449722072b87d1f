/* proof.c - the registration proof, which a party shows at the office.
 *
 * Measures are mm from the top left; y of a text is its baseline.  The left and
 * right edges are whole points, so that bar code and QR code, which snap to
 * points, are flush with the lines.
 */
#include "paper/doc/proof.h"

#include <string.h>

#include "base/log.h"
#include "paper/kit/code128.h"
#include "paper/kit/qr.h"
#include "queue/visit/code.h"
#include "text/words.h"

#define LEFT (52 * SHEET_POINT)
#define RIGHT (543 * SHEET_POINT)
#define SECOND 108.0 /* left edge of the second column */
#define COLUMN 82.0  /* its width */
#define FOLD (SHEET_HEIGHT / 2)
#define TABLE_END 141.0 /* lower end of the people's rows */
#define LIST_TOP 171.5  /* checklists on page 1 */
#define NEXT_TOP 39.0   /* checklists on later pages */
#define NEXT_END 265.0
#define NOTICE_END 271.0 /* baseline of the last notice */
#define FOOT 288.5       /* baseline of the last line */
#define NOTICE_STEP 5.8
#define NOTICES_MAX 12
#define HEAD 6.6      /* from a name to its first tick box */
#define WHITE 8.0     /* below the last line of a checklist */
#define STEP 6.0      /* from tick box to tick box */
#define LINE 4.3      /* lines of one entry */
#define QR_MODULE 3.0 /* points: whole dots at 72 dpi */
#define QR_MODULE_SMALL 2.0
#define BAR_MODULE 2.0
#define CODE_EM 0.602 /* advance of the code's font */

static const struct sheet_type title_type = {PDF_BOLD, 13, 1};
static const struct sheet_type head_type = {PDF_BOLD, 12, 1};
static const struct sheet_type value_type = {PDF_BOLD, 13.5, 1};
static const struct sheet_type strong_type = {PDF_BOLD, 10.5, 1};
static const struct sheet_type text_type = {PDF_PLAIN, 9.5, 1};
static const struct sheet_type label_type = {PDF_PLAIN, 8.5, 1};
static const struct sheet_type small_type = {PDF_PLAIN, 7.5, 1};

/* The state of printing one proof. */
struct work {
	const struct proof *proof;
	const struct catalogue *texts;
	struct code128 bars;
	struct qr qr;
	char code[CODE_SHOWN_SIZE];
	double notice; /* y where the notices begin */
	const char *notices[NOTICES_MAX];
	bool opens[NOTICES_MAX]; /* the line begins a notice */
	int notice_count;
};

static const char *
text(const struct work *w, const char *key)
{
	return catalogue_text(w->texts, w->proof->lang, key);
}

/* The text of KEY with one or two holes filled. */
static const char *
fill(struct sheet *s, const struct work *w, const char *key,
    const struct text_arg *args)
{
	return catalogue_fill(
	    sheet_arena(s), w->texts, w->proof->lang, key, args);
}

static const char *
clock_words(struct sheet *s, const struct work *w, int minute)
{
	struct arena *a = sheet_arena(s);

	return arena_printf(a, "%s %s", words_time(a, minute), w->proof->zone);
}

static const char *
instant_words(struct sheet *s, const struct work *w, int64_t instant)
{
	return words_instant(sheet_arena(s), w->proof->lang, instant,
	    w->proof->offset, w->proof->zone);
}

static const char *
person_words(struct sheet *s, const struct work *w, int i)
{
	const struct proof_person *p = &w->proof->people[i];
	const struct text_arg name[] = {{"name", p->name}, {NULL, NULL}};

	return p->child ? fill(s, w, "proof.child", name) : p->name;
}

/* Draws a name without cutting it.  A name wider than WIDTH is drawn in smaller
 * type, or, if it is still too wide, in two small lines around Y. */
static void
draw_name(struct sheet *s, const struct sheet_type *type, double x, double y,
    double width, const char *name)
{
	struct sheet_type t = *type;
	const char *lines[2];
	int n;

	for (; t.size > 6.5; t.size -= 0.5) {
		if (sheet_text_width(s, &t, name) <= width) {
			sheet_text(s, &t, x, y, name);
			return;
		}
	}
	t.size = 6.5;
	n = sheet_text_wrap(s, &t, name, width, lines, 2);
	for (int i = 0; i < n; i++)
		sheet_text(
		    s, &t, x, y + (n == 1 ? 0 : 2.2 * i - 1.5), lines[i]);
}

static void
draw_codes(struct sheet *s, const struct work *w)
{
	double wide = w->bars.modules * BAR_MODULE;
	double module = w->qr.size <= 45 ? QR_MODULE : QR_MODULE_SMALL;
	/* The code's 11 characters become as wide as the bar code below. */
	struct sheet_type type = {PDF_CODE, wide / (11 * CODE_EM), 1};

	sheet_text(s, &title_type, LEFT, 19.5, text(w, "proof.title"));
	sheet_text_right(s, &label_type, RIGHT, 19.5, text(w, "proof.show"));
	sheet_fill(s, LEFT, 22.5, RIGHT - LEFT, 0.7, 1);
	sheet_text(s, &label_type, LEFT, 30, text(w, "proof.code"));
	sheet_text(s, &type, LEFT, 43.8, w->code);
	code128_draw(s, &w->bars, LEFT, 48.5, 14, BAR_MODULE);
	sheet_text(s, &small_type, LEFT, 67, text(w, "proof.scan"));
	qr_draw(
	    s, &w->qr, RIGHT - w->qr.size * module * SHEET_POINT, 27.5, module);
	sheet_dashed(s, LEFT, 75.5, RIGHT, 75.5, 0.4);
}

static void
draw_visit(struct sheet *s, const struct work *w)
{
	const struct proof *p = w->proof;
	struct arena *a = sheet_arena(s);
	struct sheet_type label = label_type, value = value_type;
	const char *lines[2];
	double box = 46, y = 106.3;
	int n;

	sheet_text(s, &label, LEFT, 83, text(w, "proof.day"));
	sheet_text(s, &value, LEFT, 90, words_day(a, p->lang, p->day));
	sheet_text(s, &label, 98, 83, text(w, "proof.period"));
	sheet_text(s, &value, 98, 90,
	    arena_printf(
		a, "%s %s", words_period(a, p->start, p->end), p->zone));
	sheet_fill(s, RIGHT - box, 77.6, box, 16, 1);
	label.ink = value.ink = 0;
	value.size = 15;
	sheet_text(s, &label, RIGHT - box + 4, 83, text(w, "proof.arrive"));
	sheet_text(
	    s, &value, RIGHT - box + 4, 90, clock_words(s, w, p->arrive));
	sheet_text(s, &strong_type, LEFT, 101.3,
	    sheet_text_cut(s, &strong_type, p->office, RIGHT - LEFT));
	n = sheet_text_wrap(s, &text_type,
	    p->phone[0] == '\0'
		? p->address
		: fill(s, w, "proof.address",
		      (const struct text_arg[]){{"address", p->address},
			  {"phone", p->phone}, {NULL, NULL}}),
	    RIGHT - LEFT, lines, 2);
	for (int i = 0; i < n; i++, y += LINE)
		sheet_text(s, &text_type, LEFT, y, lines[i]);
}

static void
draw_people(struct sheet *s, const struct work *w)
{
	const double x[4] = {LEFT, 25, 95, 129}, top = 119.5;
	static const char *const heads[4] = {
	    "proof.number", "proof.name", "proof.nik", "proof.kind"};
	double pitch = (TABLE_END - top) / w->proof->count;
	double y = top;

	if (pitch > 7.5)
		pitch = 7.5;
	sheet_rule(s, LEFT, 113.5, RIGHT, 113.5, 0.25);
	for (int i = 0; i < 4; i++)
		sheet_text(s, &label_type, x[i], 117.6, text(w, heads[i]));
	sheet_rule(s, LEFT, top, RIGHT, top, 0.25);
	for (int i = 0; i < w->proof->count; i++, y += pitch) {
		const struct proof_person *p = &w->proof->people[i];
		double base = y + pitch / 2 + 1.4;
		struct sheet_type name = {PDF_BOLD, 9.5, 1};

		sheet_text(s, &text_type, x[0], base,
		    arena_printf(sheet_arena(s), "%d", i + 1));
		draw_name(s, &name, x[1], base, x[2] - x[1] - 2,
		    person_words(s, w, i));
		sheet_text(s, &text_type, x[2], base, p->nik);
		sheet_text(s, &text_type, x[3], base,
		    sheet_text_cut(
			s, &text_type, text(w, p->kind), RIGHT - x[3]));
		/* Close rows read better without lines between. */
		if (pitch >= 6 || i == w->proof->count - 1)
			sheet_rule(s, LEFT, y + pitch, RIGHT, y + pitch, 0.1);
	}
}

static void
draw_fold(struct sheet *s, const struct work *w)
{
	const struct text_arg when[] = {
	    {"when", instant_words(s, w, w->proof->printed)}, {NULL, NULL}};

	sheet_text(
	    s, &small_type, LEFT, 145.3, fill(s, w, "proof.printed", when));
	sheet_text_right(
	    s, &small_type, RIGHT, 145.3, text(w, "proof.unsigned"));
	sheet_rule(s, 6, FOLD, 12, FOLD, 0.15);
	sheet_rule(s, SHEET_WIDTH - 12, FOLD, SHEET_WIDTH - 6, FOLD, 0.15);
}

static void
add_notice(struct sheet *s, struct work *w, const char *notice)
{
	int n = sheet_text_wrap(s, &text_type, notice, RIGHT - LEFT - 4,
	    w->notices + w->notice_count, NOTICES_MAX - w->notice_count);

	if (n > 0)
		w->opens[w->notice_count] = true;
	w->notice_count += n;
}

/* Collects the notices and computes where they begin: the last one ends at a
 * fixed height above the foot. */
static void
gather_notices(struct sheet *s, struct work *w)
{
	const struct proof *p = w->proof;
	const struct text_arg late[] = {
	    {"minutes",
		arena_printf(sheet_arena(s), "%d", p->start - p->arrive)},
	    {"time", clock_words(s, w, p->arrive)},
	    {"lapse", clock_words(s, w, p->lapse)}, {NULL, NULL}};

	add_notice(s, w, fill(s, w, "proof.late", late));
	if (p->cancel != NULL) {
		const struct text_arg when[] = {
		    {"when", instant_words(s, w, *p->cancel)}, {NULL, NULL}};

		add_notice(s, w, fill(s, w, "proof.cancel", when));
	}
	add_notice(s, w, text(w, "proof.free"));
	add_notice(s, w, text(w, "proof.secret"));
	w->notice = NOTICE_END;
	for (int i = 1; i < w->notice_count; i++)
		w->notice -= w->opens[i] ? NOTICE_STEP : LINE;
}

static void
draw_notices(struct sheet *s, const struct work *w)
{
	double y = w->notice;

	sheet_rule(s, LEFT, y - 14, RIGHT, y - 14, 0.25);
	sheet_text(s, &head_type, LEFT, y - 7, text(w, "proof.notice"));
	for (int i = 0; i < w->notice_count; i++) {
		if (i > 0)
			y += w->opens[i] ? NOTICE_STEP : LINE;
		if (w->opens[i])
			sheet_text(s, &text_type, LEFT, y, "\xe2\x80\x93");
		sheet_text(s, &text_type, LEFT + 4, y, w->notices[i]);
	}
}

/* A part of a person's checklist: the documents FROM to UPTO - 1. */
struct part {
	int person, from, upto;
};

/* Draws a part at X, Y, or only measures it (DRAW false); returns its height,
 * white space below included.  Only a part that begins with the first document
 * has the person's name above. */
static double
list_papers(struct sheet *s, const struct work *w, struct part part, double x,
    double y, bool draw)
{
	const struct proof_person *p = &w->proof->people[part.person];
	const double begin = y;

	if (draw && part.from == 0)
		draw_name(s, &strong_type, x, y, COLUMN,
		    arena_printf(sheet_arena(s), "%d. %s", part.person + 1,
			person_words(s, w, part.person)));
	y += HEAD;
	for (int k = part.from; k < part.upto; k++) {
		const char *lines[3];
		int n = sheet_text_wrap(s, &text_type, text(w, p->documents[k]),
		    COLUMN - 6.5, lines, 3);

		if (draw)
			sheet_box(s, x + 0.15, y - 3.1, 3.6, 3.6, 0.3);
		for (int j = 0; j < n; j++) {
			if (draw)
				sheet_text(s, &text_type, x + 6.5, y, lines[j]);
			y += j + 1 < n ? LINE : STEP;
		}
	}
	return y - begin + 2;
}

static void
draw_next_page(struct sheet *s, const struct work *w)
{
	struct sheet_type code = {PDF_CODE, 13, 1};

	sheet_page(s);
	sheet_text(s, &title_type, LEFT, 19.5, text(w, "proof.title"));
	sheet_text_right(s, &code, RIGHT, 19.5, w->code);
	sheet_fill(s, LEFT, 22.5, RIGHT - LEFT, 0.7, 1);
	sheet_text(s, &head_type, LEFT, 31, text(w, "proof.bring"));
}

/* Divides the checklist of the first person between both columns, for a list
 * that is too long for one; draws nothing and returns false if it is too long
 * for both. */
static bool
split_list(struct sheet *s, const struct work *w, double y[2], double end)
{
	int n = w->proof->people[0].document_count;
	struct part left = {0, 0, (n + 1) / 2}, right = {0, (n + 1) / 2, n};
	double a = list_papers(s, w, left, LEFT, y[0], false);
	double b = list_papers(s, w, right, SECOND, y[1], false);
	double high = a > b ? a : b;

	if (y[0] + high - WHITE > end)
		return false;
	list_papers(s, w, left, LEFT, y[0], true);
	list_papers(s, w, right, SECOND, y[1], true);
	y[0] = y[1] = y[0] + high;
	return true;
}

/* Draws each checklist whole, in the column that is less full; one that does
 * not fit there begins the next page. */
static void
draw_lists(struct sheet *s, const struct work *w)
{
	double y[2] = {LIST_TOP, LIST_TOP}, end = w->notice - 17;

	sheet_text(s, &head_type, LEFT, 158, text(w, "proof.bring"));
	sheet_text(s, &text_type, LEFT, 164, text(w, "proof.originals"));
	for (int i = 0; i < w->proof->count; i++) {
		struct part all = {i, 0, w->proof->people[i].document_count};
		int column = y[1] < y[0];
		double high = list_papers(s, w, all, LEFT, 0, false);

		if (y[column] + high - WHITE > end) {
			if (i == 0 && split_list(s, w, y, end))
				continue;
			if (sheet_pages(s) == 1)
				sheet_text_right(s, &label_type, RIGHT, 158,
				    text(w, "proof.more"));
			draw_next_page(s, w);
			y[0] = y[1] = NEXT_TOP;
			end = NEXT_END;
			column = 0;
		}
		list_papers(
		    s, w, all, column == 0 ? LEFT : SECOND, y[column], true);
		y[column] += high;
	}
}

/* Draws the laws, never cut, above the page number.  Page 1 says at its fold
 * that the paper is no signed document; the other pages say it here. */
static void
draw_foot(struct sheet *s, const struct work *w, int page)
{
	struct arena *a = sheet_arena(s);
	const struct text_arg number[] = {
	    {"page", arena_printf(a, "%d", page + 1)},
	    {"pages", arena_printf(a, "%d", sheet_pages(s))}, {NULL, NULL}};
	const char *lines[2 * PROOF_LAWS_MAX + 1];
	double y = FOOT, width = RIGHT - LEFT - 26;
	int n = 0;

	for (int i = 0; i < w->proof->law_count; i++)
		n += sheet_text_wrap(s, &small_type, text(w, w->proof->laws[i]),
		    width, lines + n, 2);
	if (page > 0)
		lines[n++] = text(w, "proof.unsigned");
	y -= (n - 1) * 3.7;
	sheet_rule(s, LEFT, y - 5, RIGHT, y - 5, 0.25);
	for (int i = 0; i < n; i++, y += 3.7)
		sheet_text(s, &small_type, LEFT, y, lines[i]);
	sheet_text_right(
	    s, &small_type, RIGHT, FOOT, fill(s, w, "proof.page", number));
}

static void
draw_proof(struct sheet *s, void *arg)
{
	struct work *w = arg;

	gather_notices(s, w);
	sheet_page(s);
	draw_codes(s, w);
	draw_visit(s, w);
	draw_people(s, w);
	draw_fold(s, w);
	draw_notices(s, w);
	draw_lists(s, w);
	for (int i = 0; i < sheet_pages(s); i++) {
		sheet_turn(s, i);
		draw_foot(s, w, i);
	}
}

enum err
proof_print(struct pdf *pdf, const struct catalogue *texts, struct arena *a,
    const struct proof *proof, struct sheet_file *file)
{
	struct work *w = ARENA_NEW(a, struct work);
	struct sheet_about about = {
	    .title = catalogue_text(texts, proof->lang, "proof.title"),
	    .author = proof->office,
	    .lang = proof->lang,
	    .printed = proof->printed,
	    .offset = proof->offset,
	    .max = PROOF_SIZE_MAX};
	enum err err;

	w->proof = proof;
	w->texts = texts;
	err = code128_make(proof->code, &w->bars);
	if (err == OK && (strlen(proof->code) != CODE_SIZE - 1 ||
			     proof->count < 1 || proof->count > PARTY_MAX))
		err = ERR_INPUT;
	if (err == OK)
		err = qr_make(a, proof->ticket, &w->qr);
	if (err != OK) {
		log_fault(
		    "proof", "err=%s people=%d", err_name(err), proof->count);
		return err;
	}
	code_show(proof->code, w->code);
	return sheet_print(pdf, a, &about, draw_proof, w, file);
}
