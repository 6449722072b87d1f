/* utf8.h - text as people type it.
 *
 * Text is UTF-8 without surrogates, overlong forms or code points above
 * U+10FFFF (RFC 3629).
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True if the N bytes at S are valid UTF-8. */
bool utf8_valid(const char *s, size_t n);

/* True if the N bytes at S have a C0 or C1 control that is not in the string
 * ALLOW ("\r\n\t"). */
bool utf8_has_control(const char *s, size_t n, const char *allow);

/* The number of code points in S, which must be valid. */
size_t utf8_count(const char *s);

/* True if all bytes of S are visible ASCII: no controls, no blanks, and so
 * valid UTF-8.  Most values that a browser sends pass this quick test. */
bool utf8_plain(const char *s);

/* Returns the code point at *S and moves *S past it; returns 0 at the end.  At
 * an invalid byte it returns U+FFFD and moves *S by this byte only. */
uint32_t utf8_next(const char **s);

/* Copies S to OUT (SIZE bytes, always NUL-terminated).  Blanks are the white
 * space of ASCII, U+00A0, U+2000 to U+200B, U+3000 and U+FEFF.  Blanks at both
 * ends are dropped, and each run of blanks becomes one space.  Text that does
 * not fit is cut after a whole code point.  Returns the length in bytes. */
size_t utf8_squeeze(const char *s, char *out, size_t size);

/* As utf8_squeeze(), and also folds letters, for comparing texts: letters of
 * ASCII, Latin-1 and Latin Extended-A become lower case, and full-width forms
 * become ASCII. */
size_t utf8_fold(const char *s, char *out, size_t size);

#endif
