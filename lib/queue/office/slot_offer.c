/* slot_offer.c - finds slots to offer in place of a full one. */
#include "queue/office/slot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"

#define EARTH 6371. /* km, mean radius */

int
slot_km(const struct office *p, const struct office *q)
{
	const double degree = 3.14159265358979323846 / 180;
	double x, y;

	if (!p->located || !q->located)
		return -1;
	/* a flat map is exact enough to sort near offices */
	x = (q->longitude - p->longitude) *
	    cos((p->latitude + q->latitude) / 2 * degree);
	y = q->latitude - p->latitude;
	return (int)(EARTH * degree * sqrt(x * x + y * y) + 0.5);
}

struct ranked {
	struct slot_near near;
	int rank; /* 0 distance known, 1 same province, 2 any other */
};

static int
compare_near(const void *a, const void *b)
{
	const struct ranked *p = a, *q = b;

	if (p->rank != q->rank)
		return p->rank - q->rank;
	if (p->near.km != q->near.km)
		return p->near.km - q->near.km;
	return strcmp(p->near.office->short_name, q->near.office->short_name);
}

static int
rank_of(const struct office *o, const struct office *from, int km)
{
	if (km >= 0)
		return 0;
	return strcmp(o->province_code, from->province_code) == 0 ? 1 : 2;
}

int
slot_near(struct arena *a, const struct office *list, int n,
    const struct office *from, struct slot_near near[SLOT_NEAR_MAX])
{
	struct ranked *r = ARENA_ARRAY(a, struct ranked, (size_t)n);
	int count = 0;

	for (int i = 0; i < n; i++) {
		const struct office *o = &list[i];
		int km = slot_km(from, o);

		if (o->id != from->id && o->suspended_id == NULL)
			r[count++] =
			    (struct ranked){{o, km}, rank_of(o, from, km)};
	}
	qsort(r, (size_t)count, sizeof(*r), compare_near);
	if (count > SLOT_NEAR_MAX)
		count = SLOT_NEAR_MAX;
	for (int i = 0; i < count; i++)
		near[i] = r[i].near;
	return count;
}

/* The distance in minutes of slot S from the wanted day and start. */
static int
minutes_apart(const struct slot *s, int32_t day, int start)
{
	return abs(s->day - day) * 1440 + abs(s->start - start);
}

/* A search by slot_alternatives and its results so far. */
struct search {
	const struct slot_source *source;
	const struct slot_wish *wish;
	struct slot_offer *offer;
	int count;
};

/* Inserts NEW among the offers from BEGIN on, which belong to its office and
 * are sorted by distance from the wish.  Keeps at most MAX of them: the
 * farthest is dropped. */
static void
offer_put(struct search *f, int begin, int max, const struct slot_offer *new)
{
	const struct slot_wish *w = f->wish;
	int far = minutes_apart(&new->slot, w->day, w->start), at = f->count;

	while (at > begin &&
	       minutes_apart(&f->offer[at - 1].slot, w->day, w->start) > far)
		at--;
	if (at - begin >= max)
		return;
	f->count += f->count - begin < max;
	memmove(&f->offer[at + 1], &f->offer[at],
	    (size_t)(f->count - at - 1) * sizeof(*f->offer));
	f->offer[at] = *new;
}

/* Adds the MAX open slots of OFFICE that are nearest to the wish. */
static enum err
offer_add(struct search *f, const struct office *office, int km, int max)
{
	int32_t last = day_local(f->wish->now, office->offset) + SLOT_AHEAD;
	int begin = f->count;
	struct slot_list list;
	enum err e = f->source->slots(f->source->ctx, office, &list);

	if (e != OK)
		return e;
	for (int i = 0; i < list.count; i++) {
		struct slot_offer o = {list.slot[i], *office, km};

		if (o.slot.office_id == office->id && o.slot.day <= last &&
		    slot_judge(&o.slot, office, f->wish->party, f->wish->now) ==
			SLOT_OPEN)
			offer_put(f, begin, max, &o);
	}
	return OK;
}

enum err
slot_alternatives(const struct slot_source *source, const struct office *office,
    const struct slot_wish *wish, struct slot_offer *offer, int *count)
{
	struct search f = {source, wish, offer, 0};
	int max = *count;
	enum err e = offer_add(&f, office, 0, max);

	for (int i = 0; e == OK && i < source->count && f.count < max; i++)
		e = offer_add(
		    &f, source->near[i].office, source->near[i].km, 1);
	if (e == OK)
		*count = f.count;
	return e;
}
