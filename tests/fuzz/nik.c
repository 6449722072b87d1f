/* nik.c - fuzzes the reading of a NIK as a person types it, and its comparison
 * with the birth date and sex that the person states. */
#include "queue/people/nik.h"

#include <string.h>

#include "base/day.h"
#include "fuzz.h"

#define ALL_FLAGS (NIK_BIRTH | NIK_SEX | NIK_DATE)

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	return 0;
}

static void
compare(const char *nik)
{
	unsigned man = 0, woman = 0;

	for (int year = 1900; year < 2100; year += 33)
		for (int month = 1; month <= 12; month += 11) {
			int32_t birth = day_of(year, month, 28);

			man = nik_compare(nik, birth, 'l');
			woman = nik_compare(nik, birth, 'p');
			HOLDS((man & ~(unsigned)ALL_FLAGS) == 0);
			HOLDS((man ^ woman) == NIK_SEX);
			HOLDS(!(man & NIK_DATE) || (man & NIK_BIRTH));
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char nik[NIK_SIZE] = "", again[NIK_SIZE], mask[NIK_MASK_SIZE];
	const char *key = NULL;
	struct arena a;
	int n = -1;

	arena_init(&a, 4096);
	if (nik_read(fuzz_text(&a, data, size), nik, &key, &n) == OK) {
		HOLDS(strlen(nik) == NIK_SIZE - 1);
		HOLDS(fuzz_only(nik, "0123456789"));
		HOLDS(nik_read(nik, again, &key, &n) == OK);
		HOLDS(strcmp(nik, again) == 0);
		nik_mask(nik, mask);
		HOLDS(strncmp(mask, "...", 3) == 0);
		HOLDS(strcmp(mask + 3, nik + 12) == 0);
		compare(nik);
	} else {
		HOLDS(*nik == '\0');
		HOLDS(key != NULL && strncmp(key, "field.nik.", 10) == 0);
		HOLDS(n >= 0 && (size_t)n <= size);
	}
	arena_free(&a);
	return 0;
}
