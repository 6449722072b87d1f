# One program a URL; all link with the whole house.
CGI_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS) $(XML_CFLAGS)
CGI_LDADD = lib/app/libapp.a lib/web/libweb.a lib/queue/libqueue.a \
	lib/db/libdb.a lib/text/libtext.a lib/base/libbase.a $(FCGI_LIBS) \
	$(XML_LIBS) $(MYSQL_LIBS) $(SODIUM_LIBS) -lm

cgi_PROGRAMS += cgi-bin/health
cgi_bin_health_SOURCES = cgi-bin/health.c
cgi_bin_health_CPPFLAGS = $(CGI_CPPFLAGS)
cgi_bin_health_LDADD = $(CGI_LDADD)

cgi_PROGRAMS += cgi-bin/account/account
cgi_bin_account_account_SOURCES = cgi-bin/account/account.c \
	cgi-bin/account/account.h cgi-bin/account/page.c
cgi_bin_account_account_CPPFLAGS = $(CGI_CPPFLAGS) -I$(srcdir)/cgi-bin
cgi_bin_account_account_LDADD = $(CGI_LDADD)

cgi_PROGRAMS += cgi-bin/session
cgi_bin_session_SOURCES = cgi-bin/session.c
cgi_bin_session_CPPFLAGS = $(CGI_CPPFLAGS)
cgi_bin_session_LDADD = $(CGI_LDADD)

cgi_PROGRAMS += cgi-bin/signin
cgi_bin_signin_SOURCES = cgi-bin/signin.c
cgi_bin_signin_CPPFLAGS = $(CGI_CPPFLAGS)
cgi_bin_signin_LDADD = $(CGI_LDADD)

# Programs that print link with the paper room too.
CGI_PAPER_LDADD = lib/paper/libpaper.a $(CGI_LDADD) $(HPDF_LIBS) \
	$(QRENCODE_LIBS) $(PNG_LIBS) $(ZLIB_LIBS)

cgi_PROGRAMS += cgi-bin/booking/booking
cgi_bin_booking_booking_SOURCES = cgi-bin/booking/booking.c \
	cgi-bin/booking/booking.h cgi-bin/booking/cards.c \
	cgi-bin/booking/choose.c \
	cgi-bin/booking/confirm.c cgi-bin/booking/early.c \
	cgi-bin/booking/people.c \
	cgi-bin/booking/plan.c cgi-bin/booking/review.c
cgi_bin_booking_booking_CPPFLAGS = $(CGI_CPPFLAGS) -I$(srcdir)/cgi-bin
cgi_bin_booking_booking_LDADD = $(CGI_LDADD)

cgi_PROGRAMS += cgi-bin/proof
cgi_bin_proof_SOURCES = cgi-bin/proof.c
cgi_bin_proof_CPPFLAGS = $(CGI_CPPFLAGS)
cgi_bin_proof_LDADD = $(CGI_PAPER_LDADD)

cgi_PROGRAMS += cgi-bin/roster/roster
cgi_bin_roster_roster_SOURCES = cgi-bin/roster/file.c cgi-bin/roster/page.c \
	cgi-bin/roster/roster.c cgi-bin/roster/roster.h
cgi_bin_roster_roster_CPPFLAGS = $(CGI_CPPFLAGS) -I$(srcdir)/cgi-bin
cgi_bin_roster_roster_LDADD = $(CGI_PAPER_LDADD)

cgi_PROGRAMS += cgi-bin/ticket/ticket
cgi_bin_ticket_ticket_SOURCES = cgi-bin/ticket/find.c cgi-bin/ticket/show.c \
	cgi-bin/ticket/ticket.c cgi-bin/ticket/ticket.h
cgi_bin_ticket_ticket_CPPFLAGS = $(CGI_CPPFLAGS) -I$(srcdir)/cgi-bin
cgi_bin_ticket_ticket_LDADD = $(CGI_PAPER_LDADD)

# What nobody calls.
cgi_PROGRAMS += cgi-bin/worker/worker
cgi_bin_worker_worker_SOURCES = cgi-bin/worker/map.c \
	cgi-bin/worker/worker.c cgi-bin/worker/worker.h
cgi_bin_worker_worker_CPPFLAGS = $(CGI_CPPFLAGS) -I$(srcdir)/cgi-bin
cgi_bin_worker_worker_LDADD = lib/queue/libqueue.a lib/db/libdb.a \
	lib/base/libbase.a $(MYSQL_LIBS) $(SODIUM_LIBS) -lm

# The command line.
bin_PROGRAMS += cgi-bin/antrean/antrean
cgi_bin_antrean_antrean_SOURCES = cgi-bin/antrean/antrean.c \
	cgi-bin/antrean/import.c cgi-bin/antrean/import.h \
	cgi-bin/antrean/import_day.c \
	cgi-bin/antrean/import_office.c \
	cgi-bin/antrean/import_quota.c \
	cgi-bin/antrean/open.c \
	cgi-bin/antrean/staff.c \
	cgi-bin/antrean/table.c cgi-bin/antrean/table.h \
	cgi-bin/antrean/tool.h
cgi_bin_antrean_antrean_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/cgi-bin
cgi_bin_antrean_antrean_LDADD = lib/queue/libqueue.a lib/db/libdb.a \
	lib/base/libbase.a $(MYSQL_LIBS) $(SODIUM_LIBS)

cgi_PROGRAMS += cgi-bin/office/office
cgi_bin_office_office_SOURCES = cgi-bin/office/list.c \
	cgi-bin/office/office.c cgi-bin/office/office.h
cgi_bin_office_office_CPPFLAGS = $(CGI_CPPFLAGS) -I$(srcdir)/cgi-bin
cgi_bin_office_office_LDADD = $(CGI_LDADD)

cgi_PROGRAMS += cgi-bin/slot/slot
cgi_bin_slot_slot_SOURCES = cgi-bin/slot/days.c cgi-bin/slot/slot.c \
	cgi-bin/slot/slot.h
cgi_bin_slot_slot_CPPFLAGS = $(CGI_CPPFLAGS) -I$(srcdir)/cgi-bin
cgi_bin_slot_slot_LDADD = $(CGI_LDADD)

cgi_PROGRAMS += cgi-bin/home
cgi_bin_home_SOURCES = cgi-bin/home.c
cgi_bin_home_CPPFLAGS = $(CGI_CPPFLAGS)
cgi_bin_home_LDADD = $(CGI_LDADD)

cgi_PROGRAMS += cgi-bin/info
cgi_bin_info_SOURCES = cgi-bin/info.c
cgi_bin_info_CPPFLAGS = $(CGI_CPPFLAGS)
cgi_bin_info_LDADD = $(CGI_LDADD)
