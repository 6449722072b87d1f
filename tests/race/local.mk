# A crowd of parties that all press at once; race.t leads it over both servers.
check_PROGRAMS += tests/race/crowd
tests_race_crowd_SOURCES = tests/race/crowd.c
tests_race_crowd_CFLAGS = $(AM_CFLAGS) $(CURL_CFLAGS)
tests_race_crowd_LDADD = $(CURL_LIBS)
