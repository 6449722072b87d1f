# crowd: parties that all book at once; tests/race/race runs it on behalf of
# tests/http/demo.t, through both servers.
check_PROGRAMS += tests/race/crowd
tests_race_crowd_SOURCES = tests/race/crowd.c tests/race/party.c \
	tests/race/party.h
tests_race_crowd_CFLAGS = $(AM_CFLAGS) $(CURL_CFLAGS)
tests_race_crowd_LDADD = $(CURL_LIBS)

# storm: such parties while a process is killed; tests/fault runs it.
check_PROGRAMS += tests/fault/storm
tests_fault_storm_SOURCES = tests/fault/storm.c tests/race/party.c \
	tests/race/party.h
tests_fault_storm_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/race
tests_fault_storm_CFLAGS = $(AM_CFLAGS) $(CURL_CFLAGS)
tests_fault_storm_LDADD = $(CURL_LIBS)
