#!/bin/sh
# database.t - a database that is down, dies, comes back or takes no writes.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"

site_make

# sorry PROGRAM PATH: the answer is the plain page of a busy service.
sorry() {
	cgi "$1" GET "$2"
	status 503
	test "$(header Retry-After)" -gt 0
	equal no-store "$(header Cache-Control)"
	says "$3"
}

# works PROGRAM PATH: the answer is 200.
works() {
	cgi "$1" GET "$2"
	[ "$(cat "$T/status")" = 200 ]
}

# waiting: a statement of the programs waits for a lock.
waiting() {
	sql -e "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'" |
		grep -q "[1-9]"
}

# hold STATEMENT: runs it in a transaction that stays open.
hold() {
	(
		echo "BEGIN; $1;"
		sleep 20
	) | sql --unbuffered >"$T/held" 2>&1 &
	holder=$!
	wait_for 5 test -s "$T/held"
}

# db_case NAME BODY: a test case in which the worker may log at any time that the
# database does not answer, and a program may log that the seat map it had open
# was deleted (some of these cases delete it).
db_case() {
	site_case "$1" "log_allow 'program=worker-map event=db query=[a-z_]* errno=(2002|2006|2013)'
		log_allow 'event=place map=distrusted why=missing'
		$2"
}

site_case 'the people of these tests have their accounts' '
	account_new ratna
	mv "$T/jar" "$T/ratna"
'
db_case 'the database is down when programs start: their pages say what to do' '
	programs_stop
	db_kill
	rm -rf "$run"/map
	programs_start
	log_expect "event=db query=db_open errno=2002"
	sorry home "" "Layanan sedang sibuk"
	sorry office office "Tunggu sebentar"
	sorry slot "slot?office=jakarta-selatan" "muat ulang"
	cgi info GET info
	status 200
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	case $(cat "$T/status") in 303 | 503) ;; *) false ;; esac
	cgi account GET account
	status 200
	cgi session GET session
	status 200
	sorry health health ""
	serve apache
	sorry home "" "Layanan sedang sibuk"
	equal 10 "$(header Retry-After)"
'
db_case 'the database comes up: programs work without a restart' '
	pids home >"$T/before"
	db_again
	works home ""
	works slot "slot?office=jakarta-selatan"
	works health health
	pids home | same "$T/before" -
	cp "$T/ratna" "$T/jar"
	review 2
'
db_case 'the database dies during a booking: the page says the outcome is unknown' '
	cp "$T/ratna" "$T/jar"
	review 2
	hold "SELECT id FROM account WHERE email = \"ratna@contoh.id\" FOR UPDATE"
	log_expect "event=db query=[a-z_]* errno=(2013|2006|2002)"
	(press) &
	pressed=$!
	wait_for 5 waiting
	db_kill
	wait "$pressed"
	kill "$holder"
	status 503
	test "$(header Retry-After)" -gt 0
	says "belum pasti apakah jadwal sudah tercatat"
	says "Jadwal tidak akan tercatat dua kali"
	has "$T/body" "name=\"once\""
	cp "$T/body" "$T/uncertain"
'
db_case 'the database is back: the same button makes one booking' '
	db_again
	booked 0
	cp "$T/uncertain" "$T/review"
	press
	status 303
	follow
	status 200
	says "Jadwal tercatat"
	booked 1
	press
	status 303
	booked 1
'
db_case 'the database was restarted: the next request of each program works' '
	cp "$T/ratna" "$T/jar"
	for path in "" office "slot?office=jakarta-selatan" account ticket; do
		program=${path%%\?*}
		for again in 1 2 3 4 5 6 7 8; do
			works "${program:-home}" "$path"
		done
	done
	db_kill
	db_again
	log_expect "event=db query=[a-z_]* errno=(2006|2013)"
	for path in "" office "slot?office=jakarta-selatan" account ticket health; do
		program=${path%%\?*}
		for again in 1 2 3 4; do
			cgi "${program:-home}" GET "$path"
			status 200
		done
	done
'
db_case 'the database is restarted before the last button: the button works' '
	register email=budi%40contoh.id name=Budi+Contoh nik=3273011403889024 sex=l
	review 3
	db_kill
	db_again
	log_expect "event=db query=[a-z_]* errno=(2006|2013)"
	press
	status 303
	booked 2
