# Programs that these tests use: a library that kills a program at a chosen
# point, and a slow client.
check_PROGRAMS += tests/fault/death.so tests/fault/slow
tests_fault_death_so_SOURCES = tests/fault/death.c
tests_fault_death_so_CPPFLAGS = $(AM_CPPFLAGS) $(FCGI_CFLAGS) -D_GNU_SOURCE
tests_fault_death_so_CFLAGS = $(WARN_CFLAGS) -std=gnu11 $(MYSQL_CFLAGS) -fPIC
tests_fault_death_so_LDFLAGS = -shared
tests_fault_death_so_LDADD =
tests_fault_slow_SOURCES = tests/fault/slow.c
