/* plan.c - reads what is being booked, at every step. */
#include "public/booking/booking.h"

#include <string.h>

#include "base/bytes.h"
#include "base/day.h"
#include "queue/seat/place.h"

#define OLD_YEAR 1950 /* oldest year of issue of a passport */

static const char *const steps[] = {
    [STEP_CHECK] = "check",
    [STEP_CONFIRM] = "confirm",
    [STEP_PERSON] = "person",
    NULL,
};

const struct field booking_fields[F_COUNT] = {
    [F_KIND] = {.name = "kind", .kind = FIELD_WORD, .high = 16},
    [F_N] = {.name = "n", .kind = FIELD_INT, .low = 1, .high = PARTY_MAX},
    [F_OFFICE] = {.name = "office",
	.kind = FIELD_WORD,
	.high = 32,
	.object = "office"},
    [F_SLOT] = {.name = "slot", .kind = FIELD_ID, .object = "slot"},
    [F_WAS] = {.name = "was",
	.kind = FIELD_ID,
	.object = "slot",
	.hidden = true},
    [F_STEP] = {.name = "step",
	.kind = FIELD_CHOICE,
	.choice = steps,
	.hidden = true},
    [F_DECLARE] = {.name = "declare",
	.kind = FIELD_CHECK,
	.high = 8,
	.fleeting = true},
    [F_ONCE] = {.name = "once",
	.kind = FIELD_TOKEN,
	.high = 22,
	.hidden = true},
    [F_CARDS] = {.name = "cards",
	.kind = FIELD_TOKEN,
	.high = CARDS_TEXT,
	.hidden = true,
	.fleeting = true},
    [F_WHO] = {.name = "who",
	.kind = FIELD_ID,
	.object = "person",
	.items = PERSON_MAX},
    [F_WHAT] = {.name = "kind",
	.kind = FIELD_WORD,
	.high = 16,
	.items = PERSON_MAX},
    [F_YEAR] = {.name = "year",
	.kind = FIELD_INT,
	.low = 0,
	.high = 2100,
	.items = PERSON_MAX},
    [F_ABROAD] = {.name = "abroad",
	.kind = FIELD_CHECK,
	.high = 8,
	.items = PERSON_MAX},
    PERSON_FORM(F_PERSON),
};

static enum err
rules(struct cx *cx, struct plan *p)
{
	int64_t office = p->office.id;
	enum err e = availability_parameter(
	    cx, office, PARAMETER_ARRIVE_BEFORE, &p->arrive_before);

	if (e == OK)
		e = availability_parameter(
		    cx, office, PARAMETER_LIVE_PER_ACCOUNT, &p->limit);
	if (e == OK)
		e = availability_parameter(
		    cx, office, PARAMETER_PARTY, &p->party_max);
	return e;
}

void
plan_once_new(struct cx *cx, struct plan *p)
{
	char *text =
	    arena_alloc(cx->arena, BYTES_B64URL_SIZE(BOOKING_ONCE_SIZE));
	unsigned char bytes[BOOKING_ONCE_SIZE];

	crypt_random(bytes, sizeof(bytes));
	bytes_b64url(bytes, sizeof(bytes), text);
	p->once = text;
}

bool
plan_once_known(const struct cx *cx)
{
	unsigned char once[BOOKING_ONCE_SIZE];

	return bytes_b64url_read(
		   field_text(&cx->field, F_ONCE), once, sizeof(once)) &&
	       place_once_known(cx->app->places, once);
}

static void
once_read(struct cx *cx, struct plan *p)
{
	unsigned char bytes[BOOKING_ONCE_SIZE];

	p->once = field_text(&cx->field, F_ONCE);
	if (!bytes_b64url_read(p->once, bytes, sizeof(bytes)))
		plan_once_new(cx, p);
}

/* The id of the chosen slot; after a refusal without a new choice, the id of
 * the refused slot. */
static int64_t
plan_slot(const struct cx *cx)
{
	return field_number(
	    &cx->field, field_given(&cx->field, F_SLOT) ? F_SLOT : F_WAS);
}

enum err
plan_read(struct cx *cx, struct plan *p)
{
	int n = (int)field_number(&cx->field, F_N);
	enum err e;

	*p = (struct plan){.limit = 0};
	e = availability_snapshot(cx, &p->snapshot);
	if (e == OK)
		e = availability_find_slot(
		    cx, plan_slot(cx), n < 1 ? 1 : n, &p->slot, &p->office);
	if (e == OK)
		e = rules(cx, p);
	if (e != OK)
		return e;
	p->b.slot_id = p->slot.id;
	p->b.lang = lang_name(cx->lang);
	once_read(cx, p);
	return OK;
}

