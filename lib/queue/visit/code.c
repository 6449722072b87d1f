/* code.c - booking codes. */
#include "queue/visit/code.h"

#include <string.h>

#include "base/bytes.h"
#include "base/crypt.h"

#define RANDOM (CODE_SYMBOLS - 1)

void
code_new(char out[CODE_SIZE])
{
	unsigned char bytes[RANDOM * 5 / 8];

	crypt_random(bytes, sizeof(bytes));
	bytes_b32(bytes, sizeof(bytes), out);
	out[RANDOM] = bytes_b32_check(out, RANDOM);
	out[CODE_SYMBOLS] = '\0';
}

bool
code_read(const char *typed, char out[CODE_SIZE])
{
	return bytes_b32_typed(typed, CODE_SYMBOLS, out);
}

void
code_show(const char *code, char out[CODE_SHOWN_SIZE])
{
	memcpy(out, code, 4);
	out[4] = '-';
	memcpy(out + 5, code + 4, 4);
	out[9] = '-';
	out[10] = code[8];
	out[11] = '\0';
}
