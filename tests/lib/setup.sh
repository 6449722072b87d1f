# setup.sh - prepares a run of the tests for tests/run.  Sourced, plain sh; $top
# is the tree.

# Packages to build; conf/demo has its own list of packages to run.
BUILD_PACKAGES="gcc libc6-dev make autoconf automake pkg-config libfcgi-dev
default-libmysqlclient-dev libxml2-dev libhpdf-dev libqrencode-dev libharfbuzz-dev
libpng-dev libdeflate-dev libsodium-dev libcurl4-openssl-dev libjansson-dev"
# Packages that the tests need in addition.
TEST_PACKAGES="libcmocka-dev clang-format clang libclang-rt-14-dev git xz-utils mariadb-server-core
mariadb-client poppler-utils qpdf zbar-tools
chromium chromium-driver python3
apache2-bin media-types nginx spawn-fcgi multiwatch openssl curl lynx w3m"

# Packages that tests/run long needs in addition.
LONG_PACKAGES="valgrind"

# npm fetches axe-core.  It may be installed from another source than Debian.
command -v npm >/dev/null || TEST_PACKAGES="$TEST_PACKAGES npm"

# install_packages LOG PACKAGE...: installs the missing ones; prints their names
# if the caller is not root.
install_packages() {
	log=$1
	shift
	missing=
	for p; do
		dpkg-query -W -f '${Status}' "$p" 2>/dev/null |
			grep -q 'ok installed' || missing="$missing $p"
	done
	[ -n "$missing" ] || return 0
	if [ "$(id -u)" -ne 0 ]; then
		echo "tests: not installed (run as root to install):$missing" >&2
		return 0
	fi
	echo "installing:$missing"
	export DEBIAN_FRONTEND=noninteractive
	# shellcheck disable=SC2086
	{ apt-get update -q && apt-get install -y -q --no-install-recommends \
		$missing; } >"$log" 2>&1 || {
		tail -5 "$log" >&2
		echo "tests: packages could not be installed:$missing" >&2
		return 1
	}
}

# copy_tree DIR: copies the sources without the files of autotools or of a
# build, so that a tree that another user owns or that is configured in place
# works too.
copy_tree() {
	mkdir -p "$1"
	(cd "$top" && {
		git -c safe.directory="$top" ls-files -z -co --exclude-standard \
			2>/dev/null || find . -name .git -prune -o -type f -print0
	} | while_there | tar -cf - --null --no-recursion -T -) | tar -C "$1" -xf -
}

# while_there: drops the names of deleted files from a list separated by NUL.
while_there() {
	xargs -0 sh -c 'for f; do [ ! -e "$f" ] || printf "%s\0" "$f"; done' sh
}

# build SOURCE DIR [CONFIGURE-OPTION...]: builds SOURCE and its tests in DIR.
build() {
	source=$1
	dir=$2
	shift 2
	mkdir -p "$dir"
	{ (cd "$source" && autoreconf -fi) &&
		cd "$dir" && "$source/configure" -q --enable-strict \
		--enable-test-clock "$@" && make -j"$(nproc)" -s all &&
		make -j"$(nproc)" -s check TESTS= && cd "$top"; } >"$dir/log" 2>&1 || {
		tail -40 "$dir/log" >&2
		echo "tests/run: the build failed" >&2
		echo "0 passed, 1 failed"
		exit 1
	}
}

# programs WORK [long | NAME...]: prints the paths of the test files to run.
programs() {
	work=$1
	shift
	if [ "${1:-}" = long ]; then
		ls "$top"/tests/*/*.long.t
		return
	fi
	units=$work/build/tests/unit
	if [ ! -d "$units" ]; then
		mkdir -p "$units/none"
		printf '#!/bin/sh\necho "ok 1 - units # SKIP no cmocka"\necho 1..1\n' \
			>"$units/none/none_test"
		chmod +x "$units/none/none_test"
	fi
	for t in "$units"/*/*_test "$top"/tests/*/*.t; do
		case $t in
		*.long.t) continue ;;
		esac
		[ -x "$t" ] && [ -f "$t" ] || continue
		if [ $# -eq 0 ]; then
			echo "$t"
			continue
		fi
		for name; do
			case ${t##*/tests/} in
			*"$name"*) echo "$t" && break ;;
			esac
		done
	done
}

# end_strays WORK: ends processes that a test left running.  It finds them by
# ANTREAN_TMP in their environment, which tests/run sets.
end_strays() {
	for p in /proc/[0-9]*; do
		if grep -qsF "ANTREAN_TMP=$1/" "$p/environ"; then
			echo "tests/run: still running: $(tr '\0' ' ' <"$p/cmdline")" >&2
			kill "${p#/proc/}" 2>/dev/null || :
		fi
	done
}
