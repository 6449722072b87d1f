# Units: one program per module, TAP by cmocka.
AM_TESTS_ENVIRONMENT = CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT;
UNIT_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
UNIT_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)

include tests/fault/local.mk
if HAVE_CURL
include tests/race/local.mk
endif
if HAVE_CMOCKA
include tests/unit/local.mk
endif
include tests/paper/local.mk

# Holds a turn to sign in, so that nobody else gets one.
check_PROGRAMS += tests/hold
tests_hold_SOURCES = tests/hold.c
include tests/bench/local.mk
