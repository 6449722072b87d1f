# The programs of the tests.  Unit tests (UNITS is in conf/sources.mk) print TAP,
# because AM_TESTS_ENVIRONMENT tells cmocka so.
AM_TESTS_ENVIRONMENT = CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT;
if HAVE_CMOCKA
UNIT_LDADD = tests/unit/libunit.a $(LDADD) $(CMOCKA_LIBS)
UNIT_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -I$(srcdir)/tests/unit \
	-DTEST_FONTS='"$(abs_srcdir)/conf/fonts"' \
	-DTEST_PAGES='"$(abs_srcdir)/htdocs/pages"'
check_LIBRARIES += tests/unit/libunit.a
tests_unit_libunit_a_CPPFLAGS = $(UNIT_CPPFLAGS)
check_PROGRAMS += $(UNITS)
TESTS += $(UNITS)
endif

include tests/fault/local.mk
if HAVE_CURL
include tests/race/local.mk
endif
include tests/app/local.mk
include tests/paper/local.mk
include tests/db/local.mk
include tests/bench/local.mk

# hold: holds turns of the semaphore, so that no other process gets one.
check_PROGRAMS += tests/lib/hold
