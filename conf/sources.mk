# Made by conf/generate write, which is to be run when a file comes or goes.
noinst_LIBRARIES += lib/app/libapp.a
lib_app_libapp_a_SOURCES = \
	lib/app/core/cx.c \
	lib/app/core/cx.h \
	lib/app/core/endpoint.c \
	lib/app/core/endpoint.h \
	lib/app/core/error_page.c \
	lib/app/core/error_page.h \
	lib/app/core/gate.c \
	lib/app/core/gate.h \
	lib/app/core/limit.c \
	lib/app/core/limit.h \
	lib/app/form/person_form.c \
	lib/app/form/person_form.h \
	lib/app/form/register.c \
	lib/app/form/register.h \
	lib/app/public/availability.c \
	lib/app/public/availability.h \
	lib/app/public/availability_private.h \
	lib/app/public/availability_slots.c \
	lib/app/public/page_keep.c \
	lib/app/public/page_keep.h \
	lib/app/public/slot_words.c \
	lib/app/public/slot_words.h \
	lib/app/who/auth.c \
	lib/app/who/auth.h \
	lib/app/who/form_token.c \
	lib/app/who/form_token.h \
	lib/app/who/next.c \
	lib/app/who/next.h \
	lib/app/who/password.c \
	lib/app/who/password.h \
	lib/app/who/pending.c \
	lib/app/who/pending.h \
	lib/app/who/programs.c \
	lib/app/who/sign_in.c \
	lib/app/who/sign_in.h \
	lib/app/who/sign_in_form.c \
	lib/app/who/sign_in_form.h \
	lib/app/who/signed.c \
	lib/app/who/signed.h \
	lib/app/who/signed_link.c \
	lib/app/who/signed_link.h
noinst_LIBRARIES += lib/base/libbase.a
lib_base_libbase_a_SOURCES = \
	lib/base/arena.c \
	lib/base/arena.h \
	lib/base/buf.c \
	lib/base/buf.h \
	lib/base/bytes.c \
	lib/base/bytes.h \
	lib/base/conf.c \
	lib/base/conf.h \
	lib/base/crypt.c \
	lib/base/crypt.h \
	lib/base/day.c \
	lib/base/day.h \
	lib/base/err.c \
	lib/base/err.h \
	lib/base/log.c \
	lib/base/log.h \
	lib/base/names.c \
	lib/base/names.h \
	lib/base/ratelimit.c \
	lib/base/ratelimit.h \
	lib/base/semaphore.c \
	lib/base/semaphore.h \
	lib/base/shared.c \
	lib/base/shared.h \
	lib/base/utf8.c \
	lib/base/utf8.h
noinst_LIBRARIES += lib/db/libdb.a
lib_db_libdb_a_SOURCES = \
	lib/db/connect.c \
	lib/db/db.c \
	lib/db/db.h \
	lib/db/db_private.h \
	lib/db/fault.c \
	lib/db/query.c \
	lib/db/schema.h \
	lib/db/transact.c \
	lib/db/transact.h
noinst_LIBRARIES += lib/paper/libpaper.a
lib_paper_libpaper_a_SOURCES = \
	lib/paper/doc/proof.c \
	lib/paper/doc/proof.h \
	lib/paper/doc/roster_doc.c \
	lib/paper/doc/roster_doc.h \
	lib/paper/kit/code128.c \
	lib/paper/kit/code128.h \
	lib/paper/kit/font.c \
	lib/paper/kit/font.h \
	lib/paper/kit/haru.c \
	lib/paper/kit/haru.h \
	lib/paper/kit/pdf.c \
	lib/paper/kit/pdf.h \
	lib/paper/kit/pdf_private.h \
	lib/paper/kit/qr.c \
	lib/paper/kit/qr.h \
	lib/paper/kit/sheet.c \
	lib/paper/kit/sheet.h \
	lib/paper/kit/sheet_font.c \
	lib/paper/kit/sheet_private.h \
	lib/paper/kit/sheet_text.c
