/* ticket.h - showing a booking and finding one: what both share. */
#ifndef PUBLIC_TICKET_TICKET_H
#define PUBLIC_TICKET_TICKET_H

#include "app/core/cx.h"
#include "queue/visit/booking.h"

enum ticket_field {
	F_V,
	F_FRESH,
	F_CODE,
	F_BIRTH,
	F_COUNT
};

/* Key of the state a booking is in: booking.booked, .over, .cancelled. */
const char *ticket_state(const struct booking *b, int64_t now);

/* The ticket of booking ID. */
MUST_USE enum err ticket_show(struct cx *cx, int64_t id);

/* The form that finds one, above it the account's own; and its answer. */
MUST_USE enum err find_show(struct cx *cx, int status);
MUST_USE enum err find(struct cx *cx);

#endif
