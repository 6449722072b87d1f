# Programs the tests of this folder run; they need a server, so `make check`
# only builds them and tests/run starts the .t files.
check_PROGRAMS += tests/db/booking tests/db/client tests/db/map tests/db/nouns \
	tests/db/statements
