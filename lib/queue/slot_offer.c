/* slot_offer.c - places to go instead. */
#include "queue/slot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"

#define AHEAD 60    /* days looked at from the office's today on */
#define OFFICES 12  /* nearest offices asked, at most */
#define EARTH 6371. /* km, mean radius */

int
slot_km(const struct office *p, const struct office *q)
{
	const double degree = 3.14159265358979323846 / 180;
	double x, y;

	if (!p->located || !q->located)
		return -1;
	/* flat enough: what matters is the order of near ones */
	x = (q->longitude - p->longitude) *
	    cos((p->latitude + q->latitude) / 2 * degree);
	y = q->latitude - p->latitude;
	return (int)(EARTH * degree * sqrt(x * x + y * y) + 0.5);
}

struct near {
	const struct office *office;
	int km;
	int rank; /* 0 with a distance, 1 same province, 2 the rest */
};

static int
nearer(const void *a, const void *b)
{
	const struct near *p = a, *q = b;

	if (p->rank != q->rank)
		return p->rank - q->rank;
	if (p->km != q->km)
		return p->km - q->km;
	return strcmp(p->office->short_name, q->office->short_name);
}

/* How far a slot is from what was wanted: days first, then minutes. */
static int
apart(const struct slot *s, int32_t day, int start)
{
	return abs(s->day - day) * 1440 + abs(s->start - start);
}

/* Adds the best MAX open slots of OFFICE to OFFER, which holds *COUNT. */
static enum err
offer_add(struct db *db, struct arena *a, const struct office *office,
    const struct slot_wish *wish, int km, int max, struct slot_offer *offer,
    int *count)
{
	int32_t today = day_local(wish->now, office->offset);
	struct slot_day *days;
	int n, begin = *count, end = *count;
	enum err e = slot_days(db, a, office, today, today + AHEAD, wish->party,
	    wish->now, &days, &n);

	if (e != OK)
		return e;
	for (int i = 0; i < n; i++)
		for (int k = 0; k < days[i].count; k++) {
			const struct slot *s = &days[i].slot[k];
			int far = apart(s, wish->day, wish->start), at = end;

			if (s->state != SLOT_OPEN)
				continue;
			while (at > begin && apart(&offer[at - 1].slot,
						 wish->day, wish->start) > far)
				at--;
			if (at - begin >= max)
				continue;
			end += end - begin < max;
			memmove(&offer[at + 1], &offer[at],
			    (size_t)(end - at - 1) * sizeof(*offer));
			offer[at] = (struct slot_offer){*s, *office, km};
		}
	*count = end;
	return OK;
}

/* The other offices that take bookings, nearest first. */
static struct near *
near_offices(struct arena *a, const struct office *list, int n,
    const struct office *from, int *count)
{
	struct near *near = ARENA_ARRAY(a, struct near, (size_t)n);

	*count = 0;
	for (int i = 0; i < n; i++) {
		const struct office *o = &list[i];
		int km = slot_km(from, o);

		if (o->id == from->id || o->suspended_id != NULL)
			continue;
		near[*count] = (struct near){.office = o, .km = km};
		if (km < 0)
			near[*count].rank =
			    strcmp(o->province_code, from->province_code) == 0
				? 1
				: 2;
		++*count;
	}
	qsort(near, (size_t)*count, sizeof(*near), nearer);
	return near;
}

enum err
slot_alternatives(struct db *db, struct arena *a, const struct office *office,
    const struct slot_wish *wish, struct slot_offer *offer, int *count)
{
	struct office *list;
	struct near *near;
	int max = *count, have = 0, offices, n;
	enum err e = offer_add(db, a, office, wish, 0, max, offer, &have);

	if (e != OK || have == max) {
		*count = have;
		return e;
	}
	e = office_list(db, a, "", &list, &offices);
	if (e != OK)
		return e;
	near = near_offices(a, list, offices, office, &n);
	for (int i = 0; e == OK && i < n && i < OFFICES && have < max; i++)
		e = offer_add(
		    db, a, near[i].office, wish, near[i].km, 1, offer, &have);
	if (e == OK)
		*count = have;
	return e;
}
