noinst_LIBRARIES += lib/db/libdb.a
lib_db_libdb_a_CPPFLAGS = $(AM_CPPFLAGS) $(MYSQL_CFLAGS)
lib_db_libdb_a_SOURCES = \
	lib/db/db.c lib/db/db.h \
	lib/db/fault.c \
	lib/db/db_private.h \
	lib/db/query.c