noinst_LIBRARIES += lib/queue/libqueue.a
lib_queue_libqueue_a_SOURCES = \
	lib/queue/audit/actor.c \
	lib/queue/audit/actor.h \
	lib/queue/audit/audit.c \
	lib/queue/audit/audit.h \
	lib/queue/desk/roster.c \
	lib/queue/desk/roster.h \
	lib/queue/office/closed_day.c \
	lib/queue/office/closed_day.h \
	lib/queue/office/columns.h \
	lib/queue/office/office.c \
	lib/queue/office/office.h \
	lib/queue/office/office_columns.h \
	lib/queue/office/opening.c \
	lib/queue/office/opening.h \
	lib/queue/office/parameter.c \
	lib/queue/office/parameter.h \
	lib/queue/office/quota.c \
	lib/queue/office/quota.h \
	lib/queue/office/region.c \
	lib/queue/office/region.h \
	lib/queue/office/rules.h \
	lib/queue/office/service.c \
	lib/queue/office/service.h \
	lib/queue/office/slot.c \
	lib/queue/office/slot.h \
	lib/queue/office/slot_judge.c \
	lib/queue/office/slot_list.c \
	lib/queue/office/slot_offer.c \
	lib/queue/people/account.c \
	lib/queue/people/account.h \
	lib/queue/people/keys.c \
	lib/queue/people/keys.h \
	lib/queue/people/nik.c \
	lib/queue/people/nik.h \
	lib/queue/people/nik_hash.c \
	lib/queue/people/nik_hash.h \
	lib/queue/people/nik_limit.c \
	lib/queue/people/nik_limit.h \
	lib/queue/people/person.c \
	lib/queue/people/person.h \
	lib/queue/people/person_columns.h \
	lib/queue/people/session.c \
	lib/queue/people/session.h \
	lib/queue/people/staff.c \
	lib/queue/people/staff.h \
	lib/queue/queries.c \
	lib/queue/queries.h \
	lib/queue/seat/place.c \
	lib/queue/seat/place.h \
	lib/queue/seat/place_map.c \
	lib/queue/seat/place_map.h \
	lib/queue/seat/place_news.c \
	lib/queue/seat/place_refresh.c \
	lib/queue/seat/place_refresh.h \
	lib/queue/seat/place_refresh_private.h \
	lib/queue/seat/place_seats.c \
	lib/queue/seat/place_tail.c \
	lib/queue/seat/place_tail.h \
	lib/queue/seat/rowcodec.c \
	lib/queue/seat/rowcodec.h \
	lib/queue/seat/snapshot.c \
	lib/queue/seat/snapshot.h \
	lib/queue/seat/snapshot_ask.c \
	lib/queue/seat/snapshot_file.c \
	lib/queue/seat/snapshot_look.c \
	lib/queue/seat/snapshot_private.h \
	lib/queue/seat/snapshot_read.c \
	lib/queue/visit/booking.c \
	lib/queue/visit/booking.h \
	lib/queue/visit/booking_find.c \
	lib/queue/visit/booking_names.c \
	lib/queue/visit/booking_private.h \
	lib/queue/visit/booking_rows.c \
	lib/queue/visit/code.c \
	lib/queue/visit/code.h \
	lib/queue/visit/documents.c \
	lib/queue/visit/documents.h \
	lib/queue/visit/qr_payload.c \
	lib/queue/visit/qr_payload.h
noinst_LIBRARIES += lib/text/libtext.a
lib_text_libtext_a_SOURCES = \
	lib/text/catalogue.c \
	lib/text/catalogue.h \
	lib/text/info.c \
	lib/text/info.h \
	lib/text/lang.c \
	lib/text/lang.h \
	lib/text/words.c \
	lib/text/words.h \
	lib/text/xml.c \
	lib/text/xml.h
