noinst_LIBRARIES += lib/paper/libpaper.a
lib_paper_libpaper_a_CPPFLAGS = $(AM_CPPFLAGS) \
	$(QRENCODE_CFLAGS) $(PNG_CFLAGS) $(ZLIB_CFLAGS) $(XML_CFLAGS)
lib_paper_libpaper_a_SOURCES = \
	lib/paper/code128.c lib/paper/code128.h \
	lib/paper/font.c lib/paper/font.h lib/paper/font_room.h \
	lib/paper/font_subset.c \
	lib/paper/haru.c lib/paper/haru.h \
	lib/paper/press.c lib/paper/press.h lib/paper/press_room.h \
	lib/paper/proof.c lib/paper/proof.h \
	lib/paper/qr.c lib/paper/qr.h \
	lib/paper/roster.c lib/paper/roster.h \
	lib/paper/sheet.c lib/paper/sheet.h lib/paper/sheet_room.h \
	lib/paper/sheet_font.c lib/paper/sheet_text.c
# What a program that prints must link, after libpaper.a and libtext.a.
PAPER_LIBS = $(HPDF_LIBS) $(QRENCODE_LIBS) $(PNG_LIBS) $(ZLIB_LIBS) -lm
