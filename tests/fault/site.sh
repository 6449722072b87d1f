# site.sh - the data of world.sh behind real servers: all programs under
# conf/supervise, and Apache and nginx with the files of conf/.  Sourced after
# lib.sh; sources world.sh and people.sh.
#
#	site_make [PROGRAM...]	world_make, then all programs and both servers.
#				death can kill the named PROGRAMs.  $web is the
#				address of the server in use
#	site_case NAME BODY	a test_case that checks the programs' log too
#	serve apache|nginx	sets the server in use
#	cgi, submit, follow ...	as in cgi.sh, but over HTTP
#	programs_start, programs_stop, web_start, web_stop [-9]
#	pids PROGRAM		prints the pids of its processes, one a line
#	death PROGRAM PLACE	the next process that gets there dies, see death.c
#	stored_left SLOT, shown_left SLOT	print its free places
#	places SLOT N		gives a period N free places
#	review SLOT, press, booked N	the last steps of a booking, and the sum
# If root starts the test, all of it runs as nobody, so that the programs have
# no special rights (an administrator may write to a read-only database).

. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"

state=$T/site
share=$state/share
run=$state/run
tls=
tls_port=
nginx_tls_port=
site_conf=$T/antrean.conf
	# What a program has acknowledged must survive the death of the server.
db_options=--innodb-flush-log-at-trx-commit=1
port=$(free_port)
nginx_port=$((port + 1))
base_url=http://127.0.0.1:$port
site_user=$(id -un)
as=
[ "$(id -u)" -ne 0 ] || {
	site_user=nobody
	as="setpriv --reuid=nobody --regid=nogroup --clear-groups"
}
. "$ANTREAN_SRC/conf/demo.d/web.sh"

