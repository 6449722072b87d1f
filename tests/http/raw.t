#!/bin/sh
# raw.t - a program that takes signed bytes instead of a form.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
test_needs openssl
world_make

# hook BODY [SIGNATURE]: posts BODY as another machine does, from another origin,
# with a right signature unless SIGNATURE is given.
hook() {
	mac=$(printf %s "$1" | openssl dgst -sha256 -hmac "a key of the tests" |
		sed "s/.* //")
	cgi_env="CONTENT_TYPE=application/json HTTP_ORIGIN=https://other.test
		HTTP_X_HUB_SIGNATURE_256=${2-sha256=$mac}"
	cgi tests/app/webhook POST home "$1"
}
test_case 'the handler gets the very bytes that were signed' '
	hook "{\"a\": \"100%+&=\"}"
	status 200
	equal "{\"a\": \"100%+&=\"}" "$(cat "$T/body")"
	hook ""
	status 200
'
for signature in "" sha256= "sha256=$(printf %064d 0)" "sha256=xyz"; do
	test_case "a signature that is not right is refused and logged once: $signature" '
		log_expect "event=gate id=[0-9a-f]* why=signature bytes=2"
		hook "{}" "$signature"
		status 403
		equal 1 "$(grep -c why=signature "$T/log")"
	'
done
test_case 'the signature of a body that is too long is not checked' '
	hook "$(printf %01001d 0)"
	status 413
	lacks "$T/log" why=signature
	hook "$(printf %01000d 0)"
	status 200
'
test_case 'bodies with a wrong signature do not use up the sender'"'"'s limit' '
	rm -f "$T/run/ratelimit.map"
	log_expect "event=gate .*why=signature"
	for try in 1 2 3 4 5 6; do
		hook "{}" sha256=00
		status 403 || exit 1
	done
	for try in 1 2 3 4 5; do
		hook "{}"
		status 200 || exit 1
	done
'
test_case 'bodies with a right signature are limited' '
	log_expect "event=gate .*why=signature"
	hook "{}"
	status 429
	has "$T/head" "Retry-After:"
	lacks "$T/body" "{}"
	hook "{}" sha256=00
	status 403
'
test_case 'GET is refused' '
	cgi tests/app/webhook GET home
	status 405
	has "$T/head" "Allow: POST"
'
test_end
