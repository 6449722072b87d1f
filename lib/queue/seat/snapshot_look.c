/* snapshot_look.c - look-ups in a snapshot. */
#include "queue/seat/snapshot_private.h"

#include <string.h>

#include "base/day.h"

const struct office *
snapshot_office(const struct snapshot *b, const char *code)
{
	for (int i = 0; i < b->offices; i++)
		if (strcmp(b->office[i].code, code) == 0)
			return &b->office[i];
	return NULL;
}

const struct office *
snapshot_office_by_id(const struct snapshot *b, int64_t id)
{
	if (id < 0 || id >= b->office_numbers || b->office_at[id] < 0)
		return NULL;
	return &b->office[b->office_at[id]];
}

bool
snapshot_parameter(
    const struct snapshot *b, int64_t office_id, enum parameter p, int *value)
{
	const char *name = parameter_rules[p].name;
	bool found = false;
	int is = 0;

	/* the national value is sorted before the values of offices */
	for (int i = 0; i < b->rules; i++) {
		const struct snapshot_rule *r = &b->rule[i];

		if ((r->office_id != 0 && r->office_id != office_id) ||
		    strcmp(r->name, name) != 0)
			continue;
		is = r->value;
		found = true;
	}
	if (found)
		*value = parameter_bound(p, is);
	return found;
}

/* Compares two groups of openings: the one that opens sooner is first; at the
 * same instant, the one whose zone is further east. */
static int
group_compare(const struct opening_group *p, const struct opening_group *q)
{
	if (p->opens_at != q->opens_at)
		return p->opens_at < q->opens_at ? -1 : 1;
	return q->offset != p->offset ? q->offset - p->offset
	                              : strcmp(p->zone, q->zone);
}

static enum opening_state
state(const struct snapshot_opening *o, int64_t now)
{
	return opening_state(o->opens_at, o->closes_at, now);
}

int
snapshot_opening_groups(const struct snapshot *b, int64_t now,
    struct opening_group group[OPENING_GROUPS_MAX])
{
	const struct office
	    *last[OPENING_GROUPS_MAX]; /* the last office counted in each
	                                * group */
	int n = 0;

	for (int i = 0; i < b->openings; i++) {
		const struct snapshot_opening *o = &b->opening[i];
		const struct opening_group w = {o->office->zone,
		    o->office->offset, o->opens_at, 1, o->first, o->last};
		int at = 0;

		if (state(o, now) != OPENING_EARLY ||
		    o->office->suspended_id != NULL)
			continue;
		while (at < n && group_compare(&group[at], &w) < 0)
			at++;
		if (at < n && group_compare(&group[at], &w) == 0) {
			/* openings are sorted by office */
			group[at].offices += last[at] != o->office;
			if (o->first < group[at].first)
				group[at].first = o->first;
			if (o->last > group[at].last)
				group[at].last = o->last;
		} else if (at < OPENING_GROUPS_MAX) {
			n += n < OPENING_GROUPS_MAX;
			memmove(&group[at + 1], &group[at],
			    (size_t)(n - 1 - at) * sizeof(*group));
			memmove(&last[at + 1], &last[at],
			    (size_t)(n - 1 - at) * sizeof(*last));
			group[at] = w;
		}
		if (at < OPENING_GROUPS_MAX)
			last[at] = o->office;
	}
	return n;
}

int32_t
snapshot_last_day(const struct snapshot *b, int64_t now)
{
	int32_t today = day_national(now), last = DAY_NONE;

	for (int i = 0; i < b->openings; i++) {
		const struct snapshot_opening *o = &b->opening[i];

		if (state(o, now) == OPENING_NOW && o->last >= today &&
		    o->last > last && o->office->suspended_id == NULL)
			last = o->last;
	}
	return last;
}
