/* qr_payload.h - the signed text in the QR code of a proof.
 *
 *	A1-7K3M9QXAC-17-2612220800-2-<103 symbols>
 *
 * The parts: version, booking code, office id, local day (yymmdd) and start
 * (hhmm), party, and an Ed25519 signature in base 32 of everything before the
 * last dash.  The text has only upper-case letters, digits and dashes.  QR
 * encodes these densely, and a scanner that acts as a keyboard types them
 * correctly on any layout.  Anybody with the public key can check the signature
 * without the database.  Only the database or the roster can tell whether the
 * booking is still valid.  The signature is not a certified electronic
 * signature.
 */
#ifndef QUEUE_VISIT_QR_PAYLOAD_H
#define QUEUE_VISIT_QR_PAYLOAD_H

#include "base/crypt.h"
#include "queue/visit/booking.h"

#define QR_PAYLOAD_SIZE 160 /* enough for any payload and its NUL */

struct qr_payload {
	char code[CODE_SIZE];
	int64_t office_id;
	int32_t day;
	int start; /* minutes after local midnight */
	int party;
};

/* Writes the payload of the found booking B into OUT. */
void qr_payload_make(const struct crypt_keys *keys, const struct booking *b,
    char out[QR_PAYLOAD_SIZE]);

/* Reads and checks the scanned TEXT; its case, and blanks at both ends, do not
 * matter.  ERR_INPUT: TEXT is not a payload; ERR_FORBIDDEN: the signature is
 * wrong. */
MUST_USE enum err qr_payload_read(const unsigned char sign_public[32],
    const char *text, struct qr_payload *out);

#endif