# site_fill: fills in the files of conf/ with the paths of this site.
site_fill() {
	mkdir -p "$share/conf" "$share/static" "$state/libexec" "$state/log" \
		"$state/tmp"
	for kind in apache nginx; do
		mkdir "$share/$kind"
		"$ANTREAN_SRC/conf/generate" "$kind" \
			>"$share/$kind/antrean-programs.conf.in"
		for file in "$ANTREAN_SRC/conf/$kind"/*.in \
			"$share/$kind/antrean-programs.conf.in"; do
			name=${file##*/}
			sed -e "s|@confdir@|$state/etc/antrean|g" \
				-e "s|@staticdir@|$share/static|g" \
				-e "s|@rundir@|$run|g" \
				-e "s|@apachedir@|$share/apache|g" \
				-e "s|@nginxdir@|$share/nginx|g" "$file" \
				>"$share/$kind/${name%.in}"
		done
	done
	cp "$ANTREAN_SRC"/htdocs/static/* "$share/static"
	cp -R "$ANTREAN_SRC/htdocs/pages" "$ANTREAN_SRC/conf/fonts" "$share"
	cp "$ANTREAN_SRC/conf/supervise" "$ANTREAN_SRC/conf/programs" "$share/conf"
	# a program of several files is in a folder of its name
	for name in $("$ANTREAN_SRC/conf/generate" names); do
		ln -sf "$(program "${name%%-*}")" "$state/libexec/${name%%-*}"
	done
	write_apache >"$state/apache.conf"
	(
		port=$nginx_port tls_port=$nginx_tls_port
		write_nginx
	) >"$state/nginx.conf"
	chmod -R go+rX "$share"
}

site_make() {
	test_needs curl apache2 nginx spawn-fcgi multiwatch
	world_make
	nikhash_stop # the supervisor starts another
	# Programs keep what they read for some seconds.  The clock must run, or
	# that time never ends.
	clock_set "$world_now" 1
	{
		site_fill && mv "$T/keys" "$T/run" "$state"
		sed -e "s|^\(pages_dir = \).*|\1$share/pages|" \
			-e "s|^\(style_file = \).*|\1$share/static/style.css|" \
			-e "s|^\(fonts_dir = \).*|\1$share/fonts|" \
			-e "s|^\(keys_dir = \).*|\1$state/keys|" \
			-e "s|^\(run_dir = \).*|\1$run|" \
			"$T/antrean.conf" >"$T/conf.new" &&
			mv "$T/conf.new" "$T/antrean.conf"
		sql -e "CREATE USER IF NOT EXISTS '$site_user'@localhost
			IDENTIFIED VIA unix_socket;
			GRANT ALL ON antrean.* TO '$site_user'@localhost"
		touch "$state/log/programs.log" "$state/log/apache-error.log" \
			"$state/log/nginx-error.log"
		chown -R "$site_user" "$state"
	} >"$T/out" 2>&1 || {
		sed 's/^/# /' "$T/out"
		echo "Bail out! no site"
		exit 1
	}
	at_exit="web_stop; programs_stop; $at_exit"
	[ $# -eq 0 ] || mortal "$@"
	programs_start
	web_start
	serve nginx
}

programs_start() {
	# shellcheck disable=SC2086
	ANTREAN_CONF=$site_conf ANTREAN_CLOCK=$T/clock setsid $as \
		sh "$share/conf/supervise" "$state/libexec" "$run" \
		"$state/log/programs.log" </dev/null \
		>>"$state/log/programs.log" 2>&1 &
	echo $! >"$state/supervise.pid"
	wait_for 20 programs_listen
}

# programs_listen: a process listens on each socket (a socket file exists
# before).
programs_listen() {
	for name in $(awk -F '\t' '/^[^#]/ && $2 != "!" { print $1 }' \
		"$share/conf/programs"); do
		grep -q " 00010000 .* $run/$name.sock\$" /proc/net/unix || return 1
	done
}

# gone PID: the process has ended.
gone() {
	! kill -s 0 "$1" 2>/dev/null ||
		grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

# end_of FILE SIGNAL: ends the process whose pid is in FILE, and waits for it.
end_of() {
	[ -f "$1" ] || return 0
	end_pid=$(cat "$1")
	rm -f "$1"
	kill -s "$2" "$end_pid" 2>/dev/null
	wait_for 30 gone "$end_pid"
}

programs_stop() {
	end_of "$state/supervise.pid" TERM
}

apache_start() {
	# shellcheck disable=SC2086
	setsid $as apache2 -D FOREGROUND -f "$state/apache.conf" </dev/null \
		>>"$state/log/apache-error.log" 2>&1 &
	echo $! >"$state/apache.pid"
}
nginx_start() {
	# shellcheck disable=SC2086
	setsid $as nginx -g 'daemon off;' -p "$state/" \
		-e "$state/log/nginx-error.log" -c "$state/nginx.conf" \
		</dev/null >>"$state/log/nginx-error.log" 2>&1 &
	echo $! >"$state/nginx.pid"
}
web_start() {
	apache_start
	nginx_start
	wait_for 20 web_answers
}

web_answers() {
	curl -s -o /dev/null "$base_url/static/404.html" &&
		curl -s -o /dev/null "http://127.0.0.1:$nginx_port/static/404.html"
}

# web_stop [-9]: ends both servers and all their workers.
web_stop() {
	for server in apache nginx; do
		[ -f "$state/$server.pid" ] || continue
		[ -z "${1-}" ] || kill -9 -- "-$(cat "$state/$server.pid")"
		end_of "$state/$server.pid" TERM
	done
}

serve() {
	case $1 in
	apache) web=$base_url ;;
	nginx) web=http://127.0.0.1:$nginx_port ;;
	esac
}

pids() {
	watch=$(cat "$run/$1.pid")
	tr -s ' ' '\n' <"/proc/$watch/task/$watch/children"
}

# cgi: as in cgi.sh, but over HTTP.  If there is no answer, or only a part of
# one, the status is 000.
cgi() {
	touch "$T/jar"
	cookie=$(awk '{ printf "%s%s=%s", (NR > 1 ? "; " : ""), $1, $2 }' "$T/jar")
	cgi_path=$3
	if [ "$2" = POST ]; then
		printf '%s' "${4-}" >"$T/form"
		set -- --data-binary "@$T/form"
	else
		set --
	fi
	: >"$T/raw_head"
	: >"$T/body"
	if curl -sS --max-time 40 "$@" -H "Cookie: $cookie" -D "$T/raw_head" \
		-o "$T/body" -w '%{http_code}' "$web/$cgi_path" >"$T/status"; then
		tr -d '\r' <"$T/raw_head" >"$T/head"
		awk -f "$ANTREAN_SRC/tests/lib/jar.awk" "$T/jar" "$T/head" >"$T/jar.new"
		mv "$T/jar.new" "$T/jar"
	else
		: >"$T/head"
		echo 000 >"$T/status"
	fi
}

# review SLOT: opens the review page of SLOT for the holder of the account.
review() {
	cgi booking GET "booking?slot=$1&kind=baru&n=1"
	status 200
	who=$(sed -n 's/.*name="who-0" value="\([0-9]*\)".*/\1/p' "$T/body" | head -n 1)
	submit booking booking "who-0=$who&kind-0=baru"
	status 200
	cp "$T/body" "$T/review"
}

