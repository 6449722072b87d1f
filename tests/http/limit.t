#!/bin/sh
# limit.t - rate limits that the gate applies to a whole program.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make

limited=tests/app/limited
# from ADDRESS STATUS: a request from that address gets that status.
from() {
	cgi_env=REMOTE_ADDR=$1
	cgi $limited GET health
	cgi_env=
	status "$2"
}

test_case 'the fourth request of an address in a minute is refused on a plain page' '
	from 192.0.2.1 303
	from 192.0.2.1 303
	from 192.0.2.1 303
	from 192.0.2.1 429
	says "terlalu banyak percobaan"
	says "Tunggu 15 menit"
	equal 900 "$(header Retry-After)"
	equal 1 "$(grep -c event=limit "$T/log")"
	grep "event=limit id=[^ ]* name=limited\$" "$T/log"
	fails grep -q 192.0.2.1 "$T/log"
'
test_case 'another address may go on until all addresses together reach the limit' '
	clock_set "2026-12-07 09:00 +0700"
	from 192.0.2.1 303
	from 192.0.2.1 303
	from 192.0.2.2 303
	from 192.0.2.3 303
	from 192.0.2.4 303
	from 192.0.2.5 429
	grep "event=limit id=[^ ]* name=limited-all\$" "$T/log"
'
test_case 'a minute later the program answers again' '
	clock_set "2026-12-07 09:01 +0700"
	from 192.0.2.5 303
'
test_end
