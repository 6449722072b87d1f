/* unit.h - included first by every unit test. */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define RUN(name, tests)                                                       \
	cmocka_run_group_tests_name((name), (tests), NULL, NULL)

/* Set-up and tear-down for cmocka: *STATE is an empty struct arena. */
int unit_arena_begin(void **state);
int unit_arena_end(void **state);

#endif
