# Programs the tests of this folder run; they need a server, so `make check`
# only builds them and tests/run starts the .t files.
DB_LIBS = lib/queue/libqueue.a lib/db/libdb.a lib/base/libbase.a \
	$(MYSQL_LIBS) $(SODIUM_LIBS) -lm

check_PROGRAMS += tests/db/booking tests/db/client tests/db/statements
tests_db_client_SOURCES = tests/db/client.c
tests_db_client_LDADD = $(DB_LIBS)
tests_db_statements_SOURCES = tests/db/statements.c
tests_db_statements_LDADD = $(DB_LIBS)
tests_db_booking_SOURCES = tests/db/booking.c
tests_db_booking_LDADD = $(DB_LIBS)

check_PROGRAMS += tests/db/nouns
tests_db_nouns_SOURCES = tests/db/nouns.c
tests_db_nouns_LDADD = $(DB_LIBS)

check_PROGRAMS += tests/db/map
tests_db_map_SOURCES = tests/db/map.c
tests_db_map_LDADD = $(DB_LIBS)
