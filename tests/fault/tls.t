#!/bin/sh
# tls.t - the sites with TLS, with a certificate made for the test.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"
test_needs openssl

tls=yes
tls_port=$((port + 2)) nginx_tls_port=$((port + 3))
base_url=https://127.0.0.1:$tls_port
mkdir -p "$state/etc/antrean/tls"
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 \
	-addext subjectAltName=IP:127.0.0.1 -keyout "$state/etc/antrean/tls/key.pem" \
	-out "$state/etc/antrean/tls/cert.pem" 2>/dev/null
export CURL_CA_BUNDLE="$state/etc/antrean/tls/cert.pem"
site_make

for server in apache nginx; do
	plain=http://127.0.0.1:$port
	web=$base_url
	[ $server = apache ] || {
		plain=http://127.0.0.1:$nginx_port
		web=https://127.0.0.1:$nginx_tls_port
	}
	site_case "$server: plain HTTP redirects to TLS and keeps the query" '
		curl -sS -D "$T/head" -o "$T/body" "$plain/slot?office=bandung"
		has "$T/head" " 301 "
		tr -d "\r" <"$T/head" | grep -qix \
			"location: $base_url/slot?office=bandung"
	'
	site_case "$server: browsers are told to stay with TLS" '
		cgi home GET ""
		status 200
		equal max-age=31536000 "$(header Strict-Transport-Security)"
	'
	site_case "$server: the cookie is for TLS and this host only" '
		account_new "tls-$server"
		cookie=$(header Set-Cookie)
		case $cookie in
		__Host-antrean=*) ;;
		*) echo "$cookie" && false ;;
		esac
		for word in Secure HttpOnly "Path=/" "SameSite=Lax"; do
			case "; $cookie;" in
			*"; $word;"*) ;;
			*) echo "$word: $cookie" && false ;;
			esac
		done
		cgi account GET account
		status 200
	'
	site_case "$server: TLS before 1.2 is refused" '
		for version in 1.2 1.3; do
			curl -sS -o /dev/null --tlsv$version --tls-max $version "$web/"
		done
	# The client accepts this version; it is the server that refuses it.
		fails curl -s -o /dev/null --tlsv1.0 --tls-max 1.1 \
			--ciphers DEFAULT@SECLEVEL=0 "$web/"
	'
done
test_end
