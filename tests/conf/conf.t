#!/bin/sh
# conf.t - settings, numbers and lists that are in two files agree, and the data
# fit.
. "$(dirname "$0")/../lib/lib.sh"
conf=$ANTREAN_SRC/conf
data=$conf/data

# settings: prints "name default" for each setting in the table of conf.c whose
# default is not a path of the installation.
settings() {
	tr -s '\n\t' ' ' <"$ANTREAN_SRC/lib/base/conf.c" | grep -oE \
		'\{"[a-z_]+", (TEXT|COUNT|FLAG), [^}]*\}' |
		sed -nE 's/^\{"([a-z_]+)".*\), *("([^"]*)"|[A-Z]+)\}$/\1 \3/p'
}

test_case 'sign-in programs have a higher nice value than booking, under systemd too' '
	"$conf/generate" service session >"$T/session"
	"$conf/generate" service booking >"$T/booking"
	has "$T/session" Nice=10
	has "$T/session" CPUWeight=10
	has "$T/booking" Nice=0
	has "$T/booking" CPUWeight=100
'
test_case 'session has more processes than turns and waiting places' '
	turns=4 # the most, unless antrean.conf sets more
	waiting=$(sed -n "s/^#define SEMAPHORE_WAITING \([0-9]*\).*/\1/p" \
		"$ANTREAN_SRC/lib/base/semaphore.h")
	started=$(awk "\$1 == \"session\" { print \$4 }" "$conf/programs")
	test "$started" -gt $((turns + waiting))
'
test_case 'every socket of a server has a queue of 4096' '
	grep -h "^[ 	]*listen " "$conf"/nginx/*.in >"$T/listen"
	equal 3 "$(grep -c "backlog=4096;" "$T/listen")"
	equal "" "$(grep -v "backlog=4096;" "$T/listen")"
	has "$conf/apache/antrean-mpm.conf.in" "ListenBacklog 4096"
	has "$conf/systemd/program.socket.in" "Backlog=4096"
	has "$conf/supervise" "-b 4096"
'
# The parts of Debian's nginx.conf that matter to the programs.
cat >"$T/nginx.conf" <<-END
	user www-data;
	worker_processes auto;
	pid /run/nginx.pid;

	events {
	        worker_connections 768;
	        # multi_accept on;
	}

	http {
	}
END
test_case 'the commands of the README replace the connections of nginx.conf' '
	sed -n "/^    sed -i -e .*worker_processes/,/nginx.conf\$/p" \
		"$conf/README.md" >"$T/command"
	sed -i "s|/etc/nginx/nginx.conf|$T/nginx.conf|" "$T/command"
	sh "$T/command"
	cat >"$T/want" <<-END
		user www-data;
		pid /run/nginx.pid;

		include /usr/share/antrean/nginx/antrean-main.conf;

		http {
		}
	END
	same "$T/want" "$T/nginx.conf"
'
test_case 'antrean.conf shows every setting with its default' '
	settings >"$T/settings"
	test "$(wc -l <"$T/settings")" -ge 15
	while read -r name preset; do
		line=$(grep "^# $name =" "$conf/antrean.conf.in") ||
			{ echo "$name is not shown"; exit 1; }
		case $line in
		*@*) ;;
		*) equal "# $name =${preset:+ $preset}" "$line" ;;
		esac
	done <"$T/settings"
'
test_case 'antrean.conf shows no unknown setting' '
	settings | cut -d" " -f1 | sort >"$T/want"
	sed -n "s/^# \([a-z_]*\) =.*/\1/p" "$conf/antrean.conf.in" | sort >"$T/got"
	same "$T/want" "$T/got"
'
test_case 'the manual page describes every setting' '
	settings | while read -r name _; do
		grep -q "^\.It Cm.* $name\b" "$conf/man/antrean.conf.5.in" ||
			{ echo "$name is not told"; exit 1; }
	done
