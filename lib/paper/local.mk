noinst_LIBRARIES += lib/paper/libpaper.a
lib_paper_libpaper_a_CPPFLAGS = $(AM_CPPFLAGS) \
	$(QRENCODE_CFLAGS) $(PNG_CFLAGS) $(ZLIB_CFLAGS) $(XML_CFLAGS)
lib_paper_libpaper_a_SOURCES = \
	lib/paper/kit/code128.c lib/paper/kit/code128.h \
	lib/paper/kit/font.c lib/paper/kit/font.h lib/paper/kit/font_private.h \
	lib/paper/kit/font_subset.c \
	lib/paper/kit/haru.c lib/paper/kit/haru.h \
	lib/paper/kit/pdf.c lib/paper/kit/pdf.h lib/paper/kit/pdf_private.h \
	lib/paper/doc/proof.c lib/paper/doc/proof.h \
	lib/paper/kit/qr.c lib/paper/kit/qr.h \
	lib/paper/doc/roster_doc.c lib/paper/doc/roster_doc.h \
	lib/paper/kit/sheet.c lib/paper/kit/sheet.h lib/paper/kit/sheet_private.h \
	lib/paper/kit/sheet_font.c lib/paper/kit/sheet_text.c
# What a program that prints must link, after libpaper.a and libtext.a.
PAPER_LIBS = $(HPDF_LIBS) $(QRENCODE_LIBS) $(PNG_LIBS) $(ZLIB_LIBS) -lm
