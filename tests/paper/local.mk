# Writes sample papers for the .t files and the bench.
PAPER_DRAW = tests/paper/draw

check_PROGRAMS += $(PAPER_DRAW)

tests_paper_draw_SOURCES = tests/paper/draw.c tests/paper/sample.c \
	tests/paper/sample.h
tests_paper_draw_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
tests_paper_draw_LDADD = lib/paper/libpaper.a lib/text/libtext.a \
	lib/base/libbase.a $(PAPER_LIBS) $(XML_LIBS) $(SODIUM_LIBS)
EXTRA_DIST += tests/paper/lib.sh tests/paper/proof.t tests/paper/roster.t
