/* booking_names.c - the words that the database stores for states and channels
 * of bookings and applicants. */
#include "base/names.h"
#include "queue/visit/booking.h"

static const char *const applicant_states[APPLICANT_STATES] = {
    [APPLICANT_NONE] = "",
    [APPLICANT_OFFERED] = "offered",
    [APPLICANT_BOOKED] = "booked",
    [APPLICANT_ARRIVED] = "arrived",
    [APPLICANT_SERVED] = "served",
    [APPLICANT_INCOMPLETE] = "incomplete",
    [APPLICANT_MISMATCH] = "mismatch",
    [APPLICANT_REFUSED] = "refused",
    [APPLICANT_LEFT] = "left",
    [APPLICANT_NO_SHOW] = "no_show",
    [APPLICANT_EXCUSED] = "excused",
    [APPLICANT_LAPSED] = "lapsed",
    [APPLICANT_CANCELLED] = "cancelled",
    [APPLICANT_REVOKED] = "revoked",
    [APPLICANT_DECLINED] = "declined",
};

static const char *const booking_states[BOOKING_STATES] = {
    [BOOKING_NONE] = "",
    [BOOKING_OFFERED] = "offered",
    [BOOKING_BOOKED] = "booked",
    [BOOKING_CANCELLED] = "cancelled",
    [BOOKING_REVOKED] = "revoked",
    [BOOKING_DECLINED] = "declined",
};

static const char *const channels[CHANNELS] = {
    [CHANNEL_NONE] = "",
    [CHANNEL_WEB] = "web",
    [CHANNEL_LAW] = "law",
    [CHANNEL_ASSIST] = "assist",
    [CHANNEL_DESK] = "desk",
};

const char *
applicant_state_name(enum applicant_state state)
{
	return names_of(applicant_states, APPLICANT_STATES, (int)state);
}

enum applicant_state
applicant_state_read(const char *name)
{
	return (enum applicant_state)names_find(
	    applicant_states, APPLICANT_STATES, name);
}

const char *
booking_state_name(enum booking_state state)
{
	return names_of(booking_states, BOOKING_STATES, (int)state);
}

const char *
booking_channel_name(enum booking_channel channel)
{
	return names_of(channels, CHANNELS, (int)channel);
}
