/* ticket.h - the program that finds and shows a booking: what its files
 * share. */
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

/* The catalogue key of the state of B at NOW: booking.booked, booking.over or
 * booking.cancelled. */
const char *ticket_state(const struct booking *b, int64_t now);

/* Shows the ticket of booking ID. */
MUST_USE enum err ticket_show(struct cx *cx, int64_t id);

/* find_show answers with the form that finds a booking and, above the form, the
 * bookings of the account.  find answers a POST of that form. */
MUST_USE enum err find_show(struct cx *cx, int status);
MUST_USE enum err find(struct cx *cx);

#endif