noinst_LIBRARIES += lib/web/libweb.a
lib_web_libweb_a_SOURCES = \
	lib/web/form/field.c \
	lib/web/form/field.h \
	lib/web/form/field_kind.c \
	lib/web/form/field_kind.h \
	lib/web/form/field_show.c \
	lib/web/page/page.c \
	lib/web/page/page.h \
	lib/web/page/page_attr.c \
	lib/web/page/page_check.c \
	lib/web/page/page_compile.c \
	lib/web/page/page_emit.c \
	lib/web/page/page_file.c \
	lib/web/page/page_flag.c \
	lib/web/page/page_part.c \
	lib/web/page/page_private.h \
	lib/web/page/page_style.c \
	lib/web/page/page_value.c \
	lib/web/page/page_write.c \
	lib/web/page/view.c \
	lib/web/page/view.h \
	lib/web/reply.c \
	lib/web/reply.h \
	lib/web/request.c \
	lib/web/request.h \
	lib/web/serve.c \
	lib/web/serve.h
cgi_PROGRAMS += cgi-bin/desk/roster/roster
cgi_bin_desk_roster_roster_SOURCES = \
	cgi-bin/desk/roster/file.c \
	cgi-bin/desk/roster/look.c \
	cgi-bin/desk/roster/page.c \
	cgi-bin/desk/roster/roster.c \
	cgi-bin/desk/roster/roster.h
cgi_PROGRAMS += cgi-bin/desk/signin
cgi_bin_desk_signin_SOURCES = \
	cgi-bin/desk/signin.c
cgi_PROGRAMS += cgi-bin/job/nikhash/nikhash
cgi_bin_job_nikhash_nikhash_SOURCES = \
	cgi-bin/job/nikhash/nikhash.c
cgi_PROGRAMS += cgi-bin/job/worker
cgi_bin_job_worker_SOURCES = \
	cgi-bin/job/due.c \
	cgi-bin/job/folder.c \
	cgi-bin/job/map.c \
	cgi-bin/job/worker.c \
	cgi-bin/job/worker.h
cgi_PROGRAMS += cgi-bin/public/account/account
cgi_bin_public_account_account_SOURCES = \
	cgi-bin/public/account/account.c \
	cgi-bin/public/account/account.h \
	cgi-bin/public/account/page.c
cgi_PROGRAMS += cgi-bin/public/booking/booking
cgi_bin_public_booking_booking_SOURCES = \
	cgi-bin/public/booking/booking.c \
	cgi-bin/public/booking/booking.h \
	cgi-bin/public/booking/cards.c \
	cgi-bin/public/booking/choose.c \
	cgi-bin/public/booking/confirm.c \
	cgi-bin/public/booking/early.c \
	cgi-bin/public/booking/people.c \
	cgi-bin/public/booking/plan.c \
	cgi-bin/public/booking/refuse.c \
	cgi-bin/public/booking/review.c
cgi_PROGRAMS += cgi-bin/public/health
cgi_PROGRAMS += cgi-bin/public/home
cgi_PROGRAMS += cgi-bin/public/info
cgi_PROGRAMS += cgi-bin/public/office/office
cgi_bin_public_office_office_SOURCES = \
	cgi-bin/public/office/list.c \
	cgi-bin/public/office/office.c \
	cgi-bin/public/office/office.h
cgi_PROGRAMS += cgi-bin/public/proof
cgi_PROGRAMS += cgi-bin/public/session
cgi_PROGRAMS += cgi-bin/public/slot/slot
cgi_bin_public_slot_slot_SOURCES = \
	cgi-bin/public/slot/days.c \
	cgi-bin/public/slot/slot.c \
	cgi-bin/public/slot/slot.h
cgi_PROGRAMS += cgi-bin/public/ticket/ticket
cgi_bin_public_ticket_ticket_SOURCES = \
	cgi-bin/public/ticket/find.c \
	cgi-bin/public/ticket/show.c \
	cgi-bin/public/ticket/ticket.c \
	cgi-bin/public/ticket/ticket.h
