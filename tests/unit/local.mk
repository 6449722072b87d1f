UNIT_BASE = tests/unit/base_test

check_PROGRAMS += $(UNIT_BASE)
TESTS += $(UNIT_BASE)

tests_unit_base_test_SOURCES = tests/unit/base_test.c tests/unit/unit.h
tests_unit_base_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_base_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_base_test_LDADD = lib/base/libbase.a $(SODIUM_LIBS) $(CMOCKA_LIBS)

UNIT_TEXT = tests/unit/text_test

check_PROGRAMS += $(UNIT_TEXT)
TESTS += $(UNIT_TEXT)

tests_unit_text_test_SOURCES = tests/unit/text_test.c tests/unit/files.c \
	tests/unit/files.h tests/unit/unit.h
tests_unit_text_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(XML_CFLAGS)
tests_unit_text_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_text_test_LDADD = lib/text/libtext.a lib/base/libbase.a \
	$(XML_LIBS) $(SODIUM_LIBS) $(CMOCKA_LIBS)

UNIT_NIK = tests/unit/nik_test

check_PROGRAMS += $(UNIT_NIK)
TESTS += $(UNIT_NIK)

tests_unit_nik_test_SOURCES = tests/unit/nik_test.c tests/unit/unit.h
tests_unit_nik_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_nik_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_nik_test_LDADD = lib/queue/libqueue.a lib/base/libbase.a \
	$(SODIUM_LIBS) $(CMOCKA_LIBS)

UNIT_PAPER = tests/unit/font_test tests/unit/paper_test

check_PROGRAMS += $(UNIT_PAPER)
TESTS += $(UNIT_PAPER)

tests_unit_font_test_SOURCES = tests/unit/font_test.c tests/unit/unit.h
tests_unit_font_test_CPPFLAGS = $(UNIT_CPPFLAGS) \
	-DTEST_FONTS='"$(abs_srcdir)/conf/fonts"'
tests_unit_font_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_font_test_LDADD = lib/paper/libpaper.a lib/base/libbase.a \
	$(SODIUM_LIBS) $(CMOCKA_LIBS)

tests_unit_paper_test_SOURCES = tests/unit/paper_test.c tests/unit/unit.h
tests_unit_paper_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(PNG_CFLAGS) \
	-DTEST_FONTS='"$(abs_srcdir)/conf/fonts"'
tests_unit_paper_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_paper_test_LDADD = lib/paper/libpaper.a lib/text/libtext.a \
	lib/base/libbase.a $(PAPER_LIBS) $(XML_LIBS) $(SODIUM_LIBS) \
	$(CMOCKA_LIBS)

UNIT_PAGE = tests/unit/page_test tests/unit/page_lang_test \
	tests/unit/page_part_test tests/unit/page_refusal_test
UNIT_PAGE_SOURCES = tests/unit/pages.c tests/unit/pages.h \
	tests/unit/files.c tests/unit/files.h tests/unit/unit.h
