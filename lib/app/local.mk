noinst_LIBRARIES += lib/app/libapp.a
lib_app_libapp_a_SOURCES = \
	lib/app/public/availability.c lib/app/public/availability.h \
	lib/app/public/availability_private.h \
	lib/app/public/availability_slots.c \
	lib/app/who/auth.c lib/app/who/auth.h \
	lib/app/core/cx.c lib/app/core/cx.h \
	lib/app/core/endpoint.c lib/app/core/endpoint.h \
	lib/app/core/error_page.c lib/app/core/error_page.h \
	lib/app/who/form_token.c lib/app/who/form_token.h \
	lib/app/core/gate.c lib/app/core/gate.h \
	lib/app/who/signed_link.c lib/app/who/signed_link.h \
	lib/app/who/signed.c lib/app/who/signed.h \
	lib/app/who/sign_in.c lib/app/who/sign_in.h \
	lib/app/public/slot_words.c lib/app/public/slot_words.h \
	lib/app/who/next.c lib/app/who/next.h \
	lib/app/public/page_keep.c lib/app/public/page_keep.h \
	lib/app/who/password.c lib/app/who/password.h \
	lib/app/who/pending.c lib/app/who/pending.h \
	lib/app/form/person_form.c lib/app/form/person_form.h \
	lib/app/form/register.c lib/app/form/register.h \
	lib/app/who/tries.c lib/app/who/tries.h
lib_app_libapp_a_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS) $(XML_CFLAGS)
