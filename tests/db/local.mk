# Programs that the tests of this folder run.  They need a server, so `make
# check` only builds them and tests/run starts the .t files.
check_PROGRAMS += tests/db/bookable tests/db/booking tests/db/client tests/db/map tests/db/names \
	tests/db/nouns tests/db/scope tests/db/statements
tests_db_scope_SOURCES = tests/db/scope.c tests/db/order.c tests/db/order.h
tests_db_booking_SOURCES = tests/db/booking.c tests/db/order.c tests/db/order.h
tests_db_client_CPPFLAGS = $(AM_CPPFLAGS) $(MYSQL_CFLAGS)
