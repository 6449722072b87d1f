#!/bin/sh
# health.t - the program that tells whether a host can serve.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make

test_case 'health says version, schema and that the database is reachable' '
	cgi health GET health
	status 200
	has "$T/body" "Basis data terjangkau"
	has "$T/body" "skema $(sed -n "s/^#define DB_SCHEMA \([0-9]*\).*/\1/p" \
		"$ANTREAN_SRC/lib/db/schema.h")."
	has "$T/body" "versi $(sed -n "s/^AC_INIT(\[antrean\], \[\(.*\)\]).*/\1/p" \
		"$ANTREAN_SRC/configure.ac"),"
'

test_case 'health answers in English when asked to' '
	cgi health GET "health?lang=en"
	status 200
	has "$T/body" "The database is reachable"
	has "$T/body" "lang=\"en\""
'

test_case 'the answer of health must not be cached' '
	cgi health GET health
	equal no-store "$(header Cache-Control)"
'

test_case 'only GET is answered' '
	cgi health POST health a=1
	status 405
	equal "GET, HEAD" "$(header Allow)"
'

test_case 'health answers a query that is not UTF-8' '
	cgi health GET "health?lang=%FF%FE&x=%C3"
	status 200
	cgi health GET "health?lang=%00"
	status 200
'

test_case 'a database without the tables counts as not reachable' '
	log_expect "level=fault .*service_list"
	sql -e "RENAME TABLE service TO elsewhere"
	cgi health GET health
	sql -e "RENAME TABLE elsewhere TO service"
	status 503
	has "$T/body" "Basis data tidak terjangkau"
'

test_case 'without a database health says 503 and when to ask again' '
	db_stop
	log_expect "level=(warn|fault) .*event=db"
	cgi health GET health
	status 503
	equal 10 "$(header Retry-After)"
	has "$T/body" "Basis data tidak terjangkau"
'

test_end