'
test_case 'every office has a class with a week template' '
	awk -F "\t" "NR == 1 { for (i = 1; i <= NF; i++) if (\$i == \"kelas\") k = i }
		NR > 1 { print \$k }" "$data/offices.tsv" | sort -u >"$T/classes"
	awk -F "\t" "NR > 1 { print \$1 }" "$data/quotas.tsv" | sort -u >"$T/quotas"
	equal "" "$(comm -23 "$T/classes" "$T/quotas")"
'
test_case 'no periods of a day overlap' '
	equal "" "$(sort -t "	" -k 1,1 -k 2,2n -k 3,3n "$data/quotas.tsv" |
		awk -F "\t" "\$1 FS \$2 == last && \$3 < end || \$3 >= \$4 && NR > 1 &&
			\$3 ~ /^[0-9]/ { print } { last = \$1 FS \$2; end = \$4 }")"
'
test_case 'every holiday has a name in both languages, on its weekday' '
	tail -n +2 "$data/holidays.tsv" | while IFS="	" read -r day weekday \
		kind name rest; do
		english=${rest##*	}
		test -n "$name" && test -n "$english"
		test "$english" != "$name"
		case $kind in libur_nasional | cuti_bersama) ;; *) exit 1 ;; esac
		set -- Minggu Senin Selasa Rabu Kamis Jumat Sabtu
		shift "$(date -d "$day" +%w)"
		equal "$1" "$weekday"
	done
'
test_case 'the data hold no WhatsApp number of a real office' '
	equal "" "$(grep -oE "[+]62[0-9]+" "$data/offices.tsv")"
	awk -F "\t" "NR == 1 { for (i = 1; i <= NF; i++)
			if (\$i ~ /^nomor_/) col[i] = 1; next }
		{ for (i in col) if (\$i != \"\") exit 1 }" "$data/offices.tsv"
'
test_case 'the data name the source of the region codes and its licence' '
	has "$data/README.md" "cahyadsn/wilayah"
	has "$data/README.md" "MIT License"
'
if command -v apache2 curl >/dev/null; then
	test_case 'Apache records no request for mod_status' '
		port=$(free_port)
		{
			for module in mpm_event authz_core status; do
				echo "LoadModule ${module}_module" \
					"/usr/lib/apache2/modules/mod_$module.so"
			done
			[ "$(id -u)" -ne 0 ] || printf "User nobody\nGroup nogroup\n"
			cat <<-END
				ServerName 127.0.0.1
				DefaultRuntimeDir $T
				PidFile $T/apache.pid
				ErrorLog $T/apache.log
				Mutex pthread
				Listen 127.0.0.1:$port
				ExtendedStatus On
				Include $conf/apache/antrean-mpm.conf.in
				<Location /status>
				SetHandler server-status
				</Location>
			END
		} >"$T/apache.conf"
		apache2 -D FOREGROUND -f "$T/apache.conf" &
		apache=$!
		trap "kill $apache; wait $apache" EXIT
		wait_for 10 curl -s -o "$T/status" "http://127.0.0.1:$port/status?auto"
		has "$T/status" BusyWorkers
		lacks "$T/status" "Total Accesses"
	'
else
	test_skip 'Apache notes no request for mod_status' 'no Apache'
fi
if command -v systemd-analyze >/dev/null; then
	test_case 'systemd accepts the units of every program' '
		mkdir "$T/units"
		cp "$conf/systemd/antrean.target" "$T/units/"
		for kind in service socket; do
			names=names
			[ $kind = service ] || names=sockets
			for program in $("$conf/generate" $names); do
				"$conf/generate" "$kind" "$program" |
					sed -e "s|@rundir@|/run/antrean|" \
					-e "s|@cgidir@.*|/bin/true|" \
					-e "s|/usr/bin/multiwatch|/bin/true|" \
					-e /^Documentation/d \
					>"$T/units/antrean-$program.$kind"
			done
		done
		systemd-analyze verify "$T"/units/* 2>"$T/said" || true
		equal "" "$(grep "$T/units" "$T/said")"
	'
else
	test_skip 'systemd takes the units of every program' 'no systemd'
fi
test_end
