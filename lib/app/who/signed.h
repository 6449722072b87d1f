/* signed.h - signed bytes that go to a browser and come back.
 *
 * A signed text is base64url of the bytes and a MAC.  USE names the purpose of
 * the bytes.  WITH (WITHS parts, at most SIGNED_WITHS) is the data that the
 * bytes belong to, such as a session: the MAC covers WITH, but the text does
 * not contain it.  signed_read refuses a text that was made for another USE or
 * WITH.  Anybody who has the text can read the bytes and send them again: if
 * that matters, the caller puts an expiry into the bytes.
 */
#ifndef APP_WHO_SIGNED_H
#define APP_WHO_SIGNED_H

#include "app/core/cx.h"
#include "base/bytes.h"

#define SIGNED_WITHS 2

/* Characters of the text for N bytes. */
#define SIGNED_TEXT(n) (BYTES_B64URL_SIZE((n) + CRYPT_MAC_SIZE) - 1)

char *signed_make(const struct cx *cx, const char *use, const void *data,
    size_t n, const struct crypt_part *with, size_t withs);

/* Returns the bytes of TEXT, with a NUL after the last, and sets *N to their
 * number.  Returns NULL if signed_make did not make TEXT for this USE and WITH.
 * The result is in the request's arena and aligned for any type. */
void *signed_read(const struct cx *cx, const char *use, const char *text,
    size_t *n, const struct crypt_part *with, size_t withs);

#endif
