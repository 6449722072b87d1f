/* availability_slots.c - slots with the places left, and their caches. */
#include "app/public/availability.h"

#include <string.h>

#include "app/public/availability_private.h"

/* Sets *LEFT to the places left in slot ID according to the seat map, else to
 * the database's snapshot. */
static enum err
left_of(struct cx *cx, int64_t id, int *left)
{
	struct source *asked;
	enum err e;

	*left = place_known(cx->app->places, id);
	if (*left >= 0)
		return OK;
	e = availability_asked(cx, &asked);
	if (e == OK)
		*left = snapshot_left(&asked->snapshot, id);
	/* the slot is newer than the snapshot */
	if (e == OK && *left < 0)
		*left = 0;
	return e;
}

/* True if the state of S depends on the places left, which are still 0. */
static bool
needs_left(struct slot *s, const struct office *office, int64_t now)
{
	return slot_judge(s, office, 1, now) == SLOT_FULL;
}

/* Sets `left` of the slots in LIST whose state depends on it. */
static enum err
fill_left(struct cx *cx, const struct office *office, struct slot_list *list)
{
	enum err e = OK;

	for (int i = 0; e == OK && i < list->count; i++) {
		struct slot *s = &list->slot[i];

		if (needs_left(s, office, cx->now))
			e = left_of(cx, s->id, &s->left);
	}
	return e;
}

/* Sets *LIST to the slots of OFFICE, in A, with the places left.  OFFICE points
 * into the snapshot of NOW. */
static enum err
office_slots(struct cx *cx, struct arena *a, const struct source *now,
    const struct office *office, struct slot_list *list)
{
	snapshot_slots(&now->snapshot, a, office, list);
	return fill_left(cx, office, list);
}

/* The decoded slots of OFFICE, from the cache; decodes them if the cache does
 * not have them. */
static const struct slot_list *
listed(struct source *now, const struct office *office)
{
	struct listed *l;

	for (int i = 0; i < LISTED_ENTRIES; i++)
		if (now->listed[i].office_id == office->id)
			return &now->listed[i].list;
	l = &now->listed[now->next_listed++ % LISTED_ENTRIES];
	arena_reset(&l->arena);
	snapshot_slots(&now->snapshot, &l->arena, office, &l->list);
	l->office_id = office->id;
	return &l->list;
}

enum err
availability_slots(
    struct cx *cx, const struct office *office, struct slot_list *list)
{
	const struct slot_list *known;
	struct source *now;
	size_t n;
	enum err e = availability_source(cx, &now);

	if (e != OK)
		return e;
	known = listed(now, office);
	*list = *known;
	n = (size_t)known->count * sizeof(*known->slot);
	list->slot = arena_raw(cx->arena, n);
	if (n > 0)
		memcpy(list->slot, known->slot, n);
	return fill_left(cx, office, list);
}

/* Computes the state of office I for a party, unless it was computed in this
 * second. */
static enum err
office_sum(struct cx *cx, struct source *now, int i, int party)
{
	struct arena *scratch = &cx->app->availability->scratch;
	const struct office *o = &now->snapshot.office[i];
	int64_t *at = &now->sums.at[party - 1][i];
	struct slot_list list;
	enum err e;

	if (*at == cx_moment(cx))
		return OK;
	arena_reset(scratch);
	e = office_slots(cx, scratch, now, o, &list);
	if (e != OK)
		return e;
	slot_sum(&list, o, party, cx->now, &now->sums.sum[party - 1][i]);
	*at = cx_moment(cx);
	return OK;
}

enum err
availability_sums(struct cx *cx, const char *province_code, int party,
    const struct slot_summary **sum)
{
	struct source *now;
	enum err e = availability_source(cx, &now);

	for (int i = 0; e == OK && i < now->snapshot.offices; i++)
		if (*province_code == '\0' ||
		    strcmp(now->snapshot.office[i].province_code,
			province_code) == 0)
			e = office_sum(cx, now, i, party);
	if (e == OK)
		*sum = now->sums.sum[party - 1];
	return e;
}

enum err
availability_find_slot(struct cx *cx, int64_t id, int party, struct slot *slot,
    struct office *office)
{
	const struct office *o = NULL;
	struct source *now;
	struct slot s;
	enum err e = availability_source(cx, &now);

