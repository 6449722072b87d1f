# machine.sh - prepares the machine: installs packages, makes the user and the
# directory, and checks that the disk has space.

demo_user=antrean-demo
mark=$state/.antrean-demo

# needed_packages: prints the Debian packages that the demonstration needs.
needed_packages() {
	(
		# shellcheck source=/dev/null
		. "$top/tests/lib/setup.sh"
		# shellcheck disable=SC2086
		printf '%s\n' $BUILD_PACKAGES
	)
	printf '%s\n' mariadb-server-core mariadb-client spawn-fcgi multiwatch \
		curl util-linux
	[ -z "$tls" ] || echo openssl
	case $server in
	apache) printf '%s\n' apache2-bin media-types ;;
	nginx) echo nginx ;;
	esac
}

missing_packages() {
	command -v dpkg-query >/dev/null || return 0
	needed_packages | while read -r package; do
		dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null |
			grep -q 'ok installed' || printf ' %s' "$package"
	done
}

# hold_services: stops Debian from starting nginx on port 80 on its
# installation.
hold_services() {
	policy=
	[ ! -e /usr/sbin/policy-rc.d ] || return 0
	policy=/usr/sbin/policy-rc.d
	printf '#!/bin/sh\nexit 101\n' >$policy
	chmod 755 $policy
}
release_services() {
	[ -z "${policy-}" ] || rm -f "$policy"
	policy=
}

install_packages() {
	missing=$(missing_packages)
	[ -n "$missing" ] || return 0
	[ "$(id -u)" -eq 0 ] || die \
		"these Debian packages are missing; install them as root with:
    apt-get install --no-install-recommends$missing"
	DEBIAN_FRONTEND=noninteractive
	export DEBIAN_FRONTEND
	# A failure is ignored, because one bad package source among several
	# possibly does not matter: apt-get install below fails if it does.
	why=
	long "fetching the lists of Debian's packages" \
		"$state/log/apt-update.log" \
		apt-get update -q -o APT::Update::Error-Mode=any ||
		why="the lists of Debian's packages could not be fetched: is there a network?"
	hold_services
	status=0
	# shellcheck disable=SC2086
	long "installing$missing" "$state/log/apt.log" apt-get install -q -y \
		--no-install-recommends $missing || status=$?
	release_services
	[ "$status" -eq 0 ] && [ -z "$(missing_packages)" ] || die_of \
		"${why:-apt-get could not install what is missing}" \
		"$state/log/apt${why:+-update}.log"
}