bin_PROGRAMS += cgi-bin/tool/antrean
cgi_bin_tool_antrean_SOURCES = \
	cgi-bin/tool/antrean.c \
	cgi-bin/tool/import.c \
	cgi-bin/tool/import.h \
	cgi-bin/tool/import_day.c \
	cgi-bin/tool/import_office.c \
	cgi-bin/tool/import_quota.c \
	cgi-bin/tool/open.c \
	cgi-bin/tool/say.c \
	cgi-bin/tool/staff.c \
	cgi-bin/tool/table.c \
	cgi-bin/tool/table.h \
	cgi-bin/tool/tool.h
READMES = \
	cgi-bin/README.md \
	htdocs/README.md \
	lib/README.md \
	lib/app/README.md \
	lib/base/README.md \
	lib/db/README.md \
	lib/paper/README.md \
	lib/queue/README.md \
	lib/text/README.md \
	lib/web/README.md \
	sql/README.md
pagesdir = $(pkgdatadir)/pages
dist_pages_DATA =
pagesdeskdir = $(pkgdatadir)/pages/desk
dist_pagesdesk_DATA = \
	htdocs/pages/desk/roster.xhtml \
	htdocs/pages/desk/signin-resume.xhtml \
	htdocs/pages/desk/signin.xhtml
pagesframedir = $(pkgdatadir)/pages/frame
dist_pagesframe_DATA = \
	htdocs/pages/frame/desk.xhtml \
	htdocs/pages/frame/public.xhtml
pagespartdir = $(pkgdatadir)/pages/part
dist_pagespart_DATA = \
	htdocs/pages/part/birth.xhtml \
	htdocs/pages/part/compare.xhtml \
	htdocs/pages/part/errors.xhtml \
	htdocs/pages/part/person.xhtml
pagespublicdir = $(pkgdatadir)/pages/public
dist_pagespublic_DATA = \
	htdocs/pages/public/account.xhtml \
	htdocs/pages/public/bap.xhtml \
	htdocs/pages/public/booking.xhtml \
	htdocs/pages/public/error.xhtml \
	htdocs/pages/public/find.xhtml \
	htdocs/pages/public/health.xhtml \
	htdocs/pages/public/home.xhtml \
	htdocs/pages/public/info.xhtml \
	htdocs/pages/public/office.xhtml \
	htdocs/pages/public/people.xhtml \
	htdocs/pages/public/register.xhtml \
	htdocs/pages/public/resume.xhtml \
	htdocs/pages/public/review.xhtml \
	htdocs/pages/public/session.xhtml \
	htdocs/pages/public/slot.xhtml \
	htdocs/pages/public/ticket.xhtml
pagestextdir = $(pkgdatadir)/pages/text
dist_pagestext_DATA = \
	htdocs/pages/text/account.xml \
	htdocs/pages/text/availability.xml \
	htdocs/pages/text/booking.xml \
	htdocs/pages/text/common.xml \
	htdocs/pages/text/health.xml \
	htdocs/pages/text/home.xml \
	htdocs/pages/text/info.xml \
	htdocs/pages/text/office.xml \
	htdocs/pages/text/person.xml \
	htdocs/pages/text/proof.xml \
	htdocs/pages/text/roster.xml \
	htdocs/pages/text/service.xml \
	htdocs/pages/text/session.xml \
	htdocs/pages/text/signin.xml \
	htdocs/pages/text/slot.xml \
	htdocs/pages/text/ticket.xml \
	htdocs/pages/text/topics.xml
staticdir = $(pkgdatadir)/static
dist_static_DATA = \
	htdocs/static/400.html \
	htdocs/static/404.html \
	htdocs/static/411.html \
	htdocs/static/413.html \
	htdocs/static/503.html \
	htdocs/static/style.css
sqldir = $(pkgdatadir)/sql
dist_sql_DATA = \
	sql/0001-offices.sql \
	sql/0002-places.sql \
	sql/0003-people.sql \
	sql/0004-bookings.sql \
	sql/0005-reference.sql \
	sql/0006-bookable.sql \
	sql/0007-staff-sessions.sql \
	sql/0008-bounds.sql \
	sql/0009-nik-mask.sql \
	sql/0010-owners.sql \
	sql/0011-reads-from.sql \
	sql/0012-bookable-once.sql \
	sql/0013-audit-words.sql \
	sql/0014-public-writes.sql \
	sql/0015-slot-changes.sql \
	sql/0016-fewer-lookups.sql \
	sql/grants.sql
