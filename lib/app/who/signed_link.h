/* signed_link.h - signed links to a booking.
 *
 * A URL never contains a booking code, because histories and logs store URLs,
 * and the code is half of what shows a booking to anybody.  Instead a link has
 * the id of the booking and the instant when the link ends, signed.  It is
 * valid for 15 minutes: long enough to print the proof, and of little use to
 * anybody it is forwarded to.
 */
#ifndef APP_WHO_SIGNED_LINK_H
#define APP_WHO_SIGNED_LINK_H

#include <stdint.h>

#include "base/err.h"

#define SIGNED_LINK_AGE (15 * 60) /* seconds */

struct cx;

/* The value of the query field v for BOOKING_ID; base64url. */
const char *signed_link_make(struct cx *cx, int64_t booking_id);

/* Reads V, the value of that field, and sets *BOOKING_ID.  ERR_MISSING: V is
 * not valid; ERR_LAPSED: the link has ended. */
MUST_USE enum err signed_link_read(
    struct cx *cx, const char *v, int64_t *booking_id);

#endif
