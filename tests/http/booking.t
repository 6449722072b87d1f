#!/bin/sh
# booking.t - the five steps of booking, the ticket and the proof.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make

# register EMAIL NIK NAME: makes an account with its holder and signs in.
register() {
	: >"$T/jar"
	cgi account GET account
	submit account account "email=$1&nik=$2&name=$3&birth-day=1&birth-month=1&birth-year=1990&sex=l&phone=&password=kalimat+rahasia+saya&password2=kalimat+rahasia+saya&agree=1"
	status 303
}

# people SLOT N: opens the step that chooses people; sets their ids $p0, $p1 ...
people() {
	cgi booking GET "booking?slot=$1&kind=baru&n=$2"
	status 200
	p0=$(person 0) p1=$(person 1)
}

# instead SLOT: changes the slot of the form on the page.
instead() {
	sed -i "s/name=\"slot\" value=\"[0-9]*\"/name=\"slot\" value=\"$1\"/" \
		"$T/body"
}

person() {
	sed -n "s/.*name=\"who-$1\" value=\"\([0-9]*\)\".*/\1/p" "$T/body" | head -1
}

add_person() {
	cgi booking GET "booking?slot=$1&kind=baru&n=2"
	cgi booking POST booking "$(awk -v form=2 -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body")&name=$3&nik=$2&birth-day=1&birth-month=1&birth-year=1990&sex=l"
}

test_case 'without a kind the kinds and numbers of people are offered' '
	cgi booking GET booking
	status 200
	has "$T/body" "value=\"baru\""
	has "$T/body" "value=\"hilang\""
'
test_case 'an unknown kind is a fault beside the field' '
	cgi booking GET "booking?kind=emas&n=1"
	status 422
	has "$T/body" "Salah"
'
test_case 'a lost passport ends at the examination and takes no place' '
	cgi booking GET "booking?kind=hilang&n=1"
	status 200
	has "$T/body" "Surat keterangan kehilangan dari Kepolisian"
	fails has "$T/body" "type=\"radio\""
'
test_case 'a kind leads on to the offices' '
	cgi booking GET "booking?kind=baru&n=3"
	status 303
	equal "$base_url/office?kind=baru&n=3" "$(header Location)"
'
test_case 'an unknown language is no fault of the form' '
	for lang in EN xyz en\&lang=en; do
		cgi booking GET "booking?kind=baru&n=3&lang=$lang"
		status 303 || exit 1
	done
'
test_case 'a slot leads to the sign-in page and back' '
	: >"$T/jar"
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	status 303
	equal "$base_url/session?next=booking%3Fslot%3D2%26kind%3Dbaru%26n%3D1" \
		"$(header Location)"
'
test_case 'a signed-in person sees the people of the account' '
	register ana@contoh.id 3174010101909001 "Ana+Contoh"
	people 2 1
	has "$T/body" "Ana Contoh"
	has "$T/body" "...9001"
	fails has "$T/body" "3174010101909001"
'
test_case 'a slot that does not exist gives a page that says so' '
	cgi booking GET "booking?slot=777&kind=baru&n=1"
	status 404
'
test_case 'a person is added with one form and then chosen' '
	add_person 2 3174010101909002 "Budi+Contoh"
	follow
	status 200
	has "$T/body" "Budi Contoh"
'
test_case 'nobody chosen is a fault, and nothing is lost' '
	people 2 2
	submit booking booking "kind-0=habis&year-0=2019"
	status 422
	has "$T/body" "Pemohon: Belum dipilih"
	has "$T/body" "value=\"2019\""
	has "$T/body" "slot?office=jakarta-selatan&amp;kind=baru&amp;n=2\""
'
test_case 'a year of two digits, or in the future, is a fault' '
	for year in 17 2027; do
		people 2 1
		submit booking booking "who-0=$p0&kind-0=habis&year-0=$year"
		status 422
		has "$T/body" "Isi dengan empat angka" || exit 1
	done
'
test_case 'a person of another account is refused' '
	people 2 1
	submit booking booking "who-0=999999&kind-0=baru"
	status 422
	has "$T/body" "tidak ada lagi di akun Anda"
'
test_case 'the review shows everything and takes no place' '
	people 2 2
	submit booking booking "who-0=$p0&kind-0=habis&year-0=2019&who-1=$p1&kind-1=baru"
	status 200
	has "$T/body" "Ana Contoh"
	has "$T/body" "Budi Contoh"
	has "$T/body" "Senin, 14 Desember 2026"
	has "$T/body" "07.30 WIB"
	has "$T/body" "Pasal 126 huruf c"
	equal 0 "$(sql -e "SELECT COUNT(*) FROM booking")"
	cp "$T/body" "$T/review"
'
test_case 'without the declaration it comes back with a fault' '
	cp "$T/review" "$T/body"
	submit booking booking ""
	status 422
	has "$T/body" "Belum dicentang"
	equal 0 "$(sql -e "SELECT COUNT(*) FROM booking")"
