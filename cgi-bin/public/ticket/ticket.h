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

/* The catalogue key of a booking's state: booking.booked, .over, .cancelled. */
const char *ticket_state(const struct booking *b, int64_t now);

/* Shows the ticket of booking ID. */
MUST_USE enum err ticket_show(struct cx *cx, int64_t id);

/* find_show shows the form that finds a booking, below the bookings of the
 * account; find answers it. */
MUST_USE enum err find_show(struct cx *cx, int status);
MUST_USE enum err find(struct cx *cx);

#endif
