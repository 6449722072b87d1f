/* qr_payload.h - the signed text in a proof's QR code.
 *
 *	A1-7K3M9QXAC-17-2612220800-2-<103 symbols>
 *
 * version, booking code, office number, local day (yymmdd) and start (hhmm),
 * party, Ed25519 signature in base 32 over all that stands before its dash.
 * Upper-case letters, digits and dashes only: QR codes it densely and a
 * scanner that acts as a keyboard types it on any layout.  It can be checked
 * without the database; whether the booking still stands only the roster
 * or the database can tell.  It is not a certified electronic signature.
 */
#ifndef QUEUE_VISIT_QR_PAYLOAD_H
#define QUEUE_VISIT_QR_PAYLOAD_H

#include "base/crypt.h"
#include "queue/visit/booking.h"

#define QR_PAYLOAD_SIZE 160 /* bytes that hold any stamp and its NUL */

struct qr_payload {
	char code[CODE_SIZE];
	int64_t office_id;
	int32_t day;
	int start; /* minutes after local midnight */
	int party;
};

/* The stamp of a found booking. */
void qr_payload_make(const struct crypt_keys *keys, const struct booking *b,
    char out[QR_PAYLOAD_SIZE]);

/* Reads and checks TEXT as scanned (case and blanks at the ends do not
 * matter).  ERR_INPUT if it is no stamp, ERR_FORBIDDEN if the signature is
 * not ours. */
MUST_USE enum err qr_payload_read(const unsigned char sign_public[32],
    const char *text, struct qr_payload *out);

#endif
