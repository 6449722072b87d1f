#!/bin/sh
# bad_field.t - entries that no person types: unknown, repeated, too long, not
# text.  Each form comes back with all entries and says what to do.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make
new=$(with "$holder&$login" phone=0812-3456)
# send FORM: a visitor without a session sends it to make an account.
send() {
	rm -f "$T/jar"
	cgi account GET account
	submit account account "$1"
}
long() {
	head -c "$1" /dev/zero | tr '\0' A
}

test_case 'unknown entries are ignored' '
	send "$new&admin=1&role=national&account_id=7&step-0=x&name-0=y&birth=z"
	status 303
	equal "1 1" "$(rows account) $(rows person)"
	for page in "" info office ticket health session; do
		cgi "${page:-home}" GET "$page?admin=1&%00=%FF&utm_source=x"
		status 200 || exit 1
		lacks "$T/body" "utm_source=x\"" || exit 1
	done
	sql -e "DELETE FROM person; DELETE FROM session; DELETE FROM account"
'

test_case 'an entry sent twice must be typed again, and the others are kept' '
	for twice in name=Lain nik=3273015403889022 email=b%40contoh.id sex=l \
		birth-year=1990 phone=0899 agree=1; do
		send "$new&$twice"
		status 422 || exit 1
		beside "$(echo "${twice%%=*}" | sed s/-year//)" \
			"terkirim dua kali" || exit 1
		holder_kept || exit 1
	done
	equal 0 "$(rows account)"
'

test_case 'passwords sent twice make no account' '
	send "$new&password=kuda+laut+hijau"
	status 422
	beside password "terkirim dua kali"
	holder_kept
'

test_case 'an entry that is too long is kept, and the page says the limit' '
	many=$(long 5000)
	send "$(with "$new" name=$many)"
	status 422
	beside name "Paling banyak 100"
	kept name "$many"
	holder_kept name
	send "$(with "$new" email=$many%40contoh.id)"
	status 422
	beside email "Paling banyak 254"
	holder_kept email
	send "$(with "$new" nik=$(long 81 | tr A 3))"
	status 422
	beside nik "Paling banyak 80"
	holder_kept nik
	equal 0 "$(rows account)"
'

test_case 'an entry that is not UTF-8 must be typed again, and the others are kept' '
	for bad in %FF Rat%C3 %C0%AF %ED%A0%80 %F5%80%80%80 %EF%BF%BD; do
		send "$(with "$new" name=Ratna$bad)"
		status 422 || exit 1
		beside name "tidak dapat dibaca. Ketik ulang isian ini" || exit 1
		holder_kept name || exit 1
		has "$T/body" "value=\"Rat" || exit 1
	done
	equal 0 "$(rows account)"
'

test_case 'an entry with control characters must be typed again, and the others are kept' '
	for bad in %00 %01 %0A %0D%0A %1B%5B2J %7F %C2%85; do
		send "$(with "$new" name=Ratna${bad}Wulandari)"
		status 422 || exit 1
		beside name "tidak dapat dibaca" || exit 1
		holder_kept name || exit 1
		grep -q "value=\"Ratna[^\"]*Wulandari" "$T/body" || exit 1
		lacks "$T/body" "$(printf "\033")" || exit 1
		send "$(with "$new" birth-day=1${bad}4)"
		status 422 || exit 1
		beside birth "tidak dapat dibaca" || exit 1
		kept birth-year 1988 || exit 1
	done
	equal 0 "$(rows account)"
'

test_case 'a broken escape is a fault of its entry, not of the form' '
	for bad in % %4 %zz; do
		send "$(with "$new" name=Ratna$bad)"
		status 422 || exit 1
		beside name "tidak dapat dibaca" || exit 1
		holder_kept name || exit 1
	done
'

test_case 'a damaged password is reported and never shown' '
	send "$(with "$new" password=kuda%00laut)"
	status 422
	beside password "tidak dapat dibaca"
	holder_kept
	account_new ratna
	for bad in %00 %FF %0A; do
		rm -f "$T/jar"
		sign_in ratna "kuda$bad"
		status 422 || exit 1
		kept email ratna@contoh.id || exit 1
		beside password "tidak dapat dibaca" || exit 1
	done
'

test_case 'entries come back as text, never as markup' '
	send "$(with "$new" "name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E" \
		"email=%27%3Cb%3E")"
	status 422
	lacks "$T/body" "<script"
	has "$T/body" "value=\"&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"" ||
		has "$T/body" "value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""
