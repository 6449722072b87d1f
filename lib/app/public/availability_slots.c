/* availability_slots.c - slots and what is left of them. */
#include "app/public/availability.h"

#include <stdio.h>
#include <string.h>

#include "app/public/availability_private.h"

/* Where PROVINCE_CODE, which is one of an office, is kept or can be. */
static struct province_kept *
province_find(struct availability *av, const char *province_code)
{
	struct province_kept *p = av->province;
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

/* The slots of a province, or of all (""), as the database said a moment
 * ago. */
static enum err
province_slots(struct cx *cx, const char *province_code, struct slot_list *list)
{
	struct province_kept *p =
	    province_find(cx->app->availability, province_code);

	if (!kept_fresh(&p->kept, cx->now)) {
		enum err e;

		kept_renew(&p->kept);
		e = slot_upcoming(
		    cx->db, &p->kept.arena, province_code, cx->now, &p->list);
		if (e != OK)
			return e;
		p->kept.at = cx->now;
	}
	*list = p->list;
	return OK;
}

/* True if it depends on the places left, which are still 0, whether S of OFFICE
 * can be booked. */
static bool
counts(struct slot *s, const struct office *office, int64_t now)
{
	return slot_judge(s, office, 1, now) == SLOT_FULL;
}

/* Sets what the map knows to be left of the slots of OFFICE; false if there
 * is one it does not know. */
static bool
fill(struct cx *cx, const struct office *office, struct slot_list *list)
{
	for (int i = 0; i < list->count; i++) {
		struct slot *s = &list->slot[i];

		if (!counts(s, office, cx->now))
			continue;
		s->left = place_known(cx->app->places, s->id);
		if (s->left < 0)
			return false;
	}
	return true;
}

/* The slots of OFFICE from memory, in A.  One that came to the database after
 * the map was made: that province is asked of the database, as seldom as if
 * there were no map. */
static enum err
office_slots(struct cx *cx, struct arena *a, const struct snapshot *snapshot,
    const struct office *office, struct slot_list *list)
{
	snapshot_slots(snapshot, a, office, list);
	return fill(cx, office, list)
	           ? OK
	           : province_slots(cx, office->province_code, list);
}

/* The slots of OFFICE unpacked, which many ask for one after the other. */
static const struct slot_list *
listed(struct memory *m, const struct snapshot *snapshot,
    const struct office *office)
{
	struct listed *l;

	for (int i = 0; i < LISTED_ROOMS; i++)
		if (m->listed[i].office_id == office->id)
			return &m->listed[i].list;
	l = &m->listed[m->next_listed++ % LISTED_ROOMS];
	arena_reset(&l->arena);
	snapshot_slots(snapshot, &l->arena, office, &l->list);
	l->office_id = office->id;
	return &l->list;
}

enum err
availability_slots(
    struct cx *cx, const struct office *office, struct slot_list *list)
{
	struct availability *av = cx->app->availability;
	const struct snapshot *snapshot = availability_memory(cx);
	const struct slot_list *known;
	size_t n;
	/* the caller's may be a copy, or older than the snapshot */
	const struct office *o =
	    snapshot == NULL ? NULL
			     : snapshot_office_by_id(snapshot, office->id);

	if (o == NULL)
		return province_slots(cx, office->province_code, list);
	known = listed(&av->memory, snapshot, o);
	*list = *known;
	n = (size_t)known->count * sizeof(*known->slot);
	list->slot = arena_raw(cx->arena, n);
	if (n > 0)
		memcpy(list->slot, known->slot, n);
	return fill(cx, o, list) ? OK
	                         : province_slots(cx, o->province_code, list);
}

static bool
within(const struct office *office, const char *province_code)
{
	return *province_code == '\0' ||
	       strcmp(office->province_code, province_code) == 0;
}

/* From memory: the sum of the snapshot's office I, made once a second at most.
 */
static enum err
memory_sum(struct cx *cx, const struct snapshot *snapshot, int i, int party)
{
	struct availability *av = cx->app->availability;
	struct memory *m = &av->memory;
	const struct office *o = &snapshot->office[i];
	int64_t *at = &m->sums.at[party - 1][i];
	struct slot_list list;
	enum err e;

	if (*at == cx_moment(cx))
		return OK;
	arena_reset(&m->scratch);
	e = office_slots(cx, &m->scratch, snapshot, o, &list);
	if (e != OK)
		return e;
	slot_sum(&list, o, party, cx->now, &m->sums.sum[party - 1][i]);
	*at = cx_moment(cx);
	return OK;
}

static enum err
memory_sums(struct cx *cx, const struct snapshot *snapshot,
    const char *province_code, int party)
{
	enum err e = OK;

	for (int i = 0; e == OK && i < snapshot->offices; i++)
		if (within(&snapshot->office[i], province_code))
			e = memory_sum(cx, snapshot, i, party);
	return e;
}

enum err
availability_sums(struct cx *cx, const char *province_code, int party,
    const struct slot_summary **sum)
{
	struct availability *av = cx->app->availability;
	const struct snapshot *snapshot = availability_memory(cx);
	struct slot_summary *made;
	struct slot_list list;
	enum err e;

	if (snapshot != NULL) {
		e = memory_sums(cx, snapshot, province_code, party);
		if (e == OK)
			*sum = av->memory.sums.sum[party - 1];
		return e;
	}
	e = availability_snapshot(cx, &snapshot);
	if (e == OK)
		e = province_slots(cx, province_code, &list);
	if (e != OK)
		return e;
	made = ARENA_ARRAY(
	    cx->arena, struct slot_summary, (size_t)snapshot->offices);
	for (int i = 0; i < snapshot->offices; i++)
		if (within(&snapshot->office[i], province_code))
			slot_sum(&list, &snapshot->office[i], party, cx->now,
			    &made[i]);
	*sum = made;
	return OK;
}

enum err
availability_find_slot(struct cx *cx, int64_t id, int party, struct slot *slot,
    struct office *office)
{
	const struct snapshot *snapshot = availability_memory(cx);
	const struct office *o = NULL;
	struct slot s;

	if (snapshot != NULL && snapshot_slot(snapshot, id, &s))
		o = snapshot_office_by_id(snapshot, s.office_id);
	if (o == NULL)
		return slot_find(
		    cx->db, cx->arena, id, party, cx->now, slot, office);
	if (counts(&s, o, cx->now))
		s.left = place_known(cx->app->places, id);
	if (s.left < 0) {
		enum err e = place_left(
		    cx->app->places, cx->db, cx->arena, id, cx->now, &s.left);

		if (e != OK)
			return e;
	}
	slot_judge(&s, o, party, cx->now);
	*slot = s;
	*office = *o;
	return OK;
}

/* For slot_alternatives: what is looked for, instead of a slot at HOME. */
struct instead {
	struct cx *cx;
	const struct snapshot *snapshot;
	const struct office *home;
	int party;
};

/* Of the other offices only those are looked at closely that had places for
 * the party within this second. */
static enum err
slots_in_memory(void *ctx, const struct office *office, struct slot_list *list)
{
	const struct instead *w = ctx;
	struct availability *av = w->cx->app->availability;
	int i = (int)(office - w->snapshot->office);
	enum err e;

	if (office != w->home) {
		e = memory_sum(w->cx, w->snapshot, i, w->party);
		if (e != OK)
			return e;
		if (av->memory.sums.sum[w->party - 1][i].state != SLOT_OPEN) {
			*list = (struct slot_list){.count = 0};
			return OK;
		}
	}
	return office_slots(w->cx, w->cx->arena, w->snapshot, office, list);
}

static enum err
slots_in_database(
    void *ctx, const struct office *office, struct slot_list *list)
{
	const struct instead *w = ctx;
	struct cx *cx = w->cx;

	return slot_of_office(cx->db, cx->arena, office, cx->now, list);
}

/* The neighbours of HOME, which is one of the snapshot from memory. */
static const struct neighbours *
neighbours_of(
    struct cx *cx, const struct snapshot *snapshot, const struct office *home)
{
	struct availability *av = cx->app->availability;
	struct memory *m = &av->memory;
	struct neighbours **n = &m->neighbours[home - snapshot->office];

	if (*n == NULL) {
		*n = ARENA_NEW(&m->arena, struct neighbours);
		(*n)->count = slot_near(cx->arena, snapshot->office,
		    snapshot->offices, home, (*n)->near);
	}
	return *n;
}

/* What was offered instead of WISH at HOME within this second, if all of it
 * can still be had as it was said; else NULL. */
static const struct offered *
offered(struct cx *cx, const struct memory *m, const struct office *home,
    const struct slot_wish *wish, int asked)
{
	const struct offered *k = m->offered;
	const struct offered *end = k + OFFERS_ROOMS;

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

/* Open slots have no reason, and offices are the snapshot's: what is kept
 * points nowhere else. */
static void
offered_keep(struct cx *cx, struct memory *m, const struct office *home,
    const struct slot_wish *wish, const struct offered *made)
{
	struct offered *k = &m->offered[m->next_offered++ % OFFERS_ROOMS];

	*k = *made;
	k->at = cx_moment(cx);
	k->office_id = home->id;
	k->day = wish->day;
	k->start = wish->start;
	k->party = wish->party;
}

static enum err
alternatives_in_memory(struct instead *w, const struct slot_wish *wish,
    struct slot_offer *offer, int *count)
{
	struct availability *av = w->cx->app->availability;
	struct memory *m = &av->memory;
	const struct neighbours *n = neighbours_of(w->cx, w->snapshot, w->home);
	const struct slot_source source = {
	    n->near, n->count, slots_in_memory, w};
	const struct offered *k = offered(w->cx, m, w->home, wish, *count);
	struct offered made = {.asked = *count};
	enum err e;

	if (k != NULL) {
		*count = k->count;
		memcpy(offer, k->offer, (size_t)k->count * sizeof(*offer));
		return OK;
	}
	e = slot_alternatives(&source, w->home, wish, offer, count);
	if (e == OK && made.asked <= OFFERS_MAX) {
		made.count = *count;
		memcpy(made.offer, offer, (size_t)*count * sizeof(*offer));
		offered_keep(w->cx, m, w->home, wish, &made);
	}
	return e;
}

enum err
availability_alternatives(struct cx *cx, const struct office *office,
    const struct slot_wish *wish, struct slot_offer *offer, int *count)
{
	struct instead w = {.cx = cx, .party = wish->party};
	struct slot_near near[SLOT_NEAR_MAX];
	struct slot_source source = {
	    .near = near, .slots = slots_in_database, .ctx = &w};
	enum err e = availability_snapshot(cx, &w.snapshot);

	if (e != OK)
		return e;
	/* the caller's may be a copy, or older than the snapshot */
	w.home = snapshot_office_by_id(w.snapshot, office->id);
	if (w.home != NULL && availability_in_memory(cx) && w.party >= 1 &&
	    w.party <= PARTY_MAX)
		return alternatives_in_memory(&w, wish, offer, count);
	source.count = slot_near(
	    cx->arena, w.snapshot->office, w.snapshot->offices, office, near);
	return slot_alternatives(&source, office, wish, offer, count);
}