if HAVE_CMOCKA
tests_unit_libunit_a_SOURCES = \
	tests/unit/files.c \
	tests/unit/files.h \
	tests/unit/forms.c \
	tests/unit/forms.h \
	tests/unit/pages.c \
	tests/unit/pages.h \
	tests/unit/room.c \
	tests/unit/room.h \
	tests/unit/unit.c \
	tests/unit/unit.h
UNITS = \
	tests/unit/app/reply_test \
	tests/unit/base/base_test \
	tests/unit/base/crypt_test \
	tests/unit/base/ratelimit_test \
	tests/unit/base/semaphore_test \
	tests/unit/paper/font_test \
	tests/unit/paper/paper_test \
	tests/unit/queue/account_test \
	tests/unit/queue/code_test \
	tests/unit/queue/contract_test \
	tests/unit/queue/keys_test \
	tests/unit/queue/nik_limit_test \
	tests/unit/queue/nik_test \
	tests/unit/queue/place_harm_test \
	tests/unit/queue/place_map_test \
	tests/unit/queue/proof_rules_test \
	tests/unit/queue/slot_test \
	tests/unit/queue/snapshot_test \
	tests/unit/queue/tail_test \
	tests/unit/text/text_test \
	tests/unit/web/field_carry_test \
	tests/unit/web/field_kind_test \
	tests/unit/web/field_page_test \
	tests/unit/web/field_test \
	tests/unit/web/page_lang_test \
	tests/unit/web/page_part_test \
	tests/unit/web/page_refusal_test \
	tests/unit/web/page_test \
	tests/unit/web/request_test
tests_unit_app_reply_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_app_reply_test_LDADD = $(UNIT_LDADD)
tests_unit_base_base_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_base_base_test_LDADD = $(UNIT_LDADD)
tests_unit_base_crypt_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_base_crypt_test_LDADD = $(UNIT_LDADD)
tests_unit_base_ratelimit_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_base_ratelimit_test_LDADD = $(UNIT_LDADD)
tests_unit_base_semaphore_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_base_semaphore_test_LDADD = $(UNIT_LDADD)
tests_unit_paper_font_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_paper_font_test_LDADD = $(UNIT_LDADD)
tests_unit_paper_paper_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_paper_paper_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_account_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_account_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_code_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_code_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_contract_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_contract_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_keys_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_keys_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_nik_limit_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_nik_limit_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_nik_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_nik_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_place_harm_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_place_harm_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_place_map_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_place_map_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_proof_rules_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_proof_rules_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_slot_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_slot_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_snapshot_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_snapshot_test_LDADD = $(UNIT_LDADD)
tests_unit_queue_tail_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_queue_tail_test_LDADD = $(UNIT_LDADD)
tests_unit_text_text_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_text_text_test_LDADD = $(UNIT_LDADD)
tests_unit_web_field_carry_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_field_carry_test_LDADD = $(UNIT_LDADD)
tests_unit_web_field_kind_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_field_kind_test_LDADD = $(UNIT_LDADD)
tests_unit_web_field_page_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_field_page_test_LDADD = $(UNIT_LDADD)
tests_unit_web_field_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_field_test_LDADD = $(UNIT_LDADD)
tests_unit_web_page_lang_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_page_lang_test_LDADD = $(UNIT_LDADD)
tests_unit_web_page_part_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_page_part_test_LDADD = $(UNIT_LDADD)
tests_unit_web_page_refusal_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_page_refusal_test_LDADD = $(UNIT_LDADD)
tests_unit_web_page_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_page_test_LDADD = $(UNIT_LDADD)
tests_unit_web_request_test_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_web_request_test_LDADD = $(UNIT_LDADD)
endif