'
test_case 'the last button books and leads to the ticket' '
	cp "$T/review" "$T/body"
	submit booking booking "declare=1"
	status 303
	cp "$T/head" "$T/first"
	follow
	status 200
	equal 2 "$(sql -e "SELECT COUNT(*) FROM applicant WHERE seat_no IS NOT NULL")"
	code=$(sql -e "SELECT code FROM booking")
	has "$T/body" "$(echo "$code" | sed "s/^\(....\)\(....\)\(.\)/\1-\2-\3/")"
	has "$T/body" "Jadwal tercatat"
	has "$T/body" "e-KTP (fotokopi tidak dipotong)"
	has "$T/body" "data:image/png;base64,"
	cp "$T/body" "$T/ticket"
'
test_case 'the same form, sent again, leads to the same ticket' '
	cp "$T/review" "$T/body"
	submit booking booking "declare=1"
	status 303
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking")"
'
test_case 'the form changed and sent again shows the booking that was made' '
	sed "s/name=\"kind-1\" value=\"baru\"/name=\"kind-1\" value=\"penuh\"/" \
		"$T/review" >"$T/body"
	submit booking booking "declare=1"
	status 409
	has "$T/body" "sudah dipakai untuk jadwal"
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking")"
'
test_case 'a NIK with a live booking is refused in neutral words' '
	people 8 1
	submit booking booking "who-0=$p0&kind-0=baru"
	status 200
	submit booking booking "declare=1"
	status 409
	has "$T/body" "sudah memiliki jadwal yang masih berlaku"
	fails has "$T/body" "Jakarta Selatan"
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking")"
'
test_case 'after ten such refusals all NIKs get the same answer' '
	cp "$T/jar" "$T/kept.jar"
	register eko@contoh.id 3174010101909001 "Eko+Contoh"
	add_person 2 3174010101909005 "Fitri+Contoh"
	for try in 1 2 3 4 5 6 7 8 9 10; do
		people 2 2
		submit booking booking "who-0=$p0&kind-0=baru"
		submit booking booking "declare=1"
		status 409
		has "$T/body" "NIK Eko Contoh sudah memiliki jadwal" || exit 1
	done
	for who in "who-0=$p0&kind-0=baru" "who-1=$p1&kind-1=baru"; do
		people 2 2
		submit booking booking "$who"
		submit booking booking "declare=1"
		status 429
		has "$T/body" "coba besok" || exit 1
	done
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking")"
	cp "$T/kept.jar" "$T/jar"
'
test_case 'the proof is a PDF with the code and both names' '
	test_needs pdftotext
	v=$(sed -n "s/.*name=\"v\" value=\"\([^\"]*\)\".*/\1/p" "$T/ticket")
	cgi proof GET "proof?v=$v"
	status 200
	equal application/pdf "$(header Content-Type)"
	pdftotext -layout "$T/body" "$T/text"
	has "$T/text" "Ana Contoh"
	has "$T/text" "Budi Contoh"
	has "$T/text" "Senin, 14 Desember 2026"
	fails has "$T/text" "3174010101909001"
'
test_case 'an expired link shows nothing' '
	clock_set "2026-12-07 08:16 +0700"
	v=$(sed -n "s/.*name=\"v\" value=\"\([^\"]*\)\".*/\1/p" "$T/ticket")
	cgi proof GET "proof?v=$v"
	status 410
	cgi ticket GET "ticket?v=$v"
	status 410
	cgi ticket GET "ticket?v=AAAA$v"
	status 404
'
test_case 'code and birth date find the ticket without an account' '
	: >"$T/jar"
	code=$(sql -e "SELECT code FROM booking")
	cgi ticket GET ticket
	submit ticket ticket "code=$code&birth-day=1&birth-month=1&birth-year=1990"
	follow
	status 200
	has "$T/body" "Ana Contoh"
'
test_case 'a wrong birth date and an unknown code get the same answer' '
	: >"$T/jar"
	code=$(sql -e "SELECT code FROM booking")
	cgi ticket GET ticket
	cp "$T/body" "$T/form"
	cp "$T/body" "$T/page"
	submit ticket ticket "code=$code&birth-day=2&birth-month=1&birth-year=1990"
	status 422
	sed "/name=.token/d; /name=.code/d" "$T/body" >"$T/one"
	cp "$T/page" "$T/body"
	submit ticket ticket "code=000000000&birth-day=2&birth-month=1&birth-year=1990"
	status 422
	sed "/name=.token/d; /name=.code/d" "$T/body" >"$T/two"
	cmp "$T/one" "$T/two"
'
test_case 'a full slot keeps everything and offers the nearest others' '
	register cici@contoh.id 3174010101909003 "Cici+Contoh"
	people 2 1
	instead 4
	submit booking booking "who-0=$p0&kind-0=baru"
	status 409
	has "$T/body" "baru saja penuh"
	submit booking booking "declare=1&slot=4"
	status 409
	has "$T/body" "baru saja penuh"
	has "$T/body" "Cici Contoh"
	has "$T/body" "name=\"slot\" value=\"3\""
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking")"
	cp "$T/body" "$T/refused"