'

test_case 'a form of more than 500 entries is refused with a page' '
	rm -f "$T/jar"
	cgi account GET account
	submit account account "$new$(printf "&a%.0s" $(seq 501))"
	status 400
	says "Permintaan tidak terbaca"
	says "Kembali ke halaman sebelumnya"
'

test_case 'the form to add a person keeps its entries' '
	account_new sari
	cgi account GET account
	for bad in name=Bagas%FF name=Bagas%00 nik=31740102051190%01; do
		submit account account "$(with "$child" $bad)"
		status 422 || exit 1
		beside "${bad%%=*}" "tidak dapat dibaca" || exit 1
		kept birth-day 2 && kept birth-year 2011 || exit 1
		selected birth-month 5 && ticked sex l || exit 1
	done
	submit account account "$child&name=Lain"
	status 422
	beside name "terkirim dua kali"
	kept nik 3174010205119022
'

test_case 'the form to find a ticket keeps its entries' '
	rm -f "$T/jar"
	cgi ticket GET ticket
	submit ticket ticket "code=7K3M%FF&birth-day=1&birth-month=2&birth-year=1990"
	status 422
	beside code "tidak dapat dibaca"
	kept birth-day 1
	kept birth-year 1990
	selected birth-month 2
	submit ticket ticket "code=$(long 41)&birth-day=1&birth-month=2&birth-year=1990"
	status 422
	beside code "Paling banyak 40"
	kept code "$(long 41)"
	submit ticket ticket "code=A&code=B&birth-day=1&birth-month=2&birth-year=1990"
	status 422
	beside code "terkirim dua kali"
	kept birth-year 1990
'

test_case 'the step for people keeps the choices' '
	account_new tono
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	me=$(tags who-0 | sed -n "s/.*value=\"\([0-9]*\)\".*/\1/p")
	for bad in kind-0=%FF kind-0=emas year-0=20%00 year-0=x; do
		submit booking booking "$(with "kind-0=habis&year-0=2019" \
			"$bad")&who-0=$me"
		status 422 || exit 1
		ticked who-0 "$me" || exit 1
	done
	submit booking booking "who-0=$me&kind-0=habis&year-0=2019&year-0=2018"
	status 422
	says "terkirim dua kali"
	kept year-0 2019
	submit booking booking "who-0=$me&kind-0=habis&year-0=20190000000000000000000000000000001&abroad-0=1"
	status 422
	kept year-0 20190000000000000000000000000000001
	ticked abroad-0 1
	selected kind-0 habis
	equal 0 "$(rows booking)"
'

test_case 'a damaged hidden entry asks the person for nothing' '
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	me=$(tags who-0 | sed -n "s/.*value=\"\([0-9]*\)\".*/\1/p")
	submit booking booking "who-0=$me&kind-0=habis&year-0=2019"
	status 200
	cp "$T/body" "$T/review"
	for bad in once=%FF once=abc cards=%00 cards=AAAA was=x step=%FF; do
		cp "$T/review" "$T/body"
		form=$(with "$(awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body")" "$bad")
		cgi booking POST booking "$form"
		case $(cat "$T/status") in 200 | 422) ;; *) false ;; esac || exit 1
		kept who-0 "$me" || exit 1
		kept year-0 2019 || exit 1
		lacks "$T/body" "tidak dapat dibaca" || exit 1
	done
	equal 0 "$(rows booking)"
'

test_case 'a refused entry is not copied into an address' '
	account_new budi
	for bad in A%20B %26step=x %0D%0AX-Y:z; do
		cgi booking GET "booking?slot=4&kind=$bad&n=1"
		status 303
		equal "$base_url/slot?office=jakarta-selatan&n=1&was=4" \
			"$(header Location)" || exit 1
	done
	cgi booking GET "booking?slot=2&kind=A%20B&n=1"
	status 200
	has "$T/body" "slot?office=jakarta-selatan&amp;n=1\""
'

test_case 'a public page names the fault beside a working list' '
	cgi office GET "office?n=%FF&kind=baru"
	status 422
	says "tidak dapat dibaca"
	says "DKI Jakarta"
	cgi slot GET "slot?office=jakarta-selatan&n=2&n=3"
	status 422
	says "terkirim dua kali"
	has "$T/body" "type=\"radio\""
	cgi booking GET "booking?kind=%00&n=2"
	status 422
	ticked n 2 || selected n 2
'

test_end
