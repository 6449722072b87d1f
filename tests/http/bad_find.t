#!/bin/sh
# bad_find.t - booking codes and birth dates that do not belong together: all
# get the same answer, and the number of tries is limited.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make
# book MAILBOX NIK YEAR SLOT: books for a new account and prints the code.
book() {
	register "email=$1%40contoh.id" "nik=$2" "birth-year=$3"
	submit account account "$(with "$holder&$login" "email=$1%40contoh.id" \
		"nik=$2" "birth-year=$3")"
	cgi booking GET "booking?slot=$4&kind=baru&n=1"
	submit booking booking "who-0=$(tags who-0 |
		sed -n 's/.*value="\([0-9]*\)".*/\1/p')&kind-0=baru"
	submit booking booking declare=1
	status 303 >&2
	sql -e "SELECT code FROM booking WHERE slot_id = $4"
}
sari=$(book sari 3273015403889021 1988 2) 2>"$T/err"
tono=$(book tono 3273015403909031 1990 8) 2>>"$T/err"
case $sari,$tono in
?????????,?????????) ;;
*)
	cat "$T/err" "$T/log"
	echo "Bail out! no bookings"
	exit 1
	;;
esac

# look CODE YEAR [ADDRESS]: a visitor looks for the code, with the right
# birthday.
look() {
	rm -f "$T/jar"
	cgi ticket GET ticket
	cgi_env=${3:+REMOTE_ADDR=$3}
	submit ticket ticket "code=$1&birth-day=14&birth-month=3&birth-year=$2"
	cgi_env=
}
# codes N: prints N possible codes, each with its check symbol.
codes() {
	awk -v n="$1" 'BEGIN {
		crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
		for (k = 1; k <= n; k++) {
			code = sprintf("%08d", k)
			sum = 0
			for (i = 8; i > 0; i--) {
				v = substr(code, i, 1) * (i % 2 ? 1 : 2)
				sum += int(v / 32) + v % 32
			}
			print code substr(crockford, (32 - sum % 32) % 32 + 1, 1)
		}
	}'
}

test_case 'the right code and birth date lead to the ticket' '
	look "$sari" 1988
	status 303
	follow
	says "Ratna Wulandari"
'

test_case 'all wrong pairs get the same answer and keep the entries' '
	for pair in $sari:1989 $sari:1990 $tono:1988 000000000:1988 \
		000000000:1950; do
		look "${pair%:*}" "${pair#*:}"
		status 422 || exit 1
		beside code "Tidak cocok dengan tanggal lahir" || exit 1
		kept code "${pair%:*}" && kept birth-day 14 &&
			selected birth-month 3 &&
			kept birth-year "${pair#*:}" || exit 1
		sed -e "/name=.token/d" -e "/name=.code/d" \
			-e "s/value=\"19[0-9][0-9]\"//" "$T/body" >"$T/said"
		[ -f "$T/said_first" ] || cp "$T/said" "$T/said_first"
		same "$T/said_first" "$T/said" || exit 1
		lacks "$T/head" Set-Cookie || exit 1
	done
'

test_case 'for an impossible code the page says how a code looks' '
	for code in 7K3M 7K3M9QXA 7K3M-9QXA-CC UUUU-UUUU-U 00000000U \
		%F0%9F%98%80; do
		look "$code" 1988
		status 422 || exit 1
		beside code "9 huruf dan angka" || exit 1
		kept birth-year 1988 || exit 1
	done
'

test_case 'a code may have blanks, small letters and dashes' '
	typed=$(echo "$sari" | tr A-Z a-z | sed "s/^\(....\)\(....\)/+\1+\2+/")
	look "$typed" 1988
	status 303
	look "$(echo "$sari" | tr 01 OI)" 1988
	status 303
'

test_case 'five wrong dates lock a code for an hour, for its owner too' '
	clock_set "2026-12-07 12:00 +0700"
	for year in 1951 1952 1953 1954 1955; do
		look "$sari" $year 203.0.113.$((year - 1950))
		status 422 || exit 1
	done
	look "$sari" 1956 203.0.113.9
	status 429
	says "terlalu banyak percobaan"
	says "Tunggu 15 menit, lalu coba lagi."
	equal 900 "$(header Retry-After)"
	kept code "$sari"
	kept birth-year 1956
	look "$sari" 1988
	status 429
	lacks "$T/body" Ratna
'

test_case 'another code is not locked, and the locked one opens after the hour' '
	clock_set "2026-12-07 12:00 +0700"
	look "$tono" 1990
	status 303
	clock_set "2026-12-07 13:00:01 +0700"
	look "$sari" 1988
	status 303
'

test_case 'right pairs are not counted' '
	clock_set "2026-12-07 15:00 +0700"
	for n in 1 2 3 4 5 6 7; do
		look "$sari" 1988
		status 303 || exit 1
	done
'

test_case 'an address that tries many codes is stopped, others are not' '
	clock_set "2026-12-07 18:00 +0700"
	sql -e "UPDATE parameter SET value = 1 WHERE name = \"lookup_tries\""
	n=0
	for code in $(codes 60); do
		n=$((n + 1))
		look $code 1990 2001:db8:7:7::$n
		status 422 || exit 1
		beside code "Tidak cocok" || exit 1
	done
	look 000000000 1990 2001:db8:7:7::61
	status 429
	look "$sari" 1988 2001:db8:7:7::1
	status 429
	look "$sari" 1988 2001:db8:7:8::1
	status 303
'

test_end
