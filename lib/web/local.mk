noinst_LIBRARIES += lib/web/libweb.a
lib_web_libweb_a_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS) $(FCGI_CFLAGS)
lib_web_libweb_a_SOURCES = \
	lib/web/form/field.c lib/web/form/field.h \
	lib/web/form/field_kind.c lib/web/form/field_kind.h \
	lib/web/page/page.c lib/web/page/page.h \
	lib/web/page/page_attr.c lib/web/page/page_private.h \
	lib/web/page/page_check.c \
	lib/web/page/page_compile.c \
	lib/web/page/page_emit.c \
	lib/web/page/page_flag.c \
	lib/web/page/page_part.c \
	lib/web/page/page_style.c \
	lib/web/page/page_write.c \
	lib/web/reply.c lib/web/reply.h \
	lib/web/request.c lib/web/request.h \
	lib/web/serve.c lib/web/serve.h \
	lib/web/page/view.c lib/web/page/view.h
