# Programs that have features which no program of cgi-bin has yet; the tests of
# tests/http run them.
check_PROGRAMS += tests/app/desk tests/app/nameless tests/app/objectless \
	tests/app/limited tests/app/webhook
tests_app_objectless_SOURCES = tests/app/nameless.c
tests_app_objectless_CPPFLAGS = $(AM_CPPFLAGS) -DNO_OBJECT
EXTRA_DIST += tests/app/pages/desk/desk-form.xhtml
