#!/bin/sh
# antrean.t - the command line program: keys, imports, openings and staff.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make
sql <<'SQL'
DELETE FROM place; DELETE FROM slot; DELETE FROM opening;
DELETE FROM closed_day; DELETE FROM office;
SQL
data=$ANTREAN_SRC/conf/data
tab=$(printf '\t')

# count TABLE-AND-WHERE: prints how many rows match.
count() {
	sql -e "SELECT COUNT(*) FROM $1"
}
# says CODE WORDS COMMAND...: the command ends with CODE and prints WORDS.
says() {
	want=$1 words=$2 rc=0
	shift 2
	"$@" >"$T/said" 2>&1 </dev/null || rc=$?
	equal "$want" "$rc"
	has "$T/said" "$words"
}
# tsv LINE...: prints a file of these lines, with a tab for each "|".
tsv() {
	printf '%s\n' "$@" | tr '|' "$tab" >"$T/file.tsv"
}

test_case 'keys are made once and only their owner may read them' '
	antrean keys "$T/new"
	equal 7 "$(find "$T/new" -type f -perm 600 | wc -l)"
	cp "$T/new/nik.sec" "$T/before"
	says 1 "has keys already" antrean keys "$T/new"
	cmp "$T/before" "$T/new/nik.sec"
'
# no_room COMMAND...: no file can become longer while it runs.
no_room() (
	trap "" XFSZ
	ulimit -f 0
	"$@"
)
test_case 'a key that cannot be written says so, once' '
	no_room antrean keys "$T/none" 2>&1 | cat >"$T/said"
	equal 1 "$(grep -c "level=fault.*key=staff.key .*errno=27" "$T/said")"
'
test_case 'the data of an installation are imported' '
	for kind in offices regions districts holidays quotas; do
		antrean import $kind "$data/$kind.tsv"
	done
	for kind in offices holidays; do
		rows=$(($(wc -l <"$data/$kind.tsv") - 1))
		case $kind in
		offices) equal $rows "$(count office)" ;;
		holidays) equal $rows "$(count closed_day)" ;;
		esac
	done
	equal "$(($(cat "$data/regions.tsv" "$data/districts.tsv" | wc -l) - 2))" \
		"$(count region)"
	equal 150 "$(sql -e "SELECT COUNT(DISTINCT office_id) FROM quota")"
'
test_case 'importing again changes nothing' '
	sql -e "CHECKSUM TABLE office, region, quota" >"$T/before"
	sql -e "SELECT day, kind, name_id, name_en, status FROM closed_day
		ORDER BY 1, 2, 3" >>"$T/before"
	for kind in offices regions districts holidays quotas; do
		antrean import $kind "$data/$kind.tsv"
	done
	sql -e "CHECKSUM TABLE office, region, quota" >"$T/after"
	sql -e "SELECT day, kind, name_id, name_en, status FROM closed_day
		ORDER BY 1, 2, 3" >>"$T/after"
	same "$T/before" "$T/after"
'
test_case 'a moved holiday replaces its old date, and closures stay' '
	sql -e "INSERT INTO closed_day (day, office_id, kind, name_id, name_en,
		status) VALUES (\"2027-03-15\", NULL, \"closure\", \"a\", \"a\", \"tetap\")"
	sed "s/^2027-03-10/2027-03-09/" "$data/holidays.tsv" >"$T/moved.tsv"
	antrean import holidays "$T/moved.tsv"
	equal 0 "$(count "closed_day WHERE day = \"2027-03-10\"")"
	equal 1 "$(count "closed_day WHERE day = \"2027-03-09\"")"
	equal 1 "$(count "closed_day WHERE day = \"2027-03-15\"")"
	antrean import holidays "$data/holidays.tsv"
'
test_case 'an import corrects an office and keeps its number and suspension' '
	sql -e "UPDATE office SET suspended_id = \"a\", suspended_en = \"b\",
		phone = \"1\" WHERE code = \"batam\""
	id=$(sql -e "SELECT id FROM office WHERE code = \"batam\"")
	antrean import offices "$data/offices.tsv"
	equal "$id a" "$(sql -e "SELECT CONCAT(id, \" \", suspended_id) FROM office
		WHERE code = \"batam\" AND phone <> \"1\"")"
	sql -e "UPDATE office SET suspended_id = NULL, suspended_en = NULL"
