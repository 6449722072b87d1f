#!/bin/sh
# resume.t - a form whose session has ended, changed its account or grown too
# old: it is kept, and the program does nothing before its button is pressed
# again.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
world_make

# bookings N: the database has N bookings.
bookings() {
	equal "$1" "$(sql -e "SELECT COUNT(*) FROM booking")"
}
# back_to NAME: the page stored as $T/NAME becomes the last page again.
back_to() {
	cp "$T/$1" "$T/body"
}
# person ITEM: prints the person's id in the last page.
person() {
	sed -n "s/.*name=\"who-$1\" value=\"\([0-9]*\)\".*/\1/p" "$T/body" |
		head -1
}
# forms NAME NIK: makes an account with a child and stores its pages for slot 2.
forms() {
	register "email=$1%40contoh.id" "nik=$2" "name=$1" birth-day=2 \
		birth-month=5 sex=l
	status 303
	cgi account GET account
	submit account account "$(with "$child" "name=Anak+$1" "nik=$(echo "$2" | sed s/0588/0511/)")"
	status 303
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	cp "$T/body" "$T/$1.people"
	p0=$(person 0)
	submit booking booking "who-0=$p0&kind-0=habis&year-0=2019&abroad-0=1"
	status 200
	cp "$T/body" "$T/$1.review"
	keep "$1"
}
# waits: the last page is the sign-in page and carries the kept form.
waits() {
	status 403
	says "Anda tidak lagi masuk ke akun, jadi belum ada yang disimpan. Isian Anda masih ada"
	has "$T/body" "name=\"password\""
	has "$T/body" "Senin, 14 Desember 2026, 08.00–10.00 WIB"
	[ -n "$(hidden form)" ]
	lacks "$T/head" Location
}
# in_again MAILBOX: signs in from that page; the next page offers to go on.
in_again() {
	submit session session "email=$1%40contoh.id&password=$password"
	status 200
	says "Anda sudah masuk"
	has "$T/body" "Senin, 14 Desember 2026, 08.00–10.00 WIB"
}
# typed_in: the form of a person has the entries of $child.
typed_in() {
	has "$T/body" "value=\"Bagas Pramudita\""
	has "$T/body" "value=\"3174010205119022\""
	has "$T/body" "value=\"2011\""
	has "$T/body" "<option value=\"5\" selected>"
}
# reviewed NAME: the last page is the review with all choices.
reviewed() {
	has "$T/body" "value=\"Simpan jadwal\""
	has "$T/body" "<b>$1</b>"
	says "Paspor lama terbit tahun 2019 di luar negeri"
	has "$T/body" "Senin, 14 Desember 2026"
}

test_case 'the last button after the session has ended leads to the sign-in page' '
	forms Ana 3174010205889031
	sql -e "UPDATE session SET ended_at = seen_at"
	back_to Ana.review
	submit booking booking declare=1
	waits
	cp "$T/body" "$T/Ana.waits"
	bookings 0
'
test_case 'the kept form holds no personal data' '
	back_to Ana.waits
	hidden form | tr "_-" "/+" | base64 -d 2>/dev/null |
		tr -c "[:print:]\n" " " >"$T/held" || :
	has "$T/held" "who-0 "
	has "$T/held" "year-0 2019"
	lacks "$T/held" Ana
	lacks "$T/held" 3174
	lacks "$T/held" declare
'
test_case 'the form is kept over a wrong password and a refusal for lack of a turn' '
	back_to Ana.waits
	submit session session "email=Ana%40contoh.id&password=salah"
	status 422
	has "$T/body" "Senin, 14 Desember 2026, 08.00–10.00 WIB"
	turns_hold
	submit session session "email=Ana%40contoh.id&password=$password"
	status 503
	turns_free
	in_again Ana
	cp "$T/body" "$T/Ana.resume"
	keep Ana
	bookings 0
'
test_case 'the sign-in form, sent twice, keeps the form too' '
	as Ana
	back_to Ana.waits
	submit session session "email=Ana%40contoh.id&password=$password"
	status 200
	says "Anda sudah masuk"
	submit booking booking ""
	status 200
	reviewed Ana
	bookings 0
'
test_case 'after signing in the review has all choices' '
	back_to Ana.resume
	submit booking booking ""
	status 200
	reviewed Ana
	lacks "$T/body" " checked>"
	bookings 0
	submit booking booking declare=1
	status 303
	bookings 1
'
test_case 'the form is kept when the cookie is gone' '
	forms Budi 3174010205889032
	as nobody
	back_to Budi.review
	submit booking booking declare=1
	waits
	in_again Budi
	submit booking booking ""
	status 200
	reviewed Budi
'
test_case 'the form of the step before leads to the review too' '
	as nobody
	back_to Budi.people
	p0=$(person 0)
	submit booking booking "who-0=$p0&kind-0=habis&year-0=2019&abroad-0=1"
	waits
	in_again Budi
	submit booking booking ""
	status 200
	reviewed Budi
	cp "$T/body" "$T/Budi.review"
	keep Budi
