#!/bin/sh
# desk.t - a form of staff whose session has ended: all entries are kept, and
# after the sign-in the program does nothing until the form is sent again.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make
mkdir "$T/pages"
cp -r "$ANTREAN_SRC"/htdocs/pages/* "$ANTREAN_SRC"/tests/app/pages/* "$T/pages"
sed -i "s|^pages_dir = .*|pages_dir = $T/pages|" "$T/antrean.conf"
people_ready account_new ratna
staff_new petugas officer 1 'Petugas'

desk=tests/app/desk
form='name=Ratna+Wulandari&note=a%26b%3Dc&line-0=satu&line-2=tiga&seat-1=a2&agree=1&pin=1234'
sign_again() {
	submit signin signin "login=petugas&password=$password"
}
# opened: an officer has the form open.
opened() {
	rm -f "$T/jar"
	clock_set "$world_now"
	cgi signin GET signin
	sign_again
	status 303
	cgi $desk GET roster
	status 200
}
# waits: the answer is the page to sign in, with the form in it.
waits() {
	status 403
	says "Isian Anda masih ada: masuk lagi untuk melanjutkan"
	has "$T/body" "name=\"login\""
	[ -n "$(hidden form)" ]
	lacks "$T/head" Location
}
# quotas DAYS: the fields of so many days of five periods, for a form or as
# arguments of kept, one a line.
quotas() {
	awk -v days="$1" 'BEGIN { for (i = 0; i < days * 5; i++)
		print "quota-" int(i / 5) "-" i % 5 "=" i % 100 }'
}
# quotas_kept DAYS: they have come back.
quotas_kept() {
	quotas "$1" | while IFS="=" read -r name value; do
		kept "$name" "$value" || exit 1
	done
}
# back: signs the officer in again.  The page that follows has one button, which
# shows the form that was sent without a session.
back() {
	sign_again
	status 200
	says "Isian Anda masih ada, dan belum disimpan."
	submit $desk roster ""
	status 200
	kept name "Ratna Wulandari"
	kept note "a&amp;b=c"
	kept line-0 satu
	kept line-2 tiga
	kept seat-1 a2
}

test_case 'a form is kept after half an hour without a request' '
	opened
	clock_set "2026-12-07 08:31 +0700"
	submit $desk roster "$form"
	waits
	back
	submit $desk roster "$form"
	status 303
	equal "$base_url/roster?done=1" "$(header Location)"
'
test_case 'a form is kept when the cookie is gone' '
	opened
	rm "$T/jar"
	submit $desk roster "$form"
	waits
	back
'
test_case 'secrets and agreements must be entered again' '
	opened
	rm "$T/jar"
	submit $desk roster "$form"
	hidden form | tr "_-" "/+" | base64 -d 2>/dev/null |
		tr -c "[:print:]\n" " " >"$T/held" || :
	has "$T/held" "name Ratna Wulandari"
	lacks "$T/held" 1234
	lacks "$T/held" agree
	back
	lacks "$T/body" "<p>agreed</p>"
'
test_case 'a wrong password keeps the form' '
	opened
	rm "$T/jar"
	submit $desk roster "$form"
	submit signin signin "login=petugas&password=salah"
	status 422
	back
'
test_case 'the sign-in form, sent twice, keeps the form' '
	opened
	rm "$T/jar"
	submit $desk roster "$form"
	cp "$T/body" "$T/waits"
	sign_again
	status 200
	cp "$T/waits" "$T/body"
	back
'
test_case 'a grid, what is wrong in it and lines of text are kept' '
	opened
	clock_set "2026-12-07 08:31 +0700"
	memo="memo=Loket+1:+tutup%0D%0A%0D%0ALoket+2:+%3Cbuka%3E+%26+ramai"
	week=$(quotas 7 | tr "\n" "&")
	submit $desk roster "name=x&$week$memo&quota-7-0=100"
	waits
	sign_again
	status 200
	submit $desk roster ""
	status 200
	quotas_kept 7
	has "$T/body" "name=\"quota-7-0\" value=\"100\"><b>Isi dengan angka"
	tr "\n" "|" <"$T/body" >"$T/one"
	has "$T/one" "tutup||Loket 2: &lt;buka&gt; &amp; ramai</textarea>"
'
test_case 'a form of as many inputs as any may have is kept' '
	opened
	rm "$T/jar"
	submit $desk roster "name=x&note=y&$(quotas 40 | tr "\n" "&")line-2=z"
	waits
	sign_again
	status 200
	submit $desk roster ""
	status 200
	quotas_kept 40
	kept name x
	kept line-2 z
'
test_case 'the largest possible form is kept' '
	opened
	rm "$T/jar"
	note=$(head -c 15500 /dev/zero | tr "\0" b)
	submit $desk roster "name=x&note=$note"
	waits
	sign_again
	status 200
	submit $desk roster ""
	status 200
	kept note "$note"
'
test_case 'the program does nothing for the form while the service is busy, or after' '
	opened
	rm "$T/jar"
	submit $desk roster "$form"
	sign_again
	status 200
	log_allow "program=roster"
	cp "$T/antrean.conf" "$T/kept.conf"
	sed -i "s|^db_socket = .*|db_socket = $T/nobody|" "$T/antrean.conf"
	submit $desk roster ""
	cp "$T/kept.conf" "$T/antrean.conf"
	status 503
	submit $desk roster ""
	status 200
	kept name "Ratna Wulandari"
'
test_case 'after signing in a page that was only read is shown again' '
	rm -f "$T/jar"
	cgi $desk GET "roster?name=x"
	status 303
	equal "$base_url/signin?next=roster%3Fname%3Dx" "$(header Location)"
	follow
	sign_again
	status 303
	equal "$base_url/roster?name=x" "$(header Location)"
'
test_case 'too many forms in a minute must wait, and all are kept' '
	opened
	for n in 1 2 3 4 5 6 7 8 9 10; do
		submit $desk roster "$form"
		status 303 || exit 1
		cgi $desk GET roster
	done
	submit $desk roster "$form"
	status 429
	says "terlalu banyak percobaan"
	kept name "Ratna Wulandari"
	kept line-2 tiga
	cgi $desk GET roster
	status 200
	clock_set "2026-12-07 08:01 +0700"
	cgi $desk GET roster
	submit $desk roster "$form"
	status 303
'
test_case 'a kept form of an applicant cannot be used by staff, nor theirs by an applicant' '
	rm -f "$T/jar"
	cgi booking POST booking "slot=2&kind=baru&n=1"
	status 403
	booking=$(hidden form)
	[ -n "$booking" ]
	cgi signin GET signin
	submit signin signin "login=petugas&password=$password&form=$booking"
	status 303
	opened
	rm "$T/jar"
	submit $desk roster "$form"
	waits
	desk_form=$(hidden form)
	cgi session GET session
	submit session session "email=ratna%40contoh.id&password=$password&form=$desk_form"
	status 303
'
test_end
