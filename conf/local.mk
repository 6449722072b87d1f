# Configuration and data.  make, not configure, fills in the files named .in,
# because only make knows the final paths.
dataconfdir = $(pkgdatadir)/data
apachedir = $(pkgdatadir)/apache
nginxdir = $(pkgdatadir)/nginx
systemddir = $(pkgdatadir)/systemd
opsdir = $(pkgdatadir)/conf
rundir = $(localstatedir)/run/antrean

dist_dataconf_DATA = \
	conf/data/README.md \
	conf/data/districts.tsv \
	conf/data/holidays.tsv \
	conf/data/offices.tsv \
	conf/data/quotas.tsv \
	conf/data/regions.tsv

APACHE_FILES = \
	conf/apache/antrean.conf \
	conf/apache/antrean-mpm.conf \
	conf/apache/antrean-site.conf \
	conf/apache/antrean-tls.conf \
	conf/apache/antrean-tls-site.conf
NGINX_FILES = \
	conf/nginx/antrean.conf \
	conf/nginx/antrean-http.conf \
	conf/nginx/antrean-main.conf \
	conf/nginx/antrean-site.conf \
	conf/nginx/antrean-tls.conf \
	conf/nginx/antrean-tls-site.conf
ROUTE_FILES = \
	conf/apache/antrean-programs.conf \
	conf/nginx/antrean-programs.conf

apache_DATA = $(APACHE_FILES) conf/apache/antrean-programs.conf
nginx_DATA = $(NGINX_FILES) conf/nginx/antrean-programs.conf
systemd_DATA = conf/systemd/antrean.tmpfiles
dist_systemd_DATA = \
	conf/systemd/antrean.sysusers \
	conf/systemd/antrean.target
dist_ops_DATA = conf/programs
man_MANS = conf/man/antrean.1 conf/man/antrean.conf.5
dist_ops_SCRIPTS = conf/generate conf/layout conf/supervise
pkgdata_DATA = conf/antrean.conf

# conf/demo reads the list of packages for the build from tests/lib/setup.sh.
EXTRA_DIST += tests/lib/setup.sh conf/README.md conf/antrean.conf.in conf/demo \
	conf/demo.d/build.sh conf/demo.d/database.sh conf/demo.d/fill.sh \
	conf/demo.d/machine.sh conf/demo.d/process.sh conf/demo.d/web.sh \
	$(APACHE_FILES:=.in) $(NGINX_FILES:=.in) \
	conf/systemd/antrean.tmpfiles.in \
	conf/systemd/program.service.in conf/systemd/program.socket.in \
	$(man_MANS:=.in)
CLEANFILES += conf/antrean.conf conf/systemd/antrean.tmpfiles \
	$(APACHE_FILES) $(NGINX_FILES) $(ROUTE_FILES) $(man_MANS)

conf_fill = sed \
	-e 's|@apachedir[@]|$(apachedir)|g' \
	-e 's|@cgidir[@]|$(cgidir)|g' \
	-e 's|@confdir[@]|$(confdir)|g' \
	-e 's|@fontsdir[@]|$(fontsdir)|g' \
	-e 's|@nginxdir[@]|$(nginxdir)|g' \
	-e 's|@pagesdir[@]|$(pagesdir)|g' \
	-e 's|@pkgdatadir[@]|$(pkgdatadir)|g' \
	-e 's|@rundir[@]|$(rundir)|g' \
	-e 's|@staticdir[@]|$(staticdir)|g'

$(APACHE_FILES) $(NGINX_FILES) $(man_MANS) conf/antrean.conf \
		conf/systemd/antrean.tmpfiles: Makefile
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		$(conf_fill) $(srcdir)/$@.in >$@.new && mv $@.new $@
$(APACHE_FILES): $(APACHE_FILES:=.in)
$(NGINX_FILES): $(NGINX_FILES:=.in)
conf/antrean.conf: conf/antrean.conf.in
conf/man/antrean.1: conf/man/antrean.1.in
conf/man/antrean.conf.5: conf/man/antrean.conf.5.in
conf/systemd/antrean.tmpfiles: conf/systemd/antrean.tmpfiles.in

conf/apache/antrean-programs.conf: conf/programs conf/generate Makefile
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		$(srcdir)/conf/generate apache | $(conf_fill) >$@.new && \
		mv $@.new $@
conf/nginx/antrean-programs.conf: conf/programs conf/generate Makefile
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		$(srcdir)/conf/generate nginx | $(conf_fill) >$@.new && \
		mv $@.new $@

# Installs a service for each program and a socket for each that listens.  It
# does not overwrite settings that exist.
install-data-hook:
	$(MKDIR_P) $(DESTDIR)$(confdir)
	test -f $(DESTDIR)$(confdir)/antrean.conf || \
		cp conf/antrean.conf $(DESTDIR)$(confdir)/antrean.conf
	for p in `$(srcdir)/conf/generate names`; do \
		$(srcdir)/conf/generate service $$p | $(conf_fill) \
		>$(DESTDIR)$(systemddir)/antrean-$$p.service || exit 1; \
	done
	for p in `$(srcdir)/conf/generate sockets`; do \
		$(srcdir)/conf/generate socket $$p | $(conf_fill) \
		>$(DESTDIR)$(systemddir)/antrean-$$p.socket || exit 1; \
	done
uninstall-hook:
	! cmp -s conf/antrean.conf $(DESTDIR)$(confdir)/antrean.conf || \
		rm -f $(DESTDIR)$(confdir)/antrean.conf
	rm -f $(DESTDIR)$(systemddir)/antrean-*.service \
		$(DESTDIR)$(systemddir)/antrean-*.socket
