#!/bin/sh
# account.t - a visitor makes an account, and its holder adds and removes
# people.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make


test_case 'the page to make an account needs no session and names the purpose of the data' '
	cgi account GET account
	status 200
	has "$T/body" "Buat akun"
	sed "/name=\"name\"/,\$d" "$T/body" >"$T/before"
	has "$T/before" "Data dipakai hanya untuk antrean paspor"
	equal no-store "$(header Cache-Control)"
'

test_case 'an empty form reports every entry as missing' '
	cgi account GET account
	submit account account ""
	status 422
	beside name "Belum diisi"
	beside nik "Belum diisi"
	beside birth "Belum diisi"
	beside sex "Belum dipilih"
	beside email "Belum diisi"
	beside agree "Centang"
	has "$T/body" "href=\"#birth-day\""
	has "$T/body" "NIK: Belum diisi"
	equal 0 "$(rows account)"
'

test_case 'a form with faults keeps all entries but the passwords' '
	register "nik=3273" "birth-day=31" "birth-month=2" "phone=0812-3456" \
		"agree="
	status 422
	beside nik "yang diisi 4 angka"
	beside birth "tidak ada di kalender"
	kept name "Ratna Wulandari"
	kept nik 3273
	kept birth-day 31
	kept birth-year 1988
	kept email ratna@contoh.id
	kept phone 0812-3456
	grep -q "<option value=\"2\" selected" "$T/body"
	grep -q "value=\"p\" checked" "$T/body"
	lacks "$T/body" "kuda laut"
	equal 0 "$(rows account)"
'

test_case 'a NIK that cannot exist is refused beside its field' '
	register nik=327301540388902
	beside nik "yang diisi 15 angka"
	register nik=32730154038890211
	beside nik "yang diisi 17 angka"
	register nik=3273015403889O21
	beside nik "Hanya boleh berisi angka"
	register nik=1111111111111111
	beside nik "tidak mungkin sama semua"
	register nik=3273015403880000
	beside nik "0000"
	register nik=3273017203889021
	beside nik "datanglah langsung"
	equal 0 "$(rows account)"
'

test_case 'a name of digits is refused, a name with the marks of titles is not' '
	register name=3273015403889021
	status 422
	beside name "Hanya boleh berisi huruf"
	register "name=Ma%27ruf+A.+S.H.,+M.Kn." "email=maruf%40contoh.id"
	status 303
'

test_case 'passwords must be the same, long enough and not common' '
	register "password2=kuda+laut+hijau"
	status 422
	beside password2 "tidak sama"
	register password=pendek password2=pendek
	beside password "Paling sedikit 10"
	register password=katasandi123 password2=katasandi123
	beside password "mudah ditebak"
	register password=1234567890 password2=1234567890
	beside password "mudah ditebak"
	register password=Ratna+Wulandari password2=Ratna+Wulandari
	beside password "mudah ditebak"
'

test_case 'a holder is an adult' '
	register birth-year=2011
	status 422
	beside birth "paling muda 17 tahun"
'

test_case 'a new account is signed in and returns to the page it came from' '
	rm -f "$T/jar"
	cgi account GET "account?next=booking%3Fslot%3D2%26n%3D1"
	submit account account "$holder&$login"
	status 303
	equal "$base_url/booking?slot=2&n=1" "$(header Location)"
	cgi account GET account
	status 200
	has "$T/body" "ratna@contoh.id"
	has "$T/body" "...9021"
	has "$T/body" "14 Maret 1988"
	lacks "$T/body" 3273015403889021
'

test_case 'a NIK is stored as hash, box and mask only' '
	account_new simpan
	equal ...9021 "$(sql -e "SELECT DISTINCT nik_mask FROM person
		WHERE name = \"Ratna Wulandari\"")"
	mariadb-dump --no-defaults --socket="$socket" --hex-blob antrean \
		>"$T/dump"
	lacks "$T/dump" 3273015403889021
	lacks "$T/dump" "$(printf 3273015403889021 | od -An -tx1 | tr -d " \n" |
		tr a-f A-F)"
	lacks "$T/log" 3273015403889021
'

test_case 'one mailbox has one account, without regard to case and tag' '
	account_new satu
	register email=Satu%2Bpaspor%40CONTOH.id
	status 422
	beside email "Sudah memiliki akun"
	kept email "Satu+paspor@CONTOH.id"
	lacks "$T/head" Set-Cookie
'

test_case 'another birth date than the one in the NIK is warned about once and then accepted' '
	register email=tanggal%40contoh.id birth-day=15
	status 422
	has "$T/body" "Cocokkan lagi"
	has "$T/body" "Ratna Wulandari: tanggal lahir tidak sama"
	kept birth-day 15
	lacks "$T/head" Set-Cookie
	submit account account "$(with "$holder&$login" \
		email=tanggal%40contoh.id birth-day=15)"
	status 303
	equal 2 "$(sql -e "SELECT nik_flags FROM person
		ORDER BY id DESC LIMIT 1")"
'

