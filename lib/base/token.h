/* token.h - booking codes and bytes written as text.
 *
 * A booking code is 8 random symbols of Crockford's base 32 (0-9 A-Z without
 * I L O U) and one check symbol, the Luhn algorithm mod 32 over the same
 * alphabet.  It is shown as 7K3M-9QXA-C, kept and printed in bars as
 * 7K3M9QXAC, and read without regard to case, blanks and dashes, with O as 0
 * and I and L as 1.  The check symbol finds every single wrong symbol and
 * nearly every swap of neighbours.
 */
#ifndef BASE_TOKEN_H
#define BASE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TOKEN_CODE_SIZE 10  /* 9 symbols and NUL */
#define TOKEN_SHOWN_SIZE 12 /* 7K3M-9QXA-C and NUL */

#define TOKEN_B64_SIZE(n) (((n)*4 + 2) / 3 + 1) /* text of n bytes and NUL */
#define TOKEN_B32_SIZE(n) (((n)*8 + 4) / 5 + 1)

/* A new random code. */
void token_code(char out[TOKEN_CODE_SIZE]);

/* Reads a code as people type it; false unless it is one. */
bool token_code_read(const char *typed, char out[TOKEN_CODE_SIZE]);

/* The code CODE as it is shown. */
void token_code_show(const char *code, char out[TOKEN_SHOWN_SIZE]);

/* N bytes as base64url without padding (RFC 4648 section 5), or as base 32 of
 * Crockford's alphabet; OUT has TOKEN_B64_SIZE(n) or TOKEN_B32_SIZE(n). */
void token_b64(const void *bytes, size_t n, char *out);
void token_b32(const void *bytes, size_t n, char *out);

/* Reads text that must stand for exactly N bytes; false otherwise, also if
 * unused bits are set (one text for one value). */
bool token_b64_read(const char *s, void *bytes, size_t n);
bool token_b32_read(const char *s, void *bytes, size_t n);

#endif
