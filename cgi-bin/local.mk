# One program a URL; all link with the whole house.
CGI_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS) $(XML_CFLAGS)
CGI_LDADD = lib/app/libapp.a lib/web/libweb.a lib/queue/libqueue.a \
	lib/db/libdb.a lib/text/libtext.a lib/base/libbase.a $(FCGI_LIBS) \
	$(XML_LIBS) $(MYSQL_LIBS) $(SODIUM_LIBS) -lm

cgi_PROGRAMS += cgi-bin/health
cgi_bin_health_SOURCES = cgi-bin/health.c
cgi_bin_health_CPPFLAGS = $(CGI_CPPFLAGS)
cgi_bin_health_LDADD = $(CGI_LDADD)