check_options() {
	for number in "$port" "$tls_port"; do
		case $number in
		'' | *[!0-9]*) die "'$number' is no port: ANTREAN_PORT and ANTREAN_TLS_PORT are numbers from 1024 to 65535" ;;
		esac
		[ "$number" -ge 1024 ] && [ "$number" -le 65535 ] || die \
			"port $number is not for ordinary users: take one from 1024 to 65535"
	done
	case $state in
	/*[!A-Za-z0-9/._-]* | [!/]* | *..*) die "ANTREAN_STATE=$state: give an absolute path of letters, digits and . _ - only" ;;
	esac
	# A unix socket's path has at most 107 bytes.
	[ "${#state}" -le 70 ] || die \
		"ANTREAN_STATE=$state is too long for unix sockets: at most 70 letters"
}

# port_taken PORT: true if a process listens on PORT.  Reads /proc (state 0A is
# LISTEN), because ss is not installed everywhere.
port_taken() {
	hex=$(printf ':%04X' "$1")
	cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
		awk -v p="$hex\$" '$4 == "0A" && $2 ~ p { n++ } END { exit !n }'
}

check_ports() {
	for number in "$port" ${tls:+"$tls_port"}; do
		! port_taken "$number" || die \
			"port $number is in use by another program: choose another, for example ANTREAN_PORT=$((port + 1)) ANTREAN_TLS_PORT=$((tls_port + 1))"
	done
}

check_state_ours() {
	[ ! -L "$state" ] || die "$state is a symbolic link: name the real directory with ANTREAN_STATE"
	[ -f "$mark" ] || [ -z "$(ls -A "$state")" ] || die \
		"$state holds other things: name another directory with ANTREAN_STATE=DIR"
	owner=$(stat -c %U "$state")
	case $owner in
	"$(id -un)" | root) ;;
	"$demo_user") [ "$(id -u)" -eq 0 ] || die "$state belongs to $owner: run conf/demo as root" ;;
	*) die "$state belongs to $owner: name another directory with ANTREAN_STATE=DIR" ;;
	esac
}

check_room() {
	free_kb=$(df -Pk "$state" | awk 'NR == 2 { print $4 }')
	need_kb=500000
	[ ! -f "$state/filled" ] || need_kb=60000
	[ "$free_kb" -ge "$need_kb" ] || die \
		"only $((free_kb / 1000)) MB are free under $state, $((need_kb / 1000)) MB are needed: make room, or name another directory with ANTREAN_STATE=DIR"
}

# copy_sources: copies the sources into the directory, because nothing may write
# to the checkout.  If they have not changed, the last build is kept.
copy_sources() {
	rm -rf "$state/src.new"
	mkdir "$state/src.new"
	(
		cd "$top"
		set --
		for name in cgi-bin lib sql htdocs conf tests configure.ac \
			Makefile.am README.md LICENSE .clang-format; do
			[ ! -e "$name" ] || set -- "$@" "$name"
		done
		tar -cf - --exclude='*.o' --exclude='*.a' --exclude=.deps \
			--exclude=.dirstamp --exclude=conf/build-aux \
			--exclude='conf/m4/*.m4' "$@"
	) | tar -xf - -C "$state/src.new" || die_of "the sources could not be copied"
	sum=$(cd "$state/src.new" && find . -type f | sort |
		xargs cksum | cksum)
	sum="$sum ${ANTREAN_CONFIGURE-}"
	if [ "$sum" = "$(cat "$state/sources" 2>/dev/null)" ]; then
		rm -rf "$state/src.new"
		return 0
	fi
	rm -rf "$state/src" "$state/build" "$state/built"
	mv "$state/src.new" "$state/src"
	echo "$sum" >"$state/sources"
}

# prepare: every step that possibly needs root.
prepare() {
	mkdir -p "$state" 2>/dev/null || die \
		"$state cannot be made: name another directory with ANTREAN_STATE=DIR"
	check_state_ours
	: >"$mark" || die_of "$state cannot be written"
	exec 9>"$state/lock"
	flock -n 9 || die "another conf/demo is at work in $state: wait for it"
	mkdir -p "$state/log" "$state/run"
	for part in $parts; do
		! ours "$part" || {
			say "an earlier start did not finish: stopping what it left"
			stop_all
		}
	done
	check_ports
	check_room
	install_packages
	copy_sources
}

# become_user: root starts this script again as an ordinary user, from the copy.
become_user() {
	id "$demo_user" >/dev/null 2>&1 || {
		say "making the ordinary user $demo_user"
		useradd --system --user-group --no-create-home \
			--home-dir /nonexistent --shell /usr/sbin/nologin \
			"$demo_user" || die "the user $demo_user could not be made"
	}
	chown -R "$demo_user:$demo_user" "$state"
	trap - EXIT
	exec setpriv --reuid="$demo_user" --regid="$demo_user" --init-groups \
		env -i ANTREAN_PREPARED=yes ANTREAN_STATE="$state" \
		ANTREAN_PORT="$port" ANTREAN_TLS_PORT="$tls_port" \
		ANTREAN_CONFIGURE="${ANTREAN_CONFIGURE-}" HOME="$state" \
		sh "$state/src/conf/demo" ${command:+"$command"} \
		"--$server" \
		${tls:+--tls}
}
