#!/bin/sh
# country.t - the public pages with all real offices: their size, and near
# offices.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make
antrean=$(program antrean)
data=$ANTREAN_SRC/conf/data

tool() {
	ANTREAN_CONF="$T/antrean.conf" ANTREAN_CLOCK="$T/clock" "$antrean" "$@"
}

# The offices of conf/data: two weeks are open, one more opens later.  Every
# second office of Jawa Barat has one place left.
country_make() {
	for table in place slot opening office closed_day; do
		echo "DELETE FROM $table;"
	done | sql
	tool import offices "$data/offices.tsv" &&
		tool import holidays "$data/holidays.tsv" &&
		tool import quotas "$data/quotas.tsv" &&
		tool open --from 2026-12-07 --to 2026-12-18 \
			--opens '2026-12-04 14:00' --closes '2026-12-18 12:00' &&
		tool open --from 2026-12-21 --to 2026-12-23 \
			--opens '2026-12-11 14:00' --closes '2026-12-23 12:00' &&
		sql -e "DELETE p FROM place p JOIN slot s ON s.id = p.slot_id
			JOIN office f ON f.id = s.office_id
			WHERE f.province_code = '32' AND f.id % 2 = 0
			AND s.day < '2026-12-19'
			AND (p.seat_no > 1 OR s.day <> '2026-12-15'
				OR s.start_minute <> 480)"
}

# light PROGRAM PATH...: each page has at most 14,336 bytes, in both languages.
light() {
	program=$1
	shift
	for page; do
		case $page in *\?*) other="$page&lang=en" ;; *) other="$page?lang=en" ;; esac
		for p in "$page" "$other"; do
			cgi "$program" GET "$p"
			status 200
			n=$(wc -c <"$T/body")
			[ "$n" -le 14336 ] || { echo "$p has $n bytes" && return 1; }
		done
	done
}

test_case 'the data of all offices can be loaded' '
	country_make
	equal 150 "$(sql -e "SELECT COUNT(*) FROM office")"
'

test_case 'the list of provinces stays light when open' '
	light home ""
	light office "office" "office?kind=habis&n=5"
	equal "$(sql -e "SELECT COUNT(DISTINCT province_code) FROM office")" \
		"$(grep -o "office?province=" "$T/body" | wc -l | tr -d " ")"
'

test_case 'the list of provinces stays light when all of it opens later' '
	clock_set "2026-12-04 11:00 +0700"
	light home ""
	light office "office?kind=habis&n=5"
	says "Not yet open from Friday, 4 December, 14.00 WIT"
	clock_set "$world_now"
'

test_case 'the largest provinces stay light' '
	for code in $(sql -e "SELECT province_code FROM office
		GROUP BY province_code ORDER BY COUNT(*) DESC LIMIT 6"); do
		light office "office?province=$code&kind=habis&n=5"
	done
'

test_case 'this week and the next week of an office stay light' '
	for code in jakarta-selatan bandung jayapura; do
		light slot "slot?office=$code&kind=habis&n=5" \
			"slot?office=$code&kind=habis&n=5&from=2026-12-14" \
			"slot?office=$code&kind=habis&n=5&from=2026-12-21"
	done
'

# An office of Jawa Barat with one place left.
poor=$(sql -e "SELECT code FROM office WHERE province_code = '32'
	AND id % 2 = 0 AND latitude IS NOT NULL ORDER BY id LIMIT 1")

test_case 'an office with one place has room for one person and not for two' '
	cgi slot GET "slot?office=$poor&n=1"
	has "$T/body" "slot?office=$poor&amp;n=1&amp;from=2026-12-15"
	cgi slot GET "slot?office=$poor&n=1&from=2026-12-15"
	equal 1 "$(grep -o "type=\"radio\"" "$T/body" | wc -l | tr -d " ")"
	cgi slot GET "slot?office=$poor&n=2&from=2026-12-15"
	lacks "$T/body" "type=\"radio\""
	says "sisa 1, kurang untuk 2 orang"
'

test_case 'for two it names the three nearest offices that have places' '
	cgi slot GET "slot?office=$poor&n=2"
	sed -n "/Kantor terdekat/,/<.ul>/p" "$T/body" |
		grep -o "slot?office=[a-z-]*" | sed "s/.*=//" >"$T/named"
	sql -e "SELECT f.code FROM office f, office g WHERE g.code = \"$poor\"
		AND f.id <> g.id AND f.latitude IS NOT NULL
		AND NOT (f.province_code = \"32\" AND f.id % 2 = 0)
		ORDER BY POW(f.latitude - g.latitude, 2) + POW((f.longitude
		- g.longitude) * COS(RADIANS((f.latitude + g.latitude) / 2)), 2)
		LIMIT 3" >"$T/nearest"
	equal 3 "$(wc -l <"$T/nearest" | tr -d " ")"
	same "$T/nearest" "$T/named"
'

test_end
