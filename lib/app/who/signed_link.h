/* signed_link.h - signed links to a booking.
 *
 * A booking code never stands in a URL.  A link carries the booking's number
 * and the instant it ends, signed, and lives 15 minutes: long enough to
 * print, too short to be worth passing on.
 */
#ifndef APP_WHO_SIGNED_LINK_H
#define APP_WHO_SIGNED_LINK_H

#include <stdint.h>

#include "base/err.h"

#define SIGNED_LINK_AGE (15 * 60) /* seconds */

struct cx;

/* The value of v= for BOOKING_ID; base64url. */
const char *signed_link_make(struct cx *cx, int64_t booking_id);

/* ERR_MISSING if V was not made by us, ERR_LAPSED if it has ended. */
MUST_USE enum err signed_link_read(
    struct cx *cx, const char *v, int64_t *booking_id);

#endif
