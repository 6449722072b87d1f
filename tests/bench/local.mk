# The bench's programs; tests/bench/run builds and runs them.
check_PROGRAMS += tests/bench/hello tests/bench/load tests/bench/liar
tests_bench_hello_LDADD = $(FCGI_LIBS)
tests_bench_load_SOURCES = tests/bench/load.c \
	tests/bench/answer.c tests/bench/answer.h \
	tests/bench/shots.c tests/bench/shots.h \
	tests/bench/times.c tests/bench/times.h
EXTRA_DIST += tests/bench/README.md tests/bench/bench.t tests/bench/run \
	tests/bench/alone.sh tests/bench/growth.sh tests/bench/house.sh \
	tests/bench/rows.sh tests/bench/stock.sh tests/bench/table.sh \
	tests/bench/fill.sql tests/bench/growth.sql tests/bench/people.sql

# These programs call the libraries that the bench measures.
check_PROGRAMS += tests/bench/stock tests/bench/tx
tests_bench_stock_SOURCES = tests/bench/stock.c \
	tests/bench/cast.c tests/bench/cast.h cgi-bin/public/booking/cards.c
tests_bench_tx_SOURCES = tests/bench/tx.c tests/bench/cast.c \
	tests/bench/cast.h tests/bench/times.c tests/bench/times.h
