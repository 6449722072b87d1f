noinst_LIBRARIES += lib/queue/libqueue.a
lib_queue_libqueue_a_SOURCES = \
	lib/queue/account.c lib/queue/account.h \
	lib/queue/audit.c lib/queue/audit.h \
	lib/queue/nik.c lib/queue/nik.h \
	lib/queue/person.c lib/queue/person.h \
	lib/queue/queries.c lib/queue/queries.h \
	lib/queue/service.c lib/queue/service.h \
	lib/queue/session.c lib/queue/session.h
