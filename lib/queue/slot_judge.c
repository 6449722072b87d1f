/* slot_judge.c - the one word for a slot, and for a whole office. */
#include "queue/slot.h"

#include <stddef.h>

#include "base/day.h"

static enum slot_state
state(const struct slot *s, const struct office *office, int party, int64_t now)
{
	if (office->suspended_id != NULL)
		return SLOT_CLOSED;
	if (s->holiday_id != NULL)
		return s->closure ? SLOT_CLOSED : SLOT_HOLIDAY;
	if (s->closed_id != NULL)
		return SLOT_CLOSED;
	if (s->closes_at <= now ||
	    day_instant(s->day, s->start, office->offset) <= now)
		return SLOT_OVER;
	if (s->opens_at > now)
		return SLOT_EARLY;
	return s->left < party || s->left == 0 ? SLOT_FULL : SLOT_OPEN;
}

enum slot_state
slot_judge(struct slot *s, const struct office *office, int party, int64_t now)
{
	s->state = state(s, office, party, now);
	s->reason_id = s->reason_en = NULL;
	if (s->state != SLOT_CLOSED && s->state != SLOT_HOLIDAY)
		return s->state;
	if (office->suspended_id != NULL) {
		s->reason_id = office->suspended_id;
		s->reason_en = office->suspended_en;
	} else if (s->holiday_id != NULL) {
		s->reason_id = s->holiday_id;
		s->reason_en = s->holiday_en;
	} else {
		s->reason_id = s->closed_id;
		s->reason_en = s->closed_en;
	}
	return s->state;
}

/* The first slot of OFFICE in LIST, which is sorted by office. */
static const struct slot *
first_of(const struct slot_list *list, int64_t office_id)
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
	for (const struct slot *p = first_of(list, office->id);
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