	if (e != OK)
		return e;
	if (snapshot_slot(&now->snapshot, id, &s))
		o = snapshot_office_by_id(&now->snapshot, s.office_id);
	if (o == NULL)
		return slot_find(
		    cx->db, cx->arena, id, party, cx->now, slot, office);
	if (needs_left(&s, o, cx->now)) {
		e = place_left(
		    cx->app->places, cx->db, cx->arena, id, cx->now, &s.left);
		if (e != OK)
			return e;
		snapshot_left_note(&now->snapshot, id, s.left);
	}
	slot_judge(&s, o, party, cx->now);
	*slot = s;
	*office = *o;
	return OK;
}

/* For slot_alternatives: a search for slots in place of a slot at HOME. */
struct instead {
	struct cx *cx;
	struct source *now;
	const struct office *home;
	int party;
};

/* The callback of slot_alternatives that returns the slots of an office.
 * Decodes the slots of an office other than HOME only if the state of that
 * office for this party is open. */
static enum err
slots_instead(void *ctx, const struct office *office, struct slot_list *list)
{
	const struct instead *w = ctx;
	int i = (int)(office - w->now->snapshot.office);

	if (office != w->home) {
		enum err e = office_sum(w->cx, w->now, i, w->party);

		if (e != OK)
			return e;
		if (w->now->sums.sum[w->party - 1][i].state != SLOT_OPEN) {
			*list = (struct slot_list){.count = 0};
			return OK;
		}
	}
	return office_slots(w->cx, w->cx->arena, w->now, office, list);
}

/* The offices nearest to HOME, which points into the snapshot of NOW. */
static const struct neighbours *
neighbours_of(struct cx *cx, struct source *now, const struct office *home)
{
	const struct snapshot *b = &now->snapshot;
	struct neighbours **n = &now->neighbours[home - b->office];

	if (*n == NULL) {
		*n = ARENA_NEW(&now->arena, struct neighbours);
		(*n)->count = slot_near(
		    cx->arena, b->office, b->offices, home, (*n)->near);
	}
	return *n;
}

/* The entry of the cache for WISH at HOME, if the entry was made in this second
 * and all its slots still have as many places left; else NULL. */
static const struct offered *
offered(struct cx *cx, const struct source *now, const struct office *home,
    const struct slot_wish *wish, int asked)
{
	const struct offered *k = now->offered;
	const struct offered *end = k + OFFERED_ENTRIES;

	while (k < end && (k->at != cx_moment(cx) || k->office_id != home->id ||
			      k->day != wish->day || k->start != wish->start ||
			      k->party != wish->party || k->asked != asked))
		k++;
	if (k == end)
		return NULL;
	for (int i = 0; i < k->count; i++)
		if (place_known(cx->app->places, k->offer[i].slot.id) !=
		    k->offer[i].slot.left)
			return NULL;
	return k;
}

/* Puts MADE into the cache.  The pointers in MADE stay valid as long as the
 * cache: open slots have no reason texts, and offices belong to the
 * snapshot. */
static void
offered_keep(struct cx *cx, struct source *now, const struct office *home,
    const struct slot_wish *wish, const struct offered *made)
{
	struct offered *k =
	    &now->offered[now->next_offered++ % OFFERED_ENTRIES];

	*k = *made;
	k->at = cx_moment(cx);
	k->office_id = home->id;
	k->day = wish->day;
	k->start = wish->start;
	k->party = wish->party;
}

enum err
availability_alternatives(struct cx *cx, const struct office *office,
    const struct slot_wish *wish, struct slot_offer *offer, int *count)
{
	struct instead w = {.cx = cx, .party = wish->party};
	struct slot_source source = {.slots = slots_instead, .ctx = &w};
	struct offered made = {.asked = *count};
	const struct neighbours *near;
	const struct offered *k;
	enum err e = availability_source(cx, &w.now);

	if (e != OK)
		return e;
	/* OFFICE possibly points into another snapshot */
	w.home = snapshot_office_by_id(&w.now->snapshot, office->id);
	if (w.home == NULL || w.party < 1 || w.party > PARTY_MAX) {
		*count = 0;
		return OK;
	}
	k = offered(cx, w.now, w.home, wish, *count);
	if (k != NULL) {
		*count = k->count;
		memcpy(offer, k->offer, (size_t)k->count * sizeof(*offer));
		return OK;
	}
	near = neighbours_of(cx, w.now, w.home);
	source.near = near->near;
	source.count = near->count;
	e = slot_alternatives(&source, w.home, wish, offer, count);
	if (e == OK && made.asked <= OFFERS_MAX) {
		made.count = *count;
		memcpy(made.offer, offer, (size_t)*count * sizeof(*offer));
		offered_keep(cx, w.now, w.home, wish, &made);
	}
	return e;
}