test_case 'a wrong sex, region or impossible date in the NIK is flagged too' '
	account_new sifat
	cgi account GET account
	submit account account "$(with "$child" nik=9999993002119022 sex=p)"
	status 422
	has "$T/body" "href=\"#cocok\""
	has "$T/body" "jenis kelamin tidak sama"
	has "$T/body" "kode wilayah"
	submit account account "$(with "$child" nik=9999993002119022 sex=p)"
	status 303
	equal 15 "$(sql -e "SELECT nik_flags FROM person
		ORDER BY id DESC LIMIT 1")"
'

test_case 'accepting a warning for one date does not cover another date' '
	account_new lain
	cgi account GET account
	submit account account "$(with "$child" birth-day=3)"
	status 422
	submit account account "$(with "$child" birth-day=4)"
	status 422
	has "$T/body" "Cocokkan lagi"
	post account "step=person&sure=AAAAAAAAAAAAAAAAAAAAAA&$(with "$child" \
		birth-day=4)"
	status 422
	equal 1 "$(sql -e "SELECT COUNT(*) FROM person p JOIN account a
		ON a.id = p.account_id WHERE email = \"lain@contoh.id\"")"
'

test_case 'an accepted warning stays accepted while another entry is corrected' '
	register email=dua%40contoh.id birth-day=15 agree=
	status 422
	submit account account "$(with "$holder&$login" email=dua%40contoh.id \
		birth-day=15 password2=lain)"
	status 422
	beside password2 "tidak sama"
	submit account account "$(with "$holder&$login" email=dua%40contoh.id \
		birth-day=15)"
	status 303
'

test_case 'a person is added and the page says so' '
	account_new tambah
	cgi account GET account
	has "$T/body" "menambah 4 orang"
	submit account account "$child"
	status 303
	follow
	status 200
	has "$T/body" "Bagas Pramudita ditambahkan."
	has "$T/body" "...9022"
'

test_case 'faults in a further person keep what was typed' '
	account_new salah
	cgi account GET account
	submit account account "$(with "$child" nik=31740102051190)"
	status 422
	beside nik "yang diisi 14 angka"
	kept name "Bagas Pramudita"
	kept birth-day 2
	has "$T/body" "salah@contoh.id"
'

test_case 'an account holds a NIK once, two accounts may hold the same NIK' '
	account_new kembar
	cgi account GET account
	submit account account "$(with "$holder" name=Kembar)"
	status 422
	beside nik "sudah ada di akun Anda"
	account_new kembar2
'

test_case 'an account takes four further people and refuses a fifth' '
	account_new penuh
	for n in 1 2 3 4; do
		cgi account GET account
		post account "step=person&$(with "$child" nik=317401020511902$n)"
		status 303 || exit 1
	done
	cgi account GET account
	has "$T/body" "sudah berisi lima orang"
	post account "step=person&$(with "$child" nik=3174010205119029)"
	status 409
	has "$T/body" "sudah berisi lima orang"
	equal 5 "$(sql -e "SELECT COUNT(*) FROM person p JOIN account a
		ON a.id = p.account_id WHERE email = \"penuh@contoh.id\"")"
'

test_case 'after a removal another person can be added' '
	account_new ganti
	for n in 1 2 3 4; do
		cgi account GET account
		post account "step=person&$(with "$child" nik=317401020511902$n)"
	done
	id=$(sql -e "SELECT p.id FROM person p JOIN account a
		ON a.id = p.account_id WHERE email = \"ganti@contoh.id\"
		AND member_no = 2")
	cgi account GET account
	post account "step=remove&person=$id"
	status 303
	follow
	has "$T/body" "dihapus dari akun ini"
	post account "step=person&$(with "$child" nik=3174010205119029)"
	status 303
	equal "0 1 2 3 4" "$(sql -e "SELECT member_no FROM person p
		JOIN account a ON a.id = p.account_id
		WHERE email = \"ganti@contoh.id\" ORDER BY 1" | xargs)"
'

test_case 'the holder is never removed' '
	account_new tetap
	id=$(sql -e "SELECT MAX(id) FROM person WHERE member_no = 0")
	cgi account GET account
	post account "step=remove&person=$id"
	status 403
	equal 1 "$(sql -e "SELECT COUNT(*) FROM person WHERE id = $id")"
'

test_case 'a person of another account cannot be removed' '
	account_new korban
	cgi account GET account
	submit account account "$child"
	id=$(sql -e "SELECT MAX(id) FROM person")
	account_new orang
	cgi account GET account
	post account "step=remove&person=$id"
	status 404
	equal 1 "$(sql -e "SELECT COUNT(*) FROM person WHERE id = $id")"
'

test_case 'making, adding and removing are in the audit, without personal data' '
	sql -e "DELETE FROM audit"
	account_new catat
	cgi account GET account
	submit account account "$child"
	id=$(sql -e "SELECT MAX(id) FROM person")
	cgi account GET account
	post account "step=remove&person=$id"
	equal "account.make session.begin person.add person.remove" \
		"$(sql -e "SELECT act FROM audit ORDER BY id" | xargs)"
	equal 4 "$(sql -e "SELECT COUNT(*) FROM audit WHERE actor = \"account\"
		AND actor_id = (SELECT MAX(id) FROM account)")"
