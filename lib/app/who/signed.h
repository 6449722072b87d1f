/* signed.h - signed bytes that go to a browser and come back.
 *
 * The text is base64url of the bytes and a MAC.  USE names their purpose.  WITH
 * (WITHS parts, at most SIGNED_WITHS) is what they belong to, such as a
 * session; it is covered by the MAC but not contained.  signed_read refuses a
 * text that was made for another USE or WITH.  Anybody who has the text can
 * read the bytes and send them again: if that matters, the caller puts an
 * expiry into the bytes.
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

/* The bytes of TEXT, with a NUL after the last, and their number in *N; NULL if
 * signed_make did not make TEXT so.  The result is in the request's arena and
 * aligned for any type. */
void *signed_read(const struct cx *cx, const char *use, const char *text,
    size_t *n, const struct crypt_part *with, size_t withs);

#endif
