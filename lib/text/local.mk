noinst_LIBRARIES += lib/text/libtext.a
lib_text_libtext_a_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
lib_text_libtext_a_SOURCES = \
	lib/text/catalogue.c lib/text/catalogue.h \
	lib/text/info.c lib/text/info.h \
	lib/text/lang.c lib/text/lang.h \
	lib/text/words.c lib/text/words.h \
	lib/text/xml.c lib/text/xml.h
