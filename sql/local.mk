sqldir = $(pkgdatadir)/sql
dist_sql_DATA = \
	sql/0001-offices.sql \
	sql/0002-places.sql \
	sql/0003-people.sql \
	sql/0004-bookings.sql \
	sql/0005-reference.sql \
	sql/0006-bookable.sql \
	sql/0007-staff-sessions.sql \
	sql/grants.sql
dist_sql_SCRIPTS = sql/migrate
EXTRA_DIST += sql/README.md sql/schema.snapshot
