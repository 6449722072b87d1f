/* signed.h - bytes of ours that go through a browser and come back.
 *
 * As text: base64url of the bytes and a MAC.  USE names what they are for, and
 * WITH (WITHS parts, SIGNED_WITHS at most) what they belong to and do not say
 * themselves, as a session or an account: a text made for another use or with
 * other parts is not believed.  They can be read by whoever has them, and be
 * sent again: what must not be is the caller's to say in the bytes.
 */
#ifndef APP_WHO_SIGNED_H
#define APP_WHO_SIGNED_H

#include "app/core/cx.h"
#include "base/bytes.h"

#define SIGNED_WITHS 2

/* Letters of the text of N bytes. */
#define SIGNED_TEXT(n) (BYTES_B64URL_SIZE((n) + CRYPT_MAC_SIZE) - 1)

char *signed_make(const struct cx *cx, const char *use, const void *data,
    size_t n, const struct crypt_part *with, size_t withs);

/* The bytes of TEXT, *N of them, with a NUL behind the last; NULL if TEXT was
 * not made so.  They are the caller's, and lie as an object of any kind may. */
void *signed_read(const struct cx *cx, const char *use, const char *text,
    size_t *n, const struct crypt_part *with, size_t withs);

#endif