UNIT_PAGE_LIBS = lib/web/libweb.a lib/text/libtext.a lib/base/libbase.a \
	$(XML_LIBS) $(SODIUM_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += $(UNIT_PAGE)
TESTS += $(UNIT_PAGE)

tests_unit_page_test_SOURCES = tests/unit/page_test.c $(UNIT_PAGE_SOURCES)
tests_unit_page_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(XML_CFLAGS)
tests_unit_page_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_page_test_LDADD = $(UNIT_PAGE_LIBS)

tests_unit_page_lang_test_SOURCES = tests/unit/page_lang_test.c \
	$(UNIT_PAGE_SOURCES)
tests_unit_page_lang_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(XML_CFLAGS)
tests_unit_page_lang_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_page_lang_test_LDADD = $(UNIT_PAGE_LIBS)

tests_unit_page_part_test_SOURCES = tests/unit/page_part_test.c \
	$(UNIT_PAGE_SOURCES)
tests_unit_page_part_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(XML_CFLAGS)
tests_unit_page_part_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_page_part_test_LDADD = $(UNIT_PAGE_LIBS)

tests_unit_page_refusal_test_SOURCES = tests/unit/page_refusal_test.c \
	$(UNIT_PAGE_SOURCES)
tests_unit_page_refusal_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(XML_CFLAGS)
tests_unit_page_refusal_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_page_refusal_test_LDADD = $(UNIT_PAGE_LIBS)

check_PROGRAMS += tests/unit/proof_rules_test
TESTS += tests/unit/proof_rules_test
tests_unit_proof_rules_test_SOURCES = tests/unit/proof_rules_test.c
tests_unit_proof_rules_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_proof_rules_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_proof_rules_test_LDADD = lib/queue/libqueue.a lib/db/libdb.a \
	lib/base/libbase.a $(MYSQL_LIBS) $(SODIUM_LIBS) $(CMOCKA_LIBS) -lm

UNIT_SLOT = tests/unit/slot_test

check_PROGRAMS += $(UNIT_SLOT)
TESTS += $(UNIT_SLOT)

tests_unit_slot_test_SOURCES = tests/unit/slot_test.c tests/unit/unit.h
tests_unit_slot_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_slot_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_slot_test_LDADD = lib/queue/libqueue.a lib/base/libbase.a \
	$(SODIUM_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/crypt_test
TESTS += tests/unit/crypt_test
tests_unit_crypt_test_SOURCES = tests/unit/crypt_test.c tests/unit/unit.h
tests_unit_crypt_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_crypt_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_crypt_test_LDADD = lib/base/libbase.a $(SODIUM_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/field_test
TESTS += tests/unit/field_test
tests_unit_field_test_SOURCES = tests/unit/field_test.c tests/unit/unit.h
tests_unit_field_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(XML_CFLAGS)
tests_unit_field_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_field_test_LDADD = $(UNIT_PAGE_LIBS)

check_PROGRAMS += tests/unit/field_carry_test
TESTS += tests/unit/field_carry_test
tests_unit_field_carry_test_SOURCES = tests/unit/field_carry_test.c \
	tests/unit/unit.h
tests_unit_field_carry_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(XML_CFLAGS)
tests_unit_field_carry_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_field_carry_test_LDADD = $(UNIT_PAGE_LIBS)

check_PROGRAMS += tests/unit/account_test
TESTS += tests/unit/account_test
tests_unit_account_test_SOURCES = tests/unit/account_test.c tests/unit/unit.h
tests_unit_account_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_account_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_account_test_LDADD = lib/queue/libqueue.a lib/db/libdb.a \
	lib/base/libbase.a $(MYSQL_LIBS) $(SODIUM_LIBS) $(CMOCKA_LIBS) -lm

check_PROGRAMS += tests/unit/request_test
TESTS += tests/unit/request_test
tests_unit_request_test_SOURCES = tests/unit/request_test.c tests/unit/unit.h
tests_unit_request_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_request_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_request_test_LDADD = lib/web/libweb.a lib/base/libbase.a \
	$(SODIUM_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/reply_test
TESTS += tests/unit/reply_test
tests_unit_reply_test_SOURCES = tests/unit/reply_test.c $(UNIT_PAGE_SOURCES)
tests_unit_reply_test_CPPFLAGS = $(UNIT_CPPFLAGS) $(XML_CFLAGS)
tests_unit_reply_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_reply_test_LDADD = $(CGI_LDADD) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/semaphore_test
TESTS += tests/unit/semaphore_test
tests_unit_semaphore_test_SOURCES = tests/unit/semaphore_test.c \
	tests/unit/unit.h
tests_unit_semaphore_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_semaphore_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_semaphore_test_LDADD = lib/base/libbase.a $(SODIUM_LIBS) \
	$(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/place_map_test
TESTS += tests/unit/place_map_test
tests_unit_place_map_test_SOURCES = tests/unit/place_map_test.c $(UNIT_ROOM)
tests_unit_place_map_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_place_map_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_place_map_test_LDADD = $(UNIT_ROOM_LIBS)
UNIT_ROOM = tests/unit/room.c tests/unit/room.h tests/unit/unit.h
UNIT_ROOM_LIBS = lib/queue/libqueue.a lib/db/libdb.a lib/base/libbase.a \
	$(MYSQL_LIBS) $(SODIUM_LIBS) $(CMOCKA_LIBS) -lm

check_PROGRAMS += tests/unit/place_harm_test
TESTS += tests/unit/place_harm_test
tests_unit_place_harm_test_SOURCES = tests/unit/place_harm_test.c $(UNIT_ROOM)
tests_unit_place_harm_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_place_harm_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_place_harm_test_LDADD = $(UNIT_ROOM_LIBS)

check_PROGRAMS += tests/unit/ratelimit_test
TESTS += tests/unit/ratelimit_test
tests_unit_ratelimit_test_SOURCES = tests/unit/ratelimit_test.c tests/unit/unit.h
tests_unit_ratelimit_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_ratelimit_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_ratelimit_test_LDADD = lib/base/libbase.a $(SODIUM_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/snapshot_test
TESTS += tests/unit/snapshot_test
tests_unit_snapshot_test_SOURCES = tests/unit/snapshot_test.c tests/unit/unit.h
tests_unit_snapshot_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_snapshot_test_CFLAGS = $(UNIT_CFLAGS)
tests_unit_snapshot_test_LDADD = lib/queue/libqueue.a lib/db/libdb.a \
	lib/base/libbase.a $(MYSQL_LIBS) $(SODIUM_LIBS) $(CMOCKA_LIBS) -lm
