# cgi.sh - programs run as plain CGI, without a server.  Sourced after lib.sh.

: "${ANTREAN_BUILD:?names a build tree}"
base_url=http://antrean.test/antrean

# cgi PROGRAM METHOD PATH [FORM]: runs the program without a server.  PATH is
# below the base URL ("" is home), FORM is urlencoded.  Writes $T/status,
# $T/head and $T/body, and keeps the cookies in $T/jar.  $cgi_env holds more
# NAME=VALUE words for the environment.  Each call deletes the snapshot that
# programs share (queue/seat/snapshot.h), unless $cgi_keeps is set.
cgi() {
	binary=$(program "$1")
	[ ! -d "$binary" ] || binary=$binary/$1
	touch "$T/jar"
	# Otherwise this request would see the data of the one before.
	[ -n "${cgi_keeps-}" ] || rm -f "$T/run/asked.map"
	printf '%s' "${4-}" >"$T/form"
	case $3 in
	*\?*) query=${3#*\?} ;;
	*) query= ;;
	esac
	path=${base_url#*://*/}
	[ "$path" != "$base_url" ] && path=/$path || path=
	cookie=$(awk '{ printf "%s%s=%s", (NR > 1 ? "; " : ""), $1, $2 }' "$T/jar")
	host=${base_url#*://}
	# shellcheck disable=SC2086
	env -i PATH="$PATH" ANTREAN_CONF="$T/antrean.conf" \
		ANTREAN_CLOCK="$T/clock" ${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} \
		${UBSAN_OPTIONS:+UBSAN_OPTIONS="$UBSAN_OPTIONS"} \
		GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 \
		REMOTE_ADDR=192.0.2.1 HTTP_HOST="${host%%/*}" REQUEST_METHOD="$2" \
		REQUEST_URI="$path/$3" QUERY_STRING="$query" HTTP_COOKIE="$cookie" \
		CONTENT_LENGTH="$(wc -c <"$T/form" | tr -d ' ')" \
		CONTENT_TYPE=application/x-www-form-urlencoded ${cgi_env-} \
		"$binary" <"$T/form" >"$T/raw" 2>>"$T/log" || {
		echo "$1 ended with $?"
		return 1
	}
	head_size=$(LC_ALL=C awk '{ n += length($0) + 1 }
		/^\r?$/ { print n; exit }' "$T/raw")
	head -c "${head_size:-0}" "$T/raw" | tr -d '\r' >"$T/head"
	tail -c "+$((${head_size:-0} + 1))" "$T/raw" >"$T/body"
	sed -n 's/^Status: *\([0-9]*\).*/\1/p' "$T/head" >"$T/status"
	[ -s "$T/status" ] || echo 200 >"$T/status"
	awk -f "$ANTREAN_SRC/tests/lib/jar.awk" "$T/jar" "$T/head" >"$T/jar.new"
	mv "$T/jar.new" "$T/jar"
}

# programs_with METHOD: prints the names of the programs with a URL that take
# requests of this method.
programs_with() {
	for name in $("$ANTREAN_SRC/conf/generate" urls); do
		! "$(program "$name")" -f | grep -q "^methods.* $1" ||
			echo "$name"
	done
}

# status WANT: the last answer has this status.
status() {
	equal "$1" "$(cat "$T/status")" && return
	sed 40q "$T/body"
	return 1
}

# says TEXT: the last page has TEXT, without regard to tags and blanks.
says() {
	sed -e '/<style>/d' -e 's/<[^>]*>/ /g' "$T/body" | tr -s ' \n\t' ' ' |
		sed 's/ \([,.:]\)/\1/g' >"$T/plain"
	has "$T/plain" "$1"
}

# header NAME: prints the value of that header of the last answer.
header() {
	sed -n "s/^$1: *//Ip" "$T/head"
}

# submit PROGRAM PATH FORM: posts FORM with the hidden fields of the last
# page's first POST form.
submit() {
	cgi "$1" POST "$2" "$(awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body")&$3"
}

# follow: the last answer is a 303; requests the page it redirects to.
follow() {
	status 303
	to=$(header Location)
	case $to in
	"$base_url"/*) ;;
	*) echo "Location: $to" && return 1 ;;
	esac
	to=${to#"$base_url"/}
	program=${to%%\?*}
	cgi "${program:-home}" GET "$to"
}
