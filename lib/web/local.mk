noinst_LIBRARIES += lib/web/libweb.a
lib_web_libweb_a_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS) $(FCGI_CFLAGS)
lib_web_libweb_a_SOURCES = \
	lib/web/field.c lib/web/field.h \
	lib/web/field_kind.c lib/web/field_kind.h \
	lib/web/page.c lib/web/page.h \
	lib/web/page_attr.c lib/web/page_code.h \
	lib/web/page_check.c \
	lib/web/page_compile.c \
	lib/web/page_emit.c \
	lib/web/page_flag.c \
	lib/web/page_part.c \
	lib/web/page_style.c \
	lib/web/page_write.c \
	lib/web/reply.c lib/web/reply.h \
	lib/web/request.c lib/web/request.h \
	lib/web/serve.c lib/web/serve.h \
	lib/web/view.c lib/web/view.h
