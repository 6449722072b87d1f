/* code.h - booking codes.
 *
 * A booking code is 8 random symbols of base 32 and one check symbol
 * (base/bytes.h).  It is shown as 7K3M-9QXA-C and kept and printed in bars as
 * 7K3M9QXAC.
 */
#ifndef QUEUE_VISIT_CODE_H
#define QUEUE_VISIT_CODE_H

#include <stdbool.h>

#define CODE_SYMBOLS 9
#define CODE_SIZE (CODE_SYMBOLS + 1) /* with NUL */
#define CODE_SHOWN_SIZE 12           /* 7K3M-9QXA-C and NUL */

/* A new random code. */
void code_new(char out[CODE_SIZE]);

/* Reads a code as people type it; false unless it is one. */
bool code_read(const char *typed, char out[CODE_SIZE]);

/* The code CODE as it is shown. */
void code_show(const char *code, char out[CODE_SHOWN_SIZE]);

#endif
