# setup.sh - what tests/run does before the first test.  Sourced, plain sh.

# Needed to build; conf/demo has its own list of what it needs to run.
BUILD_PACKAGES="gcc libc6-dev make autoconf automake pkg-config libfcgi-dev
default-libmysqlclient-dev libxml2-dev libhpdf-dev libqrencode-dev libpng-dev
libsodium-dev libcurl4-openssl-dev libjansson-dev"
# Needed by the tests beside that.
TEST_PACKAGES="libcmocka-dev clang-format git xz-utils"

install_packages() {
	missing=
	for p in $BUILD_PACKAGES $TEST_PACKAGES; do
		dpkg-query -W -f '${Status}' "$p" 2>/dev/null |
			grep -q 'ok installed' || missing="$missing $p"
	done
	[ -n "$missing" ] || return 0
	if [ "$(id -u)" -ne 0 ]; then
		echo "tests/run: not installed (run as root to install):$missing" >&2
		return 0
	fi
	echo "installing:$missing"
	export DEBIAN_FRONTEND=noninteractive
	# shellcheck disable=SC2086
	{ apt-get update -q && apt-get install -y -q --no-install-recommends \
		$missing; } >/tmp/antrean-apt.log 2>&1 || {
		tail -5 /tmp/antrean-apt.log >&2
		echo "tests/run: packages could not be installed:$missing" >&2
		exit 1
	}
}

# build DIR [CONFIGURE-OPTION...]: configures and builds DIR with the tests.
build() {
	dir=$1
	shift
	mkdir -p "$dir"
	[ -x "$top/configure" ] || (cd "$top" && autoreconf -fi) >"$dir/log" 2>&1 || {
		tail -20 "$dir/log" >&2
		exit 1
	}
	(cd "$dir" && "$top/configure" -q --enable-strict --enable-test-clock \
		"$@" && make -j"$(nproc)" -s all &&
		make -j"$(nproc)" -s check TESTS=) >"$dir/log" 2>&1 || {
		tail -40 "$dir/log" >&2
		echo "tests/run: the build failed" >&2
		echo "0 passed, 1 failed"
		exit 1
	}
}
