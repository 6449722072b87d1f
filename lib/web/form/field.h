/* field.h - the declared fields of a form, typed and judged.
 *
 * An endpoint declares every field it takes; other inputs are ignored.  Each
 * field keeps its fault.  The form shows all faults, and all that was typed
 * except secrets, again.  Text is valid UTF-8 without control bytes, its runs
 * of blanks made one space.  Damaged text is a fault, and the form shows the
 * part of the text that can be read.  A field with a fault (a refused field)
 * has no text and no number, so a program can only use valid input.  The list
 * of faults names a field by the text label.NAME, if the catalogue has that
 * text, and an item or cell by field_name() too.  A page has an underscore
 * where the name of a field has a dash.
 *
 * A field may have several items, with inputs named NAME-0 .. NAME-(items-1);
 * or it may be a grid of `rows` rows of `items` cells, with inputs named
 * NAME-ROW-COLUMN, from NAME-0-0 on.  The index of the cell in row R, column C
 * is (R * items + C).  A field has at most 200 items or cells.
 *
 *	static const struct field fields[] = {
 *	    [F_STEP] = {.name = "step", .kind = FIELD_CHOICE,
 *		.choice = (const char *const[]){"save", "remove", NULL},
 *		.hidden = true},
 *	    [F_OPENS] = {.name = "opens", .kind = FIELD_MINUTE,
 *		.required = "save"},
 *	    [F_FIRST] = {.name = "first", .kind = FIELD_DATE, .high = 365},
 *	    [F_QUOTA] = {.name = "quota", .kind = FIELD_INT, .high = 500,
 *		.rows = 5, .items = 7},
 *	};
 */
#ifndef WEB_FORM_FIELD_H
#define WEB_FORM_FIELD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/catalogue.h"
#include "web/page/view.h"

enum field_kind {
	FIELD_LINE,   /* one line of text, at most `high` bytes */
	FIELD_TEXT,   /* lines, each but the last ended by \n; at most `high`
	                 bytes; blanks at their ends and empty lines around
	                 them are dropped */
	FIELD_SECRET, /* as typed, never shown again; at most `high` bytes */
	FIELD_WORD,   /* [a-z0-9-], at most `high` bytes */
	FIELD_LOGIN,  /* staff's sign-in name: [a-z0-9.-_]; capitals become
	                 small letters */
	FIELD_CHOICE, /* one word of `choice` */
	FIELD_INT,    /* decimal, low..high */
	FIELD_ID,     /* decimal, 1..INT64_MAX */
	FIELD_DATE,   /* NAME-day, NAME-month, NAME-year: from `low` to `high`
	                 days after today; without bounds a past day */
	FIELD_DAY,    /* 2026-11-22 */
	FIELD_MINUTE, /* a time of day, 8:00, 08.00 or 0800, to 24:00 */
	FIELD_CODE,   /* `low` symbols with a check symbol (bytes_b32_typed) */
	FIELD_TOKEN,  /* base64url, at most `high` bytes */
	FIELD_EMAIL,  /* an address with one @ and a host with a point */
	FIELD_PHONE,  /* digits, blanks, + - ( ), kept as + and digits */
	FIELD_CHECK,  /* a box: there or not */
};

#define FIELD_PAIRS 500 /* most inputs of a form that is sent */

/* A value of `required`: whichever button was pressed. */
#define FIELD_ON_POST "*"

struct field {
	const char *name;
	enum field_kind kind;
	int low, high;
	const char *const *choice; /* CHOICE: the words, NULL-ended */
	/* What an id, a code or a word names: "slot", "booking"; "office" is
	 * an office by its code, see app/core/gate.h. */
	const char *object;
	int items; /* 0: a single field */
	int rows;  /* 0: no grid */
	/* A POST must have it: FIELD_ON_POST, or the buttons that need it, as
	 * words of the field called "step" with a blank between; NULL: none. */
	const char *required;
	const char
	    *missing; /* key of the fault if it is missing; NULL: the kind's */
	bool hidden; /* no person types it: a damaged value counts as missing */
	bool fleeting; /* not kept while its sender signs in
	                  (app/who/pending.h): the person must agree again, or
	                  the page makes it again */
};

