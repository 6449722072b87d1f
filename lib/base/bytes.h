/* bytes.h - bytes as text, and text as people type it.
 *
 * Base 32 is Crockford's (0-9 A-Z without I L O U).  Reading ignores case and
 * takes O for 0, I and L for 1.
 */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>

/* The size of the text that encodes n bytes, with its NUL. */
#define BYTES_B32_SIZE(n) (((n)*8 + 4) / 5 + 1)
#define BYTES_B64URL_SIZE(n) (((n)*4 + 2) / 3 + 1)
#define BYTES_B64_SIZE(n) (((n) + 2) / 3 * 4 + 1)

#define BYTES_TYPED_MAX 32 /* most symbols that bytes_b32_typed() reads */

/* Write N bytes to OUT as text and a NUL: as base 32; as base64url without
 * padding (RFC 4648 section 5); as base64 with padding (section 4).  OUT has
 * BYTES_B32_SIZE(n), BYTES_B64URL_SIZE(n) or BYTES_B64_SIZE(n) bytes. */
void bytes_b32(const void *bytes, size_t n, char *out);
void bytes_b64url(const void *bytes, size_t n, char *out);
void bytes_b64(const void *bytes, size_t n, char *out);

/* Read the text S, which must encode exactly N bytes, into BYTES.  They return
 * false for any other text, and then the content of BYTES is undefined.  A text
 * whose unused last bits are set is refused too: so each value has only one
 * base64url text, and only one base-32 text apart from case, O, I and L. */
bool bytes_b32_read(const char *s, void *bytes, size_t n);
bool bytes_b64url_read(const char *s, void *bytes, size_t n);

/* Returns the check symbol of N valid base-32 symbols (the Luhn algorithm mod
 * 32).  The check symbol reveals every single wrong symbol and nearly every
 * swap of two neighbours. */
char bytes_b32_check(const char *symbols, size_t n);

/* Reads what a person typed: N (2..BYTES_TYPED_MAX) symbols of base 32, of
 * which the last must be the check symbol of the others; blanks and dashes do
 * not count.  Writes the symbols as capitals and a NUL to OUT (N + 1 bytes).
 * False, with OUT untouched, if the text is anything else. */
bool bytes_b32_typed(const char *typed, size_t n, char *out);

#endif