'
test_case 'a person who was just typed in is still in the form' '
	as nobody
	cgi booking POST booking "$(awk -v form=2 \
		-f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/Budi.people")&$child"
	waits
	in_again Budi
	before=$(sql -e "SELECT COUNT(*) FROM person")
	submit booking booking ""
	status 200
	has "$T/body" "Siapa yang akan datang?"
	has "$T/body" "Anak Budi"
	typed_in
	equal "$before" "$(sql -e "SELECT COUNT(*) FROM person")"
'
test_case 'an expired cookie leads to the sign-in page too' '
	clock_set "2027-01-10 08:00 +0700"
	as Budi
	back_to Budi.review
	submit booking booking declare=1
	waits
	in_again Budi
	submit booking booking ""
	status 409
	says "Sesi ini sudah lewat."
	has "$T/body" "<b>Budi</b>"
	clock_set "$world_now"
'
test_case 'an order whose answer was lost finds its ticket after signing in' '
	as Budi
	back_to Budi.review
	submit booking booking declare=1
	status 303
	bookings 2
	as nobody
	back_to Budi.review
	submit booking booking declare=1
	waits
	in_again Budi
	submit booking booking ""
	status 200
	submit booking booking declare=1
	status 303
	bookings 2
'
test_case 'for an English form all these pages are English' '
	as nobody
	back_to Budi.review
	submit booking booking "lang=en&declare=1"
	status 403
	says "You are no longer signed in, so nothing has been saved. What you filled in is kept"
	submit session session "email=Budi%40contoh.id&password=$password"
	says "You are signed in"
	submit booking booking ""
	has "$T/body" "lang=\"en\""
'
test_case 'after signing in to another account the form offers its people' '
	forms Cici 3174010205889033
	as nobody
	back_to Cici.review
	submit booking booking declare=1
	waits
	in_again Ana
	submit booking booking ""
	status 422
	says "Anda sekarang masuk dengan akun lain."
	has "$T/body" "<b>Ana</b>"
	lacks "$T/body" Cici
	has "$T/body" "name=\"slot\" value=\"2\""
	bookings 2
'
test_case 'the same holds if the person had signed in to another account meanwhile' '
	as Ana
	back_to Cici.review
	submit booking booking declare=1
	status 422
	says "Anda sekarang masuk dengan akun lain."
	has "$T/body" "<b>Ana</b>"
	lacks "$T/body" Cici
	bookings 2
'
test_case 'after signing out and in the form of the old page is shown again' '
	as nobody
	sign_in Cici
	back_to Cici.review
	submit booking booking declare=1
	status 403
	says "Formulir ini dibuka sebelum Anda masuk atau keluar"
	reviewed Cici
	bookings 2
	keep Cici
'
test_case 'a page left open too long is shown again, and then books' '
	as Cici
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	p0=$(person 0)
	submit booking booking "who-0=$p0&kind-0=habis&year-0=2019&abroad-0=1"
	clock_set "2026-12-07 20:00:01 +0700"
	submit booking booking declare=1
	status 410
	says "Halaman ini sudah terlalu lama terbuka"
	reviewed Cici
	bookings 2
	submit booking booking declare=1
	status 303
	bookings 3
	clock_set "$world_now"
'
test_case 'a kept form is accepted only unchanged, and for half a day' '
	as nobody
	back_to Ana.waits
	form=$(hidden form)
	for bad in "A${form#?}" "${form%?????}" "$form$form$form$form" "-"; do
		cgi session GET "session?next=info"
		submit session session "email=Ana%40contoh.id&password=$password&form=$bad"
		status 303
		equal "$base_url/info" "$(header Location)"
		rm "$T/jar"
	done
	clock_set "2026-12-07 20:00:01 +0700"
	cgi session GET session
	submit session session "email=Ana%40contoh.id&password=$password&form=$form"
	clock_set "$world_now"
	status 303
'
test_case 'a person typed into the form of an account is kept too' '
	as nobody
	sign_in Ana
	cgi account GET account
	sql -e "UPDATE session SET ended_at = seen_at"
	submit account account "$child"
	status 403
	says "Isian Anda masih ada: masuk lagi untuk melanjutkan"
	submit session session "email=Ana%40contoh.id&password=$password"
	status 200
	says "Isian Anda masih ada, dan belum disimpan"
	before=$(sql -e "SELECT COUNT(*) FROM person")
	submit account account ""
	status 200
	typed_in
	equal "$before" "$(sql -e "SELECT COUNT(*) FROM person")"
'
test_case 'for a button without entries the page asks to press it again' '
	as nobody
	sign_in Ana
	cgi account GET account
	sql -e "UPDATE session SET ended_at = seen_at"
	submit account account step=remove
	status 403
	says "Masuk lagi, lalu ulangi"
	submit session session "email=Ana%40contoh.id&password=$password"
	status 303
	equal "$base_url/account" "$(header Location)"
'
test_case 'a form in a link is not taken for a kept form' '
	as nobody
	back_to Ana.waits
	form=$(hidden form)
	test "$form"
	cgi session GET "session?form=$form"
	status 200
	equal "" "$(hidden form)"
	lacks "$T/body" "Senin, 14 Desember"
'
test_end