/* The value of one field, item or cell. */
struct field_value {
	const char *typed; /* as the form shows it again; "" if nothing came */
	const char *text;  /* in normal form: 7 for 07, 08:00 for 8.00; "" if
	                      refused; always "" of a FIELD_DATE */
	const char *day, *month, *year; /* of FIELD_DATE, as typed */
	int64_t number;    /* INT, ID; DATE, DAY: a day; MINUTE: since midnight;
	                      CHOICE: index of the word; 0 if refused */
	bool given;        /* something came, valid or not */
	const char *error; /* key of the fault, NULL if none */
	int64_t limit;     /* {n} of the fault's text */
	const char *name;  /* see field_name() */
};

struct fields {
	struct arena *arena;
	const struct field *spec;
	size_t count;
	struct field_value **value; /* by field, then by item or cell */
	int64_t now;
	int errors;
};

/* Reads FORM ("a=1&b=2", percent-encoded) for the declared fields at the
 * instant NOW.  ERR_INPUT if it has more than FIELD_PAIRS pairs; faults of
 * single fields are in the values. */
MUST_USE enum err fields_read(struct fields *f, struct arena *a,
    const struct field *spec, size_t count, const char *form, size_t n,
    int64_t now);

/* field_at() returns the value of item or cell ITEM of the field INDEX (0 for a
 * single field); the others return the text, the number and `given` of a single
 * field. */
const struct field_value *field_at(
    const struct fields *f, size_t index, int item);
const char *field_text(const struct fields *f, size_t index);
int64_t field_number(const struct fields *f, size_t index);
bool field_given(const struct fields *f, size_t index);

/* True if something came and is valid. */
bool field_ok(const struct fields *f, size_t index);

/* The index, in `choice`, of the word that came for a FIELD_CHOICE; -1 if none
 * came or it is not in `choice`. */
int field_choice(const struct fields *f, size_t index);

/* Refuses each field that a POST must have (`required`) and that did not come.
 * The gate calls it for every POST.  If more than the button decides whether a
 * field is required, the program refuses it with field_fail. */
void fields_require(struct fields *f);

/* Refuse a field, or its item or cell ITEM, for a reason that only the program
 * can know.  KEY is the key of the fault's text in the catalogue, N the value
 * for the hole {n} of that text. */
void field_fail(struct fields *f, size_t index, const char *key);
void field_fail_at(
    struct fields *f, size_t index, int item, const char *key, int64_t n);

/* Names an item or cell in the list of faults, "Quota (Monday, 08.00): ...".
 * Without a name it is called by its number from 1, a cell by those of its row
 * and column; the name "" leaves the field's label alone.  NAME is kept. */
void field_name(struct fields *f, size_t index, int item, const char *name);

/* Forgets the value and the fault of a field, as if nothing had come.  For
 * hidden fields, whose faults no person can mend. */
void field_forget(struct fields *f, size_t index);

/* The name and the value of one input. */
struct field_pair {
	const char *name, *value;
};

/* Stores in *OUT, in the arena of F, the pairs of all inputs of field INDEX as
 * they were typed, for hidden inputs that send them again.  Returns the number
 * of pairs; 0 for a secret. */
int field_pairs(
    const struct fields *f, size_t index, const struct field_pair **out);

/* Adds a pair to the list `fields` of VIEW. */
void field_pair_show(const struct field_pair *pair, struct view *view);

/* Puts the values and faults of single fields into VIEW: NAME and NAME_error
 * (of a FIELD_DATE: NAME_day, NAME_month, NAME_year, NAME_error), the list
 * `errors` of {href, text} and the text `error_count`.  In the list the text
 * label.NAME, if it exists, precedes the fault.  Names that the page lacks are
 * left out.
 *
 * The list has the faults of items and cells too.  fields_show_item() and
 * fields_show_cell() put the value and the fault of one item or cell into VIEW,
 * under the name of its field.  Call field_name() before
 * fields_show(). */
void fields_show(const struct fields *f, struct view *view,
    const struct catalogue *texts, enum lang lang);
void fields_show_item(const struct fields *f, int item, struct view *view,
    const struct catalogue *texts, enum lang lang);
void fields_show_cell(const struct fields *f, int row, int column,
    struct view *view, const struct catalogue *texts, enum lang lang);

#endif
