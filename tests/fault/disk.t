#!/bin/sh
# disk.t - the database's disk is full, and then has space again.
. "$(dirname "$0")/../lib/lib.sh"
[ "$(id -u)" -eq 0 ] || {
	test_skip "${0##*/}" "only root can mount a small disk"
	test_end
}
# A small disk for the database, mounted before the database is made.
mkdir "$T/db"
mount -t tmpfs -o size=110m,mode=711 tmpfs "$T/db" || {
	test_skip "${0##*/}" "no tmpfs can be mounted here"
	test_end
}
at_exit='umount "$T/db"'
. "$ANTREAN_SRC/tests/fault/site.sh"

site_make

# fill: fills the disk with a file, and the free pages in the tables of bookings
# with up to 3,000 cancelled bookings.  Prints how many were stored and how many
# failed because the disk is full.
fill() {
	sql -e "INSERT INTO account SET email = 'isi@contoh.id',
			email_folded = 'isi@contoh.id', password = '', lang = 'id',
			notice_version = '1', created_at = '2026-01-01';
		CREATE TABLE ballast (b LONGBLOB) ENGINE = InnoDB"
	dd if=/dev/zero of="$T/db/ballast" bs=64k 2>/dev/null || :
	awk 'BEGIN { for (i = 1; i <= 3000; i++) printf "INSERT INTO booking " \
		"(code, once, digest, account_id, slot_id, party, lang, channel, " \
		"declared, created_at, state, cancelled_at) SELECT %d, " \
		"UNHEX(MD5(%d)), UNHEX(SHA2(%d, 256)), id, 1, 0, \"id\", " \
		"\"web\", \"-\", \"2026-01-01\", \"cancelled\", " \
		"\"2026-01-01\" FROM account " \
		"WHERE email_folded = \"isi@contoh.id\";\n", i, i, i }' |
		sql --force 2>"$T/refused" || :
	sql -e "SELECT COUNT(*) FROM booking WHERE declared = '-'"
	grep -c "ERROR 1114" "$T/refused"
}

# full: the last twenty inserts of fill failed because the disk is full.
full() {
	[ "$(grep "^ERROR" "$T/refused" | tail -n 20 | grep -c " 1114 ")" -eq 20 ]
}

# real: prints the number of bookings, without those that fill made.
real() {
	sql -e "SELECT COUNT(*) FROM booking WHERE declared <> '-'"
}

site_case 'a booking is made while the disk has space' '
	account_new ratna
	review 2
	press
	status 303
	equal 1 "$(real)"
	register email=budi%40contoh.id nik=3273015403889022
	cp "$T/jar" "$T/budi"
	review 2
'
site_case 'the disk is full: pages are shown, a booking must be tried later' '
	fill
	full
	for path in "" office "slot?office=jakarta-selatan" info ticket account; do
		program=${path%%\?*}
		cgi "${program:-home}" GET "$path"
		status 200
	done
	log_expect "program=booking event=db query=booking_insert errno=(1114|1021)"
	press
	status 503
	test "$(header Retry-After)" -gt 0
	has "$T/body" "name=\"once\""
	says "Jadwal tidak akan tercatat dua kali"
	equal 1 "$(real)"
'
site_case 'the full disk leaves the database running and no booking incomplete' '
	equal 0 "$(sql -e "SELECT COUNT(*) FROM booking b WHERE declared <> \"-\"
		AND party <> (SELECT COUNT(*) FROM applicant a
		WHERE a.booking_id = b.id)")"
	cgi health GET health
	status 200
'
site_case 'the disk has space again: the same button books without a restart' '
	rm "$T/db/ballast"
	press
	status 303
	equal 2 "$(real)"
	follow
	says "Jadwal tercatat"
'
test_end
