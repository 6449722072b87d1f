/* slot_list.c - sums up a list of slots by day and by office. */
#include "queue/office/slot.h"

#include <stddef.h>

#include "base/day.h"

/* The first slot of the office in LIST, which is sorted by office.  If the
 * office has no slot, returns the end of LIST or a slot of another office. */
static const struct slot *
office_first(const struct slot_list *list, int64_t office_id)
{
	int low = 0, high = list->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (list->slot[middle].office_id < office_id)
			low = middle + 1;
		else
			high = middle;
	}
	return list->slot + low;
}

/* Sets the closed day of D, if the office is closed on that day. */
static void
day_close(const struct slot_list *list, const struct office *office,
    struct slot_day *d)
{
	const struct closed_day *c =
	    closed_day_at(list->closed, list->closed_count, office->id, d->day);

	if (c == NULL)
		return;
	d->closure = c->kind == CLOSED_DAY_CLOSURE;
	d->holiday_id = c->name_id;
	d->holiday_en = c->name_en;
}

/* The first closed day of the office after DAY that is a Monday to Friday;
 * INT32_MAX if there is none. */
static int32_t
closed_next(
    const struct slot_list *list, const struct office *office, int32_t day)
{
	int32_t next = INT32_MAX;

	for (int i = 0; i < list->closed_count; i++) {
		const struct closed_day *c = &list->closed[i];

		if (c->day > day && c->day < next && day_weekday(c->day) <= 5 &&
		    (c->office_id == 0 || c->office_id == office->id))
			next = c->day;
	}
	return next;
}

void
slot_list_days(struct arena *a, const struct slot_list *list,
    const struct office *office, int party, int64_t now, struct slot_day **days,
    int *count)
{
	const struct slot *from = office_first(list, office->id), *p = from;
	const struct slot *end = list->slot + list->count;
	struct slot *slot;
	int32_t last, closed;
	int n = 0;

	while (p < end && p->office_id == office->id)
		p++;
	end = p;
	last = end > from ? end[-1].day : INT32_MIN;
	closed = closed_next(list, office, INT32_MIN);
	slot = ARENA_ARRAY(a, struct slot, (size_t)(end - from));
	*days = ARENA_ARRAY(a, struct slot_day,
	    (size_t)(end - from) + (size_t)list->closed_count);
	p = from;
	/* closed days after the last slot are left out */
	while (p < end || closed <= last) {
		int32_t day = p < end && p->day <= closed ? p->day : closed;
		struct slot_day *d = &(*days)[n++];

		*d = (struct slot_day){.day = day, .slot = slot};
		day_close(list, office, d);
		for (; p < end && p->day == day; p++, d->count++) {
			*slot = *p;
			slot_judge(slot++, office, party, now);
		}
		if (day == closed)
			closed = closed_next(list, office, day);
	}
	*count = n;
}

void
slot_sum(const struct slot_list *list, const struct office *office, int party,
    int64_t now, struct slot_summary *sum)
{
	const struct slot *end = list->slot + list->count;

	*sum = (struct slot_summary){.state = SLOT_OVER};
	if (office->suspended_id != NULL) {
		sum->state = SLOT_CLOSED;
		sum->reason_id = office->suspended_id;
		sum->reason_en = office->suspended_en;
		return;
	}
	for (const struct slot *p = office_first(list, office->id);
	     p < end && p->office_id == office->id; p++) {
		struct slot s = *p;

		slot_judge(&s, office, party, now);
		if (s.state == SLOT_OPEN)
			sum->left += s.left;
		if (s.state == SLOT_EARLY &&
		    (sum->opens_at == 0 || s.opens_at < sum->opens_at))
			sum->opens_at = s.opens_at;
		if (s.state < sum->state) {
			sum->state = s.state;
			sum->reason_id = s.reason_id;
			sum->reason_en = s.reason_en;
		}
	}
}

void
slot_sum_add(struct slot_summary *total, const struct slot_summary *sum)
{
	total->left += sum->left;
	if (sum->opens_at != 0 &&
	    (total->opens_at == 0 || sum->opens_at < total->opens_at))
		total->opens_at = sum->opens_at;
	if (sum->state < total->state) {
		total->state = sum->state;
		total->reason_id = sum->reason_id;
		total->reason_en = sum->reason_en;
	}
}
