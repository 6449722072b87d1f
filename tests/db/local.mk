# Programs the tests of this folder run; they need a server, so `make check`
# only builds them and tests/run starts the .t files.
DB_LIBS = lib/db/libdb.a lib/base/libbase.a $(MYSQL_LIBS) $(SODIUM_LIBS)

check_PROGRAMS += tests/db/client
tests_db_client_SOURCES = tests/db/client.c
tests_db_client_LDADD = $(DB_LIBS) -lm
