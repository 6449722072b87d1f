/* code_test.c - booking codes: made and read. */
#include <stdio.h>

#include "unit.h"

#include "base/crypt.h"
#include "queue/visit/code.h"

static void
codes_are_read_as_people_type(void **state)
{
	char code[CODE_SIZE], read[CODE_SIZE];
	char shown[CODE_SHOWN_SIZE], typed[40];

	(void)state;
	for (int i = 0; i < 1000; i++) {
		code_new(code);
		code_show(code, shown);
		assert_int_equal(shown[4], '-');
		assert_int_equal(shown[9], '-');
		snprintf(typed, sizeof(typed), " %s ", shown);
		for (char *p = typed; *p; p++) {
			if (*p == '0')
				*p = 'o';
			else if (*p == '1')
				*p = i % 2 ? 'l' : 'I';
			else if (*p >= 'A' && *p <= 'Z' && i % 3 == 0)
				*p = (char)(*p + 32);
		}
		assert_true(code_read(typed, read));
		assert_string_equal(read, code);
	}
}

static void
codes_with_one_wrong_symbol_are_refused(void **state)
{
	static const char all[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	char code[CODE_SIZE], read[CODE_SIZE];

	(void)state;
	code_new(code);
	for (int at = 0; at < 9; at++) {
		char right = code[at];

		for (int i = 0; i < 32; i++) {
			if (all[i] == right)
				continue;
			code[at] = all[i];
			assert_false(code_read(code, read));
		}
		code[at] = right;
	}
	assert_true(code_read(code, read));
	assert_false(code_read("", read));
	assert_false(code_read("7K3M-9QXA-CC", read));
	assert_false(code_read("7K3M-9QXU-C", read));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(codes_are_read_as_people_type),
	    cmocka_unit_test(codes_with_one_wrong_symbol_are_refused),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("code", tests);
}
