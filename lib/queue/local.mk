noinst_LIBRARIES += lib/queue/libqueue.a
lib_queue_libqueue_a_SOURCES = \
	lib/queue/people/account.c lib/queue/people/account.h \
	lib/queue/audit/audit.c lib/queue/audit/audit.h \
	lib/queue/seat/snapshot.c lib/queue/seat/snapshot.h lib/queue/seat/snapshot_private.h \
	lib/queue/seat/snapshot_file.c \
	lib/queue/seat/snapshot_look.c \
	lib/queue/seat/snapshot_read.c \
	lib/queue/visit/booking.c lib/queue/visit/booking.h \
	lib/queue/visit/booking_rows.c lib/queue/visit/booking_private.h \
	lib/queue/office/closed_day.c lib/queue/office/closed_day.h \
	lib/queue/people/nik.c lib/queue/people/nik.h \
	lib/queue/office/office.c lib/queue/office/office.h lib/queue/office/office_columns.h \
	lib/queue/office/opening.c lib/queue/office/opening.h \
	lib/queue/seat/rowcodec.c lib/queue/seat/rowcodec.h \
	lib/queue/visit/documents.c lib/queue/visit/documents.h \
	lib/queue/office/parameter.c lib/queue/office/parameter.h \
	lib/queue/people/person.c lib/queue/people/person.h lib/queue/people/person_columns.h \
	lib/queue/seat/place.c lib/queue/seat/place.h \
	lib/queue/seat/place_map.c lib/queue/seat/place_map.h \
	lib/queue/seat/place_refresh.c lib/queue/seat/place_refresh.h \
	lib/queue/queries.c lib/queue/queries.h \
	lib/queue/office/quota.c lib/queue/office/quota.h \
	lib/queue/office/region.c lib/queue/office/region.h \
	lib/queue/desk/roster.c lib/queue/desk/roster.h \
	lib/queue/office/columns.h \
	lib/queue/office/service.c lib/queue/office/service.h \
	lib/queue/people/session.c lib/queue/people/session.h \
	lib/queue/office/slot.c lib/queue/office/slot.h \
	lib/queue/office/slot_judge.c \
	lib/queue/office/slot_list.c \
	lib/queue/office/slot_offer.c \
	lib/queue/people/staff.c lib/queue/people/staff.h \
	lib/queue/people/staff_session.c lib/queue/people/staff_session.h \
	lib/queue/visit/qr_payload.c lib/queue/visit/qr_payload.h