'

test_case 'a form without token, or with that of another session, is refused' '
	account_new bekal
	cgi account POST account "step=person&$child"
	status 403
	cgi account GET account
	stolen=$(hidden token)
	account_new lawan
	cgi account POST account "token=$stolen&step=person&$child"
	status 403
'

test_case 'a form of another site is refused, an absent or null origin is not judged' '
	account_new asal
	cgi account GET account
	cgi_env=HTTP_ORIGIN=https://jahat.test
	submit account account "$child"
	status 403
	cgi_env=
	cgi account GET account
	cgi_env=HTTP_ORIGIN=null
	submit account account "$child"
	status 303
	cgi_env=
	cgi account GET account
	cgi_env=HTTP_ORIGIN=http://antrean.test
	post account "step=person&$(with "$child" nik=3174010205119029)"
	status 303
'

test_case 'the form that makes an account, sent twice, leads to the account' '
	rm -f "$T/jar"
	cgi account GET account
	cp "$T/body" "$T/page"
	submit account account "$(with "$holder&$login" email=ganda%40contoh.id)"
	status 303
	cp "$T/page" "$T/body"
	submit account account "$(with "$holder&$login" email=ganda%40contoh.id)"
	status 303
	equal "$base_url/account" "$(header Location)"
'

test_case 'a token made before signing in does nothing after it' '
	rm -f "$T/jar"
	cgi account GET account
	anyones=$(hidden token)
	account_new tuan
	before=$(rows person)
	cgi account POST account "token=$anyones&step=person&$child"
	status 403
	has "$T/body" "value=\"Bagas Pramudita\""
	equal "$before" "$(rows person)"
'

test_case 'a form older than half a day is refused as expired' '
	cgi account GET account
	clock_set "2026-12-07 20:00:01 +0700"
	submit account account "$holder&$login"
	status 410
	clock_set "$world_now"
'

test_case 'adding a person without a session leads to the sign-in page' '
	rm -f "$T/jar"
	cgi account GET account
	post account "step=person&$child"
	status 403
	says "Isian Anda masih ada: masuk lagi untuk melanjutkan"
	has "$T/body" "name=\"next\" value=\"account\""
'

test_case 'an account is made in English, and remembers it' '
	rm -f "$T/jar"
	cgi account GET "account?lang=en"
	has "$T/body" "lang=\"en\""
	submit account account "$(with "$holder&$login" \
		email=english%40contoh.id birth-day=15)"
	status 422
	has "$T/body" "Ratna Wulandari: "
	lacks "$T/body" "Cocokkan"
	submit account account "$(with "$holder&$login" \
		email=english%40contoh.id birth-day=15)"
	status 303
	equal "$base_url/account?lang=en" "$(header Location)"
	equal en "$(sql -e "SELECT lang FROM account
		WHERE email = \"english@contoh.id\"")"
	equal 2026-11 "$(sql -e "SELECT DISTINCT notice_version FROM account")"
'

test_case 'a network that tests many mailboxes is stopped, another network is not' '
	clock_set "2026-12-07 10:00 +0700"
	account_new dikenal
	n=0
	while [ $n -lt 60 ]; do
		n=$((n + 1))
		register email=dikenal%40contoh.id
		status 422 || exit 1
	done
	for mailbox in dikenal tidak.dikenal; do
		register email=$mailbox%40contoh.id
		status 429 || exit 1
	done
	cgi_env=REMOTE_ADDR=198.51.100.7
	register email=dikenal%40contoh.id
	status 422
	cgi_env=
	clock_set "2026-12-07 10:02 +0700"
	register email=dikenal%40contoh.id
	status 422
	clock_set "$world_now"
'
test_case 'a network that made too many accounts must wait' '
	sql -e "UPDATE parameter SET value = 10 WHERE name = \"register_address\""
	cgi_env=REMOTE_ADDR=203.0.113.9
	n=0
	while [ $n -lt 10 ]; do
		n=$((n + 1))
		register "email=banyak$n%40contoh.id"
		status 303 || exit 1
	done
	register email=banyak11%40contoh.id
	status 429
	sql -e "UPDATE parameter SET value = 3000 WHERE name = \"register_address\""
	cgi_env=
'

test_case 'without the program nikhash nobody is added, and all else goes on' '
	account_new tanpa
	nikhash_stop
	log_expect "event=nikhash errno=2"
	cgi account GET account
	post account "step=person&$child"
	status 503
	equal 1 "$(grep -c event=nikhash "$T/log")"
	has "$T/body" "Bagas Pramudita"
	cgi account GET account
	status 200
	lacks "$T/body" "Bagas Pramudita"
	cgi home GET ""
	status 200
	rm "$T/jar"
	sign_in tanpa
	status 303
	nikhash_start
	cgi account GET account
	post account "step=person&$child"
	status 303
'

test_end
