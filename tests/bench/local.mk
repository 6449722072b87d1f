# The bench's programs; tests/bench/run builds and leads them.
check_PROGRAMS += tests/bench/hello tests/bench/load tests/bench/liar
tests_bench_hello_SOURCES = tests/bench/hello.c
tests_bench_hello_CPPFLAGS = $(AM_CPPFLAGS) $(FCGI_CFLAGS)
tests_bench_hello_LDADD = $(FCGI_LIBS)
tests_bench_load_SOURCES = tests/bench/load.c \
	tests/bench/answer.c tests/bench/answer.h \
	tests/bench/shots.c tests/bench/shots.h \
	tests/bench/times.c tests/bench/times.h
tests_bench_liar_SOURCES = tests/bench/liar.c
EXTRA_DIST += tests/bench/bench.t