'
test_case 'choosing none of them is a fault beside them' '
	cp "$T/refused" "$T/body"
	submit booking booking "declare=1"
	status 409
	has "$T/body" "Hari dan sesi: Belum dipilih"
	has "$T/body" "name=\"slot\" value=\"3\""
	has "$T/body" "Cici Contoh"
'
test_case 'one of the offered slots can be booked from that page' '
	cp "$T/refused" "$T/body"
	submit booking booking "declare=1&slot=3"
	status 303
	follow
	has "$T/body" "10.00–12.00 WIB"
'
test_case 'for a closed, holiday, future or past slot the page says why' '
	register dodi@contoh.id 3174010101909004 "Dodi+Contoh"
	for slot in 5:Listrik.padam 6:Hari.contoh 7:belum.dibuka 1:sudah.lewat \
		9:Gedung; do
		people 2 1
		instead "${slot%%:*}"
		submit booking booking "who-0=$p0&kind-0=baru"
		status 409
		grep -q "${slot#*:}" "$T/body"
		submit booking booking "declare=1&slot=${slot%%:*}"
		status 409
		grep -q "${slot#*:}" "$T/body"
	done
'
test_case 'asking for one of those leads back to the slots, which say why' '
	for slot in 5:Listrik.padam 6:Hari.contoh 7:belum.dibuka 1:sudah.lewat \
		9:Gedung 4:baru.saja.penuh; do
		cgi booking GET "booking?slot=${slot%%:*}&kind=habis&n=1"
		follow
		status 200
		has "$T/body" "Sesi tidak tersedia"
		grep -q "${slot#*:}" "$T/body"
		has "$T/body" "name=\"kind\" value=\"habis\""
	done
	cgi booking GET "booking?slot=5&kind=habis&n=1&lang=en"
	follow
	has "$T/body" "No electricity"
'
test_case 'for a free slot or a broken link the slots give no reason' '
	for was in 2 x; do
		cgi slot GET "slot?office=jakarta-selatan&was=$was"
		status 200
		lacks "$T/body" "Sesi tidak tersedia"
	done
	cgi slot GET "slot?office=jakarta-selatan&was=999"
	has "$T/body" "Sesi ini sudah lewat"
'
test_case 'people chosen before are not lost when the slot cannot be booked' '
	people 2 1
	who=who-0=$p0\&kind-0=baru
	left=$(sql -e "SELECT COUNT(*) FROM place p LEFT JOIN applicant a
		ON a.slot_id = p.slot_id AND a.seat_no = p.seat_no
		WHERE p.slot_id = 2 AND a.id IS NULL")
	n=$((left + 1))
	cgi booking GET "booking?slot=2&kind=baru&n=$n"
	follow
	says "cukup lagi untuk $n orang"
	cgi booking GET "booking?slot=2&kind=baru&n=$n&$who"
	status 200
'
test_case 'English is kept from step to step' '
	cgi booking GET "booking?slot=2&kind=baru&n=1&lang=en"
	has "$T/body" "lang=\"en\""
	p0=$(person 0)
	submit booking booking "who-0=$p0&kind-0=baru"
	status 200
	has "$T/body" "Monday, 14 December 2026"
	submit booking booking "declare=1"
	follow
	has "$T/body" "lang=\"en\""
'
test_case 'the ticket of a past visit does not ask to be kept' '
	register eka@contoh.id 3174010101909005 "Eka+Contoh"
	people 8 1
	submit booking booking "who-0=$p0&kind-0=baru"
	submit booking booking "declare=1"
	status 303
	follow
	has "$T/body" "Simpan halaman ini"
	clock_set "2026-12-14 08:01 +0700"
	cgi ticket GET ticket
	v=$(sed -n "s/.*\"ticket?v=\([^&\"]*\).*/\1/p" "$T/body")
	cgi ticket GET "ticket?v=$v"
	clock_set "2026-12-07 08:16 +0700"
	status 200
	has "$T/body" "Sudah lewat"
	lacks "$T/body" "Simpan halaman ini"
'
test_case 'an office may allow smaller parties' '
	register gita@contoh.id 3174010101909015 "Gita+Contoh"
	add_person 2 3174010101909016 "Fani+Contoh"
	people 2 2
	cp "$T/body" "$T/people"
	sql -e "INSERT INTO office_parameter VALUES (1, \"party\", 1)"
	submit booking booking "who-0=$p0&kind-0=baru&who-1=$p1&kind-1=baru"
	status 422
	has "$T/body" "Paling banyak 1 orang"
	sql -e "DELETE FROM office_parameter"
'
test_case 'for two people and one place the page says so' '
	people 2 2
	instead 3
	submit booking booking "who-0=$p0&kind-0=baru&who-1=$p1&kind-1=baru"
	status 409
	has "$T/body" "baru saja penuh"
'
test_case 'a person signed out meanwhile returns to the choices after signing in' '
	cp "$T/people" "$T/body"
	p0=$(person 0)
	sql -e "UPDATE session SET ended_at = seen_at"
	submit booking booking "who-0=$p0&kind-0=habis&year-0=2019"
	status 403
	has "$T/body" "Isian Anda masih ada"
'
test_end