'
test_case 'a bad row is reported with file and line, and no row is stored' '
	before=$(count region)
	tsv "kode_nik|nama|status" "990101|Contoh|berlaku" "99|Contoh|mungkin"
	says 1 "$T/file.tsv:3: status cannot be" antrean import regions "$T/file.tsv"
	equal "$before" "$(count region)"
	tsv "kode_nik|nama|status" "9901x|Contoh|lama"
	says 1 "file.tsv:2: kode_nik cannot be" antrean import regions "$T/file.tsv"
	tsv "kode_nik|nama|status" "9901||lama"
	says 1 "file.tsv:2: nama is empty" antrean import regions "$T/file.tsv"
	tsv "kode_nik|status" "9901|lama"
	says 1 "file.tsv:1: there is no column nama" \
		antrean import regions "$T/file.tsv"
	printf "kode_nik\tnama\tstatus\n9901\t\377\tlama\n" >"$T/file.tsv"
	says 1 "file.tsv:2: this is not plain UTF-8" \
		antrean import regions "$T/file.tsv"
	says 1 "No such file" antrean import regions "$T/nowhere"
'
test_case 'columns are found by name, whatever their order' '
	tsv "status|lain|nama|kode_nik" "lama|x|Contoh Lama|9801" ""
	antrean import regions "$T/file.tsv"
	equal "Contoh Lama" "$(sql -e "SELECT name FROM region WHERE code = \"9801\"")"
'
test_case 'a holiday given twice, or on an impossible day, is refused' '
	head="tanggal|jenis|nama|nama_en|status"
	tsv "$head" "2028-01-01|libur_nasional|A|A|tetap" \
		"2028-01-01|libur_nasional|A|A|tetap"
	says 1 "file.tsv:3: this row is there twice" \
		antrean import holidays "$T/file.tsv"
	equal 0 "$(count "closed_day WHERE day > \"2028-01-01\"")"
	tsv "$head" "2027-02-29|libur_nasional|A|A|tetap"
	says 1 "tanggal cannot be" antrean import holidays "$T/file.tsv"
'
test_case 'quotas may be in minutes or times of day' '
	tsv "kelas|hari|mulai|selesai|kuota" "III TPI|1|08.00|10:00|7" \
		"III TPI|1|600|720|8"
	antrean import quotas "$T/file.tsv"
	equal "480 600 7,600 720 8" "$(sql -e "SELECT GROUP_CONCAT(DISTINCT
		CONCAT_WS(\" \", start_minute, end_minute, places)) FROM quota q
		JOIN office o ON o.id = q.office_id WHERE class = \"III TPI\"")"
	tsv "kelas|hari|mulai|selesai|kuota" "III TPI|1|480|600|7" \
		"III TPI|1|590|720|8"
	says 1 "file.tsv:3: this period is impossible" \
		antrean import quotas "$T/file.tsv"
	tsv "kelas|hari|mulai|selesai|kuota" "III TPI|1|08.61|600|7"
	says 1 "mulai cannot be" antrean import quotas "$T/file.tsv"
	antrean import quotas "$data/quotas.tsv"
'

open_week() {
	antrean open --opens "2026-11-27 14:00" --closes "2026-12-06 16:00" "$@"
}
test_case 'an opening makes the places of the template' '
	open_week --from 2026-12-07 --to 2026-12-18 >"$T/said"
	has "$T/said" "slots: 4500"
	equal "$(sql -e "SELECT 2 * SUM(places) FROM quota")" "$(count place)"
	equal "$(count place)" "$(sed -n "s/^places: //p" "$T/said")"
	equal 0 "$(count "slot s WHERE WEEKDAY(day) > 4")"
	equal 0 "$(sql -e "SELECT COUNT(*) FROM slot s JOIN quota q
		ON q.office_id = s.office_id AND q.weekday = WEEKDAY(s.day) + 1
		AND q.start_minute = s.start_minute WHERE q.places <>
		(SELECT COUNT(*) FROM place p WHERE p.slot_id = s.id)")"
'
test_case 'each office opens at 14.00 of its own local time' '
	equal "420 07:00,480 06:00,540 05:00" "$(sql -e "SELECT GROUP_CONCAT(DISTINCT
		CONCAT(utc_offset, \" \", TIME_FORMAT(opens_at, \"%H:%i\"))
		ORDER BY utc_offset) FROM opening JOIN office o ON o.id = office_id")"
'
test_case 'a second opening adds no rows, not even an empty opening' '
	before=$(count opening)
	open_week --from 2026-12-07 --to 2026-12-18 >"$T/said"
	has "$T/said" "slots: 0"
	has "$T/said" "kept: 4500"
	equal "$before" "$(count opening)"
'
test_case 'a longer range adds only the new days' '
	open_week --from 2026-12-18 --to 2026-12-21 --office batam >"$T/said"
	has "$T/said" "days: 1"
	has "$T/said" "kept: 3"
'
test_case 'a changed template does not add periods to a day that has some' '
	sql -e "UPDATE quota SET start_minute = start_minute + 30,
		end_minute = end_minute + 30 WHERE office_id =
		(SELECT id FROM office WHERE code = \"batam\")"
	open_week --from 2026-12-07 --to 2026-12-11 --office batam >"$T/said"
	has "$T/said" "slots: 0"
	antrean import quotas "$data/quotas.tsv"
'
test_case 'two commands that open the same days at once make them once' '
	open_week --from 2027-01-18 --to 2027-01-22 --unconfirmed-year >"$T/one" &
	one=$!
	open_week --from 2027-01-18 --to 2027-01-22 --unconfirmed-year >"$T/two"
	wait $one
	equal 2250 "$(($(sed -n "s/^slots: //p" "$T/one") +
		$(sed -n "s/^slots: //p" "$T/two")))"
	equal 2250 "$(count "slot WHERE day >= \"2027-01-18\"")"
	equal 0 "$(count "opening p WHERE NOT EXISTS
		(SELECT 1 FROM slot s WHERE s.opening_id = p.id)")"
