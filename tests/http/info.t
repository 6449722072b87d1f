#!/bin/sh
# info.t - the topics of advice, all from one content file.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make
db_stop # nothing here needs the database
topics=$(sed -n 's/.*<topic key="\([a-z_-]*\)".*/\1/p' \
	"$ANTREAN_SRC/htdocs/pages/text/topics.xml")

test_case 'the index links every topic' '
	cgi info GET info
	status 200
	[ -n "$topics" ]
	for t in $topics; do
		has "$T/body" "info?topic=$t\""
	done
	cgi info GET "info?lang=en"
	for t in $topics; do
		has "$T/body" "info?topic=$t&amp;lang=en\""
	done
'

for t in $topics; do
	test_case "topic $t is a page of at most 14 KB in both languages" '
		cgi info GET "info?topic=$t"
		status 200
		[ "$(wc -c <"$T/body")" -le 14336 ]
		cp "$T/body" "$T/indonesian"
		cgi info GET "info?topic=$t&lang=en"
		status 200
		[ "$(wc -c <"$T/body")" -le 14336 ]
		has "$T/body" "<html lang=\"en\""
		fails cmp -s "$T/body" "$T/indonesian"
	'
done

test_case 'the topics that pages link to exist' '
	for t in $(cat "$ANTREAN_SRC"/htdocs/pages/*/*.xhtml |
		grep -o "info?topic=[a-z]*" | sed "s/.*=//" | sort -u); do
		cgi info GET "info?topic=$t"
		status 200 || { echo "$t"; false; }
	done
'

test_case 'fees show amount and day in each language' '
	cgi info GET "info?topic=fee"
	says "17 Desember 2024 Rp350.000"
	cgi info GET "info?topic=fee&lang=en"
	says "17 December 2024 Rp350,000"
'

test_case 'a future fee is not shown, and replaces the old one on its day' '
	cp -r "$ANTREAN_SRC/htdocs/pages" "$T/pages"
	sed "s|^<fee key=\"plain-5\".*|&<fee key=\"plain-5\" since=\"2026-12-09\" rupiah=\"400000\"><text lang=\"id\">Baru</text><text lang=\"en\">New</text></fee>|" \
		"$ANTREAN_SRC/htdocs/pages/text/topics.xml" >"$T/pages/text/topics.xml"
	sed -i "s|^pages_dir = .*|pages_dir = $T/pages|" "$T/antrean.conf"
	cgi info GET "info?topic=fee"
	says "Rp350.000"
	fails says "Rp400.000"
	clock_set "2026-12-09 00:00 +0700"
	cgi info GET "info?topic=fee"
	says "Rp400.000"
	fails says "Rp350.000"
	clock_set "$world_now"
'

# refused WHAT SED: the program does not start with the file changed by SED.
refused() {
	sed "$2" "$ANTREAN_SRC/htdocs/pages/text/topics.xml" >"$T/pages/text/topics.xml"
	fails cmp -s "$ANTREAN_SRC/htdocs/pages/text/topics.xml" \
		"$T/pages/text/topics.xml"
	log_expect "event=info .*why=$1"
	fails cgi info GET info
}

test_case 'the program does not start with a faulty content file' '
	refused link-to-nowhere "s/<link topic=\"fee\"/<link topic=\"fees\"/"
	refused text-missing "s/<title lang=\"en\">[^<]*<.title>//"
	refused unknown-block "s/<heading>/<head>/; s/<.heading>/<\/head>/"
	refused since "s/since=\"2024-12-17\"/since=\"2024-02-30\"/"
	refused rupiah "s/rupiah=\"350000\"/rupiah=\"Rp350.000\"/"
	refused topic-twice "s/<topic key=\"fee\"/<topic key=\"papers\"/"
'

test_case 'an unknown topic is not found' '
	cp "$ANTREAN_SRC/htdocs/pages/text/topics.xml" "$T/pages/text/topics.xml"
	for t in nowhere Fee "%FF" "../fee" "$(printf "%0100d" 1)"; do
		cgi info GET "info?topic=$t"
		status 404
	done
	cgi info GET "info?topic="
	status 200
'

test_end
