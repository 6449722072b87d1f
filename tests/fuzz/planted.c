/* planted.c - deliberate faults that the targets' build must find: 'p' breaks a
 * property, 'o' writes past an object of the arena, 'u' is undefined. */
#include "fuzz.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	volatile int high = INT32_MAX;
	struct arena a;
	char *s;

	arena_init(&a, 4096);
	s = fuzz_text(&a, data, size);
	if (size > 0 && data[0] == 'o')
		s[size + 1] = 'x';
	if (size > 0 && data[0] == 'u')
		high += (int)size;
	HOLDS(size == 0 || data[0] != 'p');
	arena_free(&a);
	return 0;
}
