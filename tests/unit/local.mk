UNIT_BASE = tests/unit/base_test

check_PROGRAMS += $(UNIT_BASE)
TESTS += $(UNIT_BASE)

tests_unit_base_test_SOURCES = tests/unit/base_test.c tests/unit/unit.h
tests_unit_base_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_base_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_base_test_LDADD = lib/base/libbase.a $(SODIUM_LIBS) $(CMOCKA_LIBS)
