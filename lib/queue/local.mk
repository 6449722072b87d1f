noinst_LIBRARIES += lib/queue/libqueue.a
lib_queue_libqueue_a_SOURCES = \
	lib/queue/account.c lib/queue/account.h \
	lib/queue/audit.c lib/queue/audit.h \
	lib/queue/board.c lib/queue/board.h lib/queue/board_own.h \
	lib/queue/board_file.c \
	lib/queue/board_look.c \
	lib/queue/board_read.c \
	lib/queue/booking.c lib/queue/booking.h \
	lib/queue/booking_rows.c lib/queue/booking_rows.h \
	lib/queue/closed_day.c lib/queue/closed_day.h \
	lib/queue/nik.c lib/queue/nik.h \
	lib/queue/office.c lib/queue/office.h lib/queue/office_row.h \
	lib/queue/opening.c lib/queue/opening.h \
	lib/queue/pack.c lib/queue/pack.h \
	lib/queue/papers.c lib/queue/papers.h \
	lib/queue/parameter.c lib/queue/parameter.h \
	lib/queue/person.c lib/queue/person.h lib/queue/person_row.h \
	lib/queue/place.c lib/queue/place.h \
	lib/queue/place_map.c lib/queue/place_map.h \
	lib/queue/place_refresh.c lib/queue/place_refresh.h \
	lib/queue/queries.c lib/queue/queries.h \
	lib/queue/quota.c lib/queue/quota.h \
	lib/queue/region.c lib/queue/region.h \
	lib/queue/roster.c lib/queue/roster.h \
	lib/queue/row.h \
	lib/queue/service.c lib/queue/service.h \
	lib/queue/session.c lib/queue/session.h \
	lib/queue/slot.c lib/queue/slot.h \
	lib/queue/slot_judge.c \
	lib/queue/slot_list.c \
	lib/queue/slot_offer.c \
	lib/queue/staff.c lib/queue/staff.h \
	lib/queue/staff_session.c lib/queue/staff_session.h \
	lib/queue/stamp.c lib/queue/stamp.h
