# Writes sample papers for the tests here and for the bench.
check_PROGRAMS += tests/paper/draw
tests_paper_draw_SOURCES = tests/paper/draw.c tests/paper/sample.c \
	tests/paper/sample.h
EXTRA_DIST += tests/paper/lib.sh tests/paper/proof.t tests/paper/roster.t
