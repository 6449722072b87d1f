/* slot_judge.c - decides the state of a slot. */
#include "queue/office/slot.h"

#include <stddef.h>

#include "base/day.h"
#include "queue/office/opening.h"

static enum slot_state
state(const struct slot *s, const struct office *office, int party, int64_t now)
{
	enum opening_state opening =
	    opening_state(s->opens_at, s->closes_at, now);

	if (office->suspended_id != NULL)
		return SLOT_CLOSED;
	if (s->holiday_id != NULL)
		return s->closure ? SLOT_CLOSED : SLOT_HOLIDAY;
	if (s->closed_id != NULL)
		return SLOT_CLOSED;
	if (opening == OPENING_OVER ||
	    day_instant(s->day, s->start, office->offset) <= now)
		return SLOT_OVER;
	if (opening == OPENING_EARLY)
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
