/* names.c - prints, for each enum that a CHECK of the schema bounds, the name
 * of the CHECK and the words of the enum, one a line. */
#include <stdio.h>

#include "queue/audit/actor.h"
#include "queue/audit/audit.h"
#include "queue/office/closed_day.h"
#include "queue/office/slot.h"
#include "queue/people/staff.h"
#include "queue/visit/booking.h"

#define LIST(check, first, count, type, name)                                  \
	for (int i = (first); i < (count); i++)                                \
	printf(check " %s\n", name((enum type)i))

int
main(void)
{
	LIST("applicant_state", 1, APPLICANT_STATES, applicant_state,
	    applicant_state_name);
	LIST("audit_actor", 0, ACTOR_KINDS, actor_kind, actor_name);
	LIST("audit_act", 1, AUDIT_ACTS, audit_act, audit_act_name);
	LIST("audit_object", 1, AUDIT_OBJECTS, audit_object, audit_object_name);
	LIST("booking_channel", 1, CHANNELS, booking_channel,
	    booking_channel_name);
	LIST("booking_state", 1, BOOKING_STATES, booking_state,
	    booking_state_name);
	LIST("closed_day_kind", 1, CLOSED_DAY_KINDS, closed_day_kind,
	    closed_day_kind_name);
	LIST("closed_day_status", 1, CLOSED_DAY_STATUSES, closed_day_status,
	    closed_day_status_name);
	LIST("quota_lane", 1, LANE_COUNT, slot_lane, slot_lane_name);
	LIST("slot_lane", 1, LANE_COUNT, slot_lane, slot_lane_name);
	LIST("staff_role", 1, STAFF_ROLES, staff_role, staff_role_name);
	return 0;
}