enum err
plan_people(struct cx *cx, struct plan *p)
{
	enum err e = auth_confirm_people(cx, p->person, &p->persons);

	if (e == OK)
		p->b.account_id = cx->who.account_id;
	return e;
}

/* Adds the person of item ITEM to the party, or adds faults to the fields of
 * that item. */
static void
choose_one(struct cx *cx, struct plan *p, int item)
{
	int64_t id = field_at(&cx->field, F_WHO, item)->number;
	const struct field_value *what = field_at(&cx->field, F_WHAT, item);
	const struct field_value *year = field_at(&cx->field, F_YEAR, item);
	const struct person *who = NULL;
	const struct service *s = service_find(
	    p->snapshot->service, p->snapshot->services, what->text);
	struct applicant *a = &p->b.applicant[p->b.party];

	for (int i = 0; i < p->persons; i++)
		if (p->person[i].id == id)
			who = &p->person[i];
	if (who == NULL || who->member_no != item) {
		field_fail_at(&cx->field, F_WHO, item, "field.who.gone", 0);
		return;
	}
	if (year->given && (s == NULL || s->replaces) &&
	    (year->number < OLD_YEAR ||
		year->number > day_date(p->slot.day).year))
		field_fail_at(&cx->field, F_YEAR, item, "field.old.year", 0);
	if (s == NULL || !s->bookable) {
		field_fail_at(&cx->field, F_WHAT, item,
		    what->given ? "field.kind.bap" : "field.kind", 0);
		return;
	}
	a->no = p->b.party + 1;
	a->person = *who;
	a->service = s->code;
	a->service_id = s->id;
	if (s->replaces) {
		a->old_year = (int)year->number;
		a->old_abroad = field_at(&cx->field, F_ABROAD, item)->given;
	}
	p->b.party++;
}

_Static_assert(PERSON_MAX <= PARTY_MAX, "an account may come whole");

enum err
plan_choose(struct cx *cx, struct plan *p)
{
	p->b.party = 0;
	for (int item = 0; item < PERSON_MAX; item++)
		if (field_at(&cx->field, F_WHO, item)->given)
			choose_one(cx, p, item);
	if (p->b.party == 0 && cx->field.errors == 0)
		field_fail_at(&cx->field, F_WHO, 0, "field.who", 0);
	if (p->b.party > p->party_max)
		field_fail_at(
		    &cx->field, F_WHO, 0, "field.who.many", p->party_max);
	return cx->field.errors == 0 ? OK : ERR_INPUT;
}

int
plan_chosen(const struct cx *cx)
{
	int n = 0;

	for (int item = 0; item < PERSON_MAX; item++)
		n += field_at(&cx->field, F_WHO, item)->given;
	return n;
}

const char *
plan_party(const struct cx *cx)
{
	return field_ok(&cx->field, F_N) ? field_text(&cx->field, F_N) : "1";
}

/* Appends the fields of item ITEM at ARG; returns the new end. */
static struct cx_arg *
args_add(struct cx *cx, int item, struct cx_arg *arg)
{
	static const size_t of_item[] = {F_WHO, F_WHAT, F_YEAR, F_ABROAD};

	for (size_t i = 0; i < sizeof(of_item) / sizeof(of_item[0]); i++)
		*arg++ =
		    (struct cx_arg){arena_printf(cx->arena, "%s-%d",
					booking_fields[of_item[i]].name, item),
			field_at(&cx->field, of_item[i], item)->text};
	return arg;
}

const struct cx_arg *
plan_args(struct cx *cx)
{
	const struct fields *f = &cx->field;
	struct cx_arg *arg =
	    ARENA_ARRAY(cx->arena, struct cx_arg, 3 + 4 * PERSON_MAX + 1);
	struct cx_arg *end = arg + 3;
	const char *kind = field_text(f, F_KIND);
	int n = 0;

	for (int i = 0; i < PERSON_MAX; i++) {
		if (!field_at(f, F_WHO, i)->given)
			continue;
		if (n++ == 0 && *kind == '\0')
			kind = field_at(f, F_WHAT, i)->text;
		end = args_add(cx, i, end);
	}
	arg[0] = (struct cx_arg){"slot", cx_int(cx, plan_slot(cx))};
	arg[1] = (struct cx_arg){"kind", kind};
	arg[2] =
	    (struct cx_arg){"n", n > 0 ? cx_int(cx, n) : field_text(f, F_N)};
	return arg;
}
