noinst_LIBRARIES += lib/app/libapp.a
lib_app_libapp_a_SOURCES = \
	lib/app/availability.c lib/app/availability.h \
	lib/app/availability_own.h \
	lib/app/availability_slots.c \
	lib/app/auth.c lib/app/auth.h \
	lib/app/cx.c lib/app/cx.h \
	lib/app/endpoint.c lib/app/endpoint.h \
	lib/app/error_page.c lib/app/error_page.h \
	lib/app/form_token.c lib/app/form_token.h \
	lib/app/gate.c lib/app/gate.h \
	lib/app/link.c lib/app/link.h \
	lib/app/signed.c lib/app/signed.h \
	lib/app/sign_in.c lib/app/sign_in.h \
	lib/app/slot_words.c lib/app/slot_words.h \
	lib/app/next.c lib/app/next.h \
	lib/app/page_keep.c lib/app/page_keep.h \
	lib/app/password.c lib/app/password.h \
	lib/app/pending.c lib/app/pending.h \
	lib/app/person_form.c lib/app/person_form.h \
	lib/app/register.c lib/app/register.h \
	lib/app/tries.c lib/app/tries.h
lib_app_libapp_a_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS) $(XML_CFLAGS)
