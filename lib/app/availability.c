/* availability.c - what was free a moment ago, kept by the process. */
#include "app/availability.h"

#include <stdio.h>
#include <string.h>

#include "base/day.h"

#define PROVINCES 64 /* kept at once; there are 38 */
#define ARENA_SIZE 16384

/* One thing kept: its memory, and when it was read. */
struct kept {
	struct arena arena;
	int64_t at; /* 0: nothing is kept */
};

struct province_kept {
	struct kept kept;
	char code[3]; /* "" is the whole country */
	struct slot_list list;
};

struct store {
	struct kept calendar_kept;
	struct calendar calendar;
	struct kept country_kept;
	struct availability country;
	struct province_kept province[PROVINCES];
};

enum err
availability_start(struct app *app)
{
	app->own = ARENA_NEW(&app->arena, struct store);
	return OK;
}

static bool
fresh(const struct kept *k, int64_t now)
{
	return k->at != 0 && k->at <= now && now < k->at + AVAILABILITY_AGE;
}

/* Drops what was kept, before it is read anew. */
static void
renew(struct kept *k)
{
	if (k->arena.block == NULL)
		arena_init(&k->arena, ARENA_SIZE);
	else
		arena_reset(&k->arena);
	k->at = 0;
}

enum err
availability_country(struct cx *cx, const struct availability **out)
{
	struct store *store = cx->app->own;
	struct availability *c = &store->country;
	struct kept *k = &store->country_kept;
	enum err e = OK;

	if (!fresh(k, cx->now)) {
		renew(k);
		e = office_list(cx->db, &k->arena, "", &c->office, &c->offices);
		if (e == OK)
			e = service_list(
			    cx->db, &k->arena, c->service, &c->services);
		if (e != OK)
			return e;
		k->at = cx->now;
	}
	*out = c;
	return OK;
}

enum err
availability_calendar(struct cx *cx, const struct calendar **out)
{
	struct store *store = cx->app->own;
	struct calendar *c = &store->calendar;
	struct kept *k = &store->calendar_kept;
	int32_t today = day_local(cx->now, 420);
	enum err e = OK;

	if (!fresh(k, cx->now)) {
		renew(k);
		e = opening_ahead(
		    cx->db, &k->arena, cx->now, &c->wave, &c->waves);
		if (e == OK)
			e = opening_last_day(
			    cx->db, &k->arena, cx->now, &c->last_day);
		if (e == OK)
			e = closed_day_list(cx->db, &k->arena, 0, today,
			    today + AVAILABILITY_AHEAD, &c->closed,
			    &c->closed_count);
		if (e != OK)
			return e;
		k->at = cx->now;
	}
	*out = c;
	return OK;
}

/* Where PROVINCE_CODE, which is one of an office, is kept or can be. */
static struct province_kept *
province_find(struct store *store, const char *province_code)
{
	struct province_kept *p = store->province;
	int i = 0;

	while (i < PROVINCES - 1 && p[i].kept.at != 0 &&
	       strcmp(p[i].code, province_code) != 0)
		i++;
	if (strcmp(p[i].code, province_code) != 0) {
		p[i].kept.at = 0;
		snprintf(p[i].code, sizeof(p[i].code), "%s", province_code);
	}
	return &p[i];
}

enum err
availability_slots(
    struct cx *cx, const char *province_code, const struct slot_list **out)
{
	struct province_kept *p = province_find(cx->app->own, province_code);

	if (!fresh(&p->kept, cx->now)) {
		enum err e;

		renew(&p->kept);
		e = slot_upcoming(
		    cx->db, &p->kept.arena, province_code, cx->now, &p->list);
		if (e != OK)
			return e;
		p->kept.at = cx->now;
	}
	*out = &p->list;
	return OK;
}

const char *
availability_kind(struct cx *cx, const struct availability *av, size_t index)
{
	const char *kind = field_text(&cx->field, index);
	const struct service *s = service_find(av->service, av->services, kind);

	if (field_at(&cx->field, index, 0)->error != NULL ||
	    !field_given(&cx->field, index))
		return "";
	if (s != NULL && s->bookable)
		return s->code;
	field_fail(&cx->field, index, "field.choice");
	return "";
}

const char *
availability_keep(struct cx *cx, const char *kind, size_t index)
{
	int n = (int)field_number(&cx->field, index);

	return arena_printf(cx->arena, "%s%s%s",
	    *kind == '\0' ? "" : "&kind=", kind,
	    n == 0 ? "" : arena_printf(cx->arena, "&n=%d", n));
}