# press: presses the button of that page, also a second time.
press() {
	cp "$T/review" "$T/body"
	submit booking booking "declare=1"
}

# stored_left SLOT: prints the free places in the database.
stored_left() {
	sql -e "SELECT COUNT(*) FROM place p LEFT JOIN applicant a
		ON a.slot_id = p.slot_id AND a.seat_no = p.seat_no
		WHERE p.slot_id = $1 AND a.id IS NULL"
}

# shown_left SLOT [DAY]: prints the free places on the page of the week from DAY
# on.
shown_left() {
	cgi slot GET "slot?office=jakarta-selatan${2:+&from=$2}"
	[ "$(cat "$T/status")" = 200 ] || return 1
	tr '<' '\n' <"$T/body" | awk -v id="\"$1\"" '
		/^input/ { here = index($0, "value=" id) }
		here && sub(/^span class="q">sisa /, "") { print; exit }'
}

# booked N: the database has N bookings, and all are complete.
booked() {
	equal "$1 0" "$(sql -e "SELECT COUNT(*), COALESCE(SUM(party <>
		(SELECT COUNT(*) FROM applicant a WHERE a.booking_id = b.id
		AND a.seat_no IS NOT NULL)), 0) FROM booking b" | tr '\t' ' ')"
}

# mortal PROGRAM...: loads death.c into these programs.
mortal() {
	mkdir -p "$state/death"
	chmod 777 "$state/death"
	for name; do
		rm "$state/libexec/$name"
		cat >"$state/libexec/$name" <<-END
			#!/bin/sh
			export DEATH=$state/death
			export LD_PRELOAD=$ANTREAN_BUILD/tests/fault/death.so
			export ASAN_OPTIONS=\${ASAN_OPTIONS-}:verify_asan_link_order=0
			exec "$(program "$name")" "\$@"
		END
		chmod 755 "$state/libexec/$name"
	done
}

# death PROGRAM PLACE: kills the next process that reaches that point.
death() {
	echo "$2" >"$state/death/.$1"
	chmod 644 "$state/death/.$1"
	mv "$state/death/.$1" "$state/death/$1"
}

# places SLOT N: gives the slot N free places.
places() {
	sql -e "SET @slot = $1;
		DELETE FROM place WHERE slot_id = @slot AND seat_no NOT IN
			(SELECT seat_no FROM applicant
			WHERE slot_id = @slot AND seat_no IS NOT NULL);
		INSERT IGNORE INTO place (slot_id, seat_no)
			SELECT @slot, 1000 + seq FROM seq_1_to_$2"
}

site_log() {
	cat "$state/log/programs.log" >>"$T/log"
	: >"$state/log/programs.log"
}

site_case() {
	test_case "$1" "$2
		site_log"
}
