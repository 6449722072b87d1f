#!/bin/sh
# bad_body.t - bodies that are not one of our forms, through Apache and nginx:
# too large, of unknown length, of another type; and request heads that are too
# long.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

site_make
new=$(with "$holder&$login" phone=0812-3456)

# body FILE BYTES: writes a form of that size with one long entry.
body() {
	printf 'name=' >"$1"
	head -c $(($2 - 5)) /dev/zero | tr '\0' A >>"$1"
}
body "$T/mib" 1048576
body "$T/k40" 40960
body "$T/k16" 16384
long=a=$(head -c 9000 /dev/zero | tr '\0' a)
programs=$(programs_with POST)

# ask PROGRAM CURL-OPTION...: writes $T/body and prints the status.
ask() {
	ask_program=$1
	shift
	curl -sS --max-time 30 -o "$T/body" -D "$T/head" -w '%{http_code}' "$@" \
		"$web/$ask_program"
}
# too_large: the answer is the page for it, by a program or by a server.
too_large() {
	has "$T/body" "Kiriman terlalu besar" &&
		has "$T/body" "Persingkat isiannya, lalu kirim lagi" &&
		grep -qi "^content-type: text/html" "$T/head"
}
# back SENTENCE: the answer is a server's page.  It cannot show the form, so it
# says that nothing was saved, how to go back to the entries, and SENTENCE.
back() {
	has "$T/body" "tidak ada yang tersimpan" &&
		has "$T/body" "Kembali dengan tombol kembali peramban" &&
		has "$T/body" "$1" &&
		has "$T/body" "nothing was saved" &&
		has "$T/body" "the Back button of your browser" &&
		grep -qi "^content-type: text/html" "$T/head" &&
		grep -qi "^cache-control: no-store" "$T/head"
}

for server in apache nginx; do
	site_case "$server: a body of 1 MiB is refused with our page" '
		serve $server
		for program in $programs; do
			equal 413 "$(ask $program --data-binary "@$T/mib")" || exit 1
			too_large && back "Persingkat isiannya" || exit 1
		done
	'
	site_case "$server: a body that only the program finds too large is refused too" '
		serve $server
		for program in $programs; do
			equal 413 "$(ask $program --data-binary "@$T/k40")" || exit 1
			too_large || exit 1
		done
	'
	site_case "$server: a body of the largest size is read" '
		serve $server
		equal 403 "$(ask ticket --data-binary "@$T/k16")"
	'
	site_case "$server: a body of another kind is refused with a page" '
		serve $server
		for type in text/plain application/json multipart/form-data \
			application/xml; do
			equal 400 "$(ask account -H "Content-Type: $type" \
				--data-binary "$new")" || exit 1
			says "Data yang terkirim tidak lengkap" || exit 1
		done
		equal 400 "$(ask account -F name=Ratna)"
		says "Data yang terkirim tidak lengkap"
	'
	# no page of ours makes an address or a cookie of this length
	site_case "$server: too long an address or cookie is refused with our page" '
		serve $server
		equal 414 "$(ask "slot?$long")"
		back "mulai lagi dari <a href=\"/\">halaman depan"
		equal 400 "$(ask slot -H "Cookie: $long")"
		back "hapus cookie situs ini"
	'
	site_case "$server: the connection can be used again after each refusal" '
		serve $server
		for file in mib k40; do
			curl -sS --max-time 30 -o "$T/one" -w "%{http_code} " \
				--data-binary "@$T/$file" "$web/booking" --next -sS \
				--max-time 30 -o "$T/two" -w "%{http_code}" \
				"$web/booking" >"$T/codes"
			equal "413 200" "$(cat "$T/codes")" || exit 1
			has "$T/two" "value=\"baru\"" || exit 1
		done
	'
	site_case "$server: an empty body says what is missing" '
		serve $server
		rm -f "$T/jar"
		cgi ticket GET ticket
		submit ticket ticket ""
		status 422
		says "Belum diisi"
		equal 403 "$(ask ticket -X POST -H "Content-Length: 0" -H \
			"Content-Type: application/x-www-form-urlencoded")"
	'
done

# No browser sends a form in chunks, and Apache would have a program wait for
# them.
site_case 'apache: a body of unknown length is refused with our page' '
	serve apache
	for program in $programs; do
		for file in mib k40 k16; do
			equal 411 "$(ask $program -H "Transfer-Encoding: chunked" \
				--data-binary "@$T/$file")" || exit 1
			has "$T/body" "Kiriman tidak dapat diterima" || exit 1
			back "Lalu kirim lagi" || exit 1
		done
	done
'
site_case 'nginx: chunks without end are refused with our page' '
	serve nginx
	for program in $programs; do
		for file in mib k40; do
			equal 413 "$(ask $program -H "Transfer-Encoding: chunked" \
				--data-binary "@$T/$file")" || exit 1
			too_large || exit 1
		done
	done
'
site_case 'nginx: a form in chunks is read' '
	serve nginx
	rm -f "$T/jar"
	cgi account GET account
	form=$(awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body")
	printf "%s" "$form&$(with "$new" nik=3273)" >"$T/form"
	equal 422 "$(ask account -H "Transfer-Encoding: chunked" \
		--data-binary "@$T/form")"
	holder_kept nik
	kept nik 3273
'

test_end