'
db_case 'the database is read-only: pages are shown, a booking must be tried later' '
	register email=sari%40contoh.id nik=3273015403889025
	cp "$T/jar" "$T/sari"
	review 2
	# The session is some days old, so the next request would update its
	# row.
	sql -e "DROP TRIGGER session_seen;
		UPDATE session SET seen_at = seen_at - INTERVAL 2 DAY"
	sql -e "SET GLOBAL read_only = 1"
	log_expect "event=db query=[a-z_]* errno=(1290|2006)"
	for path in "" office "slot?office=jakarta-selatan" ticket account; do
		program=${path%%\?*}
		cgi "${program:-home}" GET "$path"
		status 200
	done
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	status 200
	press
	status 503
	test "$(header Retry-After)" -gt 0
	has "$T/body" "name=\"once\""
	has "$T/body" "name=\"who-0\" value=\"$who\""
	says "Tekan Simpan jadwal sekali lagi"
	sql -e "SET GLOBAL read_only = 0"
	booked 2
	press
	status 303
	booked 3
'
db_case 'the database is dead: the public pages are shown from memory' '
	wait_for 10 test -f "$run/map/seats.map"
	cgi slot GET "slot?office=jakarta-selatan"
	cp "$T/body" "$T/before"
	db_kill
	for n in 1 2 3 4; do
		for path in "" office "office?province=31"; do
			program=${path%%\?*}
			cgi "${program:-home}" GET "$path"
			status 200
		done
		cgi slot GET "slot?office=jakarta-selatan"
		status 200
		same "$T/before" "$T/body"
	done
	db_again
'
# resent PROGRAM: presses the button on the page that said the service was busy.
resent() {
	cp "$T/busy" "$T/body"
	submit "$1" "$1" ""
}
db_case 'database and map are gone: the page that says so keeps the form' '
	register email=dewi%40contoh.id nik=3273015403889026 name=Dewi+Contoh
	cp "$T/jar" "$T/dewi"
	review 2
	db_kill
	rm -rf "$run"/map
	log_allow "program=worker-map event=place why=gone map=damaged"
	log_expect "event=db query=[a-z_]* errno=(2002|2006|2013)"
	press
	status 503
	test "$(header Retry-After)" -gt 0
	says "Isian Anda masih ada di halaman ini"
	cp "$T/body" "$T/busy"
	resent booking
	status 503
	cp "$T/body" "$T/busy"
	db_again
	booked 3
	resent booking
	status 303
	booked 4
	resent booking
	status 303
	booked 4
	# so that the worker tells of the lost map here
	wait_for 10 test -f "$run/map/seats.map"
'
db_case 'the page keeps a person to be added, but no form of another site' '
	cp "$T/dewi" "$T/jar"
	cgi account GET account
	cp "$T/body" "$T/form"
	db_kill
	log_expect "event=db query=[a-z_]* errno=(2002|2006|2013)"
	submit account account "$child"
	status 503
	cp "$T/body" "$T/busy"
	cgi account POST account "token=x&step=person&$child"
	status 503
	lacks "$T/body" Bagas
	db_again
	resent account
	status 303
	equal 1 "$(sql -e "SELECT COUNT(*) FROM person WHERE name = \"Bagas Pramudita\"")"
'
db_case 'the page keeps a person typed in on the way to a booking' '
	cp "$T/dewi" "$T/jar"
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	status 200
	form=$(awk -v form=2 -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body")
	db_kill
	log_expect "event=db query=[a-z_]* errno=(2002|2006|2013)"
	cgi booking POST booking "$form&name=Adik+Dewi&nik=3174010205119023&birth-day=2&birth-month=5&birth-year=2011&sex=l"
	status 503
	has "$T/body" "name=\"name\" value=\"Adik Dewi\""
	cp "$T/body" "$T/busy"
	db_again
	resent booking
	status 303
	equal 1 "$(sql -e "SELECT COUNT(*) FROM person WHERE name = \"Adik Dewi\"")"
'
db_case 'making an account asks for the password again and keeps the rest' '
	rm -f "$T/jar"
	cgi account GET account
	db_kill
	log_expect "event=db query=[a-z_]* errno=(2002|2006|2013)"
	submit account account "$(with "$holder&$login" email=eka%40contoh.id name=Eka nik=3273015403889027)"
	status 503
	has "$T/body" "value=\"Eka\""
	has "$T/body" "value=\"eka@contoh.id\""
	says "isi lagi kedua kata sandi"
	lacks "$T/body" "$password"
	db_again
	submit account account "$(with "$holder&$login" email=eka%40contoh.id name=Eka nik=3273015403889027)"
	status 303
'
db_case 'signing in asks for the password again and keeps the rest of the form' '
	rm -f "$T/jar"
	cgi session GET session
	db_kill
	log_expect "event=db query=[a-z_]* errno=(2002|2006|2013)"
	submit session session "email=dewi%40contoh.id&password=$password"
	status 503
	test "$(header Retry-After)" -gt 0
	has "$T/body" "value=\"dewi@contoh.id\""
	says "isi lagi kata sandi"
	lacks "$T/body" "$password"
	db_again
	submit session session "email=dewi%40contoh.id&password=$password"
	status 303
'
test_end
