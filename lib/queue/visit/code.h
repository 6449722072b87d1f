/* code.h - booking codes.
 *
 * A booking code is 8 random symbols of base 32 and one check symbol
 * (base/bytes.h).  Pages show it as 7K3M-9QXA-C; the database and bar codes
 * have it as 7K3M9QXAC.
 */
#ifndef QUEUE_VISIT_CODE_H
#define QUEUE_VISIT_CODE_H

#include <stdbool.h>

#define CODE_SYMBOLS 9
#define CODE_SIZE (CODE_SYMBOLS + 1) /* with NUL */
#define CODE_SHOWN_SIZE 12           /* 7K3M-9QXA-C and NUL */

/* A new random code. */
void code_new(char out[CODE_SIZE]);

/* Reads a code as people type it (any case, with blanks and dashes) into OUT;
 * false if the code is not valid. */
bool code_read(const char *typed, char out[CODE_SIZE]);

/* Writes CODE as pages show it, with dashes, into OUT. */
void code_show(const char *code, char out[CODE_SHOWN_SIZE]);

#endif