'
test_case 'holidays and closures of the office get no slots' '
	batam=$(sql -e "SELECT id FROM office WHERE code = \"batam\"")
	sql -e "INSERT INTO closed_day (day, office_id, kind, name_id, name_en,
		status) VALUES (\"2026-12-22\", $batam, \"closure\", \"a\", \"a\", \"resmi\")"
	open_week --from 2026-12-22 --to 2026-12-25 --office batam >"$T/said"
	has "$T/said" "closed: 3"
	has "$T/said" "days: 1"
	open_week --from 2026-12-22 --to 2026-12-22 --office medan >"$T/said"
	has "$T/said" "days: 1"
'
test_case 'a year without its decree is opened only with --unconfirmed' '
	says 1 "is '\''resmi'\'' yet" open_week --from 2027-01-04 --to 2027-01-08 \
		--office batam
	says 0 "predicted holiday" open_week --from 2027-01-04 --to 2027-01-08 \
		--office batam --unconfirmed-year
	has "$T/said" "closed: 1"
	equal 0 "$(count "slot WHERE day = \"2027-01-05\"")"
'
test_case 'a bad range, office or time is refused' '
	says 1 "from 1 to 92 days" open_week --from 2026-12-18 --to 2026-12-07
	says 1 "from 1 to 92 days" open_week --from 2026-01-01 --to 2026-12-07
	says 1 "no office" open_week --from 2026-12-07 --to 2026-12-07 --office nowhere
	says 2 "cannot be" open_week --from 2026-12-07 --to 2026-12-32
	says 2 "usage" open_week --from 2026-12-07
	says 2 "usage" antrean open --nonsense
'

test_case 'staff sign in with the password given or with a generated one' '
	echo "sandi yang panjang" | antrean staff add --role admin --office batam \
		--login kepala --name "Kepala Contoh" >"$T/said"
	equal 0 "$(wc -c <"$T/said")"
	says 0 "password: " antrean staff add --role national --login pusat \
		--name Pusat
	equal 2 "$(count "staff WHERE password LIKE \"\$argon2id\$%\"")"
'
test_case 'a short password, a taken login and a wrong role are refused' '
	echo "pendek" | fails antrean staff add --role national --login b --name B
	says 1 "is taken" antrean staff add --role national --login pusat --name P
	says 1 "national is of none" antrean staff add --role national \
		--office batam --login c --name C
	says 1 "national is of none" antrean staff add --role officer --login c \
		--name C
	says 1 "a login has" antrean staff add --role national --login "C D" --name C
	says 1 "no office" antrean staff add --role officer --office nowhere \
		--login c --name C
	says 2 "usage" antrean staff add --role national
	equal 2 "$(count staff)"
'
test_case 'staff are disabled once and stay on record' '
	antrean staff disable kepala
	says 1 "nobody has the login" antrean staff disable kepala
	says 1 "nobody has the login" antrean staff disable nobody
	equal 1 "$(count "staff WHERE disabled_at IS NOT NULL")"
'
test_case 'a password longer than the buffer is refused' '
	head -c 300 /dev/zero | tr "\\0" a >"$T/long"
	fails antrean staff add --role national --login panjang \
		--name Panjang <"$T/long" >"$T/said" 2>&1
	has "$T/said" "at most 254 bytes"
	equal 0 "$(count "staff WHERE login = \"panjang\"")"
'

test_case 'every command writes to the audit' '
	equal "file,office,staff" "$(sql -e "SELECT GROUP_CONCAT(DISTINCT object)
		FROM audit WHERE actor = \"system\"")"
'
test_case 'without a database the command reports it and fails' '
	db_kill
	says 1 "the database cannot now" antrean import offices "$data/offices.tsv"
	db_again
'
test_case 'no command, and an unknown one, show the usage' '
	says 2 "usage:" antrean
	says 2 "usage:" antrean nonsense
	says 2 "usage:" antrean import nonsense "$data/offices.tsv"
'
test_end
