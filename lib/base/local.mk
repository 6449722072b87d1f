noinst_LIBRARIES += lib/base/libbase.a
lib_base_libbase_a_SOURCES = \
	lib/base/arena.c lib/base/arena.h \
	lib/base/ratelimit.c lib/base/ratelimit.h \
	lib/base/buf.c lib/base/buf.h \
	lib/base/conf.c lib/base/conf.h \
	lib/base/crypt.c lib/base/crypt.h \
	lib/base/day.c lib/base/day.h \
	lib/base/err.c lib/base/err.h \
	lib/base/log.c lib/base/log.h \
	lib/base/shared.c lib/base/shared.h \
	lib/base/token.c lib/base/token.h \
	lib/base/semaphore.c lib/base/semaphore.h \
	lib/base/utf8.c lib/base/utf8.h
