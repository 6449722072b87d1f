# golden.sh - compares pages with copies that a person has read.  Source it after
# world.sh and people.sh.  A test that uses it takes the argument --write, which
# updates the copies: read the diff.

golden=$ANTREAN_SRC/tests/page/golden
write=${GOLDEN_WRITE-}
[ "${1-}" != --write ] || write=1

# page PROGRAM/STATE STATUS BODY: a test for each language: the last page of BODY
# equals tests/page/golden/PROGRAM/STATE.LANG.html and is small enough.
page() {
	for lang in id en; do
		clock_set "$world_now"
		rm -f "$T/bytes"
		test_case "$1 in $lang" "$3
			status $2
			looks $1.$lang.html
			light $1"
		[ ! -f "$T/bytes" ] ||
			echo "# $(cat "$T/bytes") bytes $1.$lang"
	done
}

# looks FILE: the last page equals that file; with --write it is stored there.
looks() {
	awk -f "$ANTREAN_SRC/tests/page/normal.awk" "$T/body" >"$T/page"
	if [ -n "$write" ]; then
		mkdir -p "$golden/${1%/*}" && cp "$T/page" "$golden/$1"
	elif [ -f "$golden/$1" ]; then
		same "$golden/$1" "$T/page"
	else
		echo "no $1: write it with --write and read it"
		return 1
	fi
}

# light PROGRAM/STATE: the last page has at most 14,336 bytes, which TCP carries in
# its first round trip.  A page of staff can have 61,440, because offices have
# better lines.
light() {
	case $(awk -v name="${1%/*}" '$1 == name { print $3 }' \
		"$ANTREAN_SRC/conf/programs") in
	desk | admin) most=61440 ;;
	*) most=14336 ;;
	esac
	wc -c <"$T/body" | tr -d ' ' >"$T/bytes"
	[ "$(cat "$T/bytes")" -le "$most" ] ||
		{ echo "$(cat "$T/bytes") bytes, $most at most" && return 1; }
}

# open PROGRAM PATH: GET in the language of the test.  send PROGRAM FORM: POST
# with the hidden fields of the last page; send_alone PROGRAM FORM: POST without
# them.
open() {
	cgi "$1" GET "$(said "$2")"
}
send() {
	submit "$1" "$(said "$1")" "$2"
}
send_alone() {
	cgi "$1" POST "$(said "$1")" "$2&lang=$lang"
}
said() {
	case $lang,$1 in
	id,*) echo "$1" ;;
	*\?*) echo "$1&lang=en" ;;
	*) echo "$1?lang=en" ;;
	esac
}
