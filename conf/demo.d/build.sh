# build.sh - builds the copied sources and installs the programs.

install_dir=$state/install
share=$install_dir/share/antrean
cgidir=$install_dir/libexec/antrean
antrean=$install_dir/bin/antrean
build_log=$state/log/build.log

# build: builds and installs, unless these sources are built already.
build() {
	[ ! -f "$state/built" ] || return 0
	rm -rf "$state/build" "$install_dir"
	mkdir "$state/build"
	long "preparing the build" "$build_log" \
		sh -c 'cd "$1" && mkdir -p conf/m4 conf/build-aux && autoreconf -fi' sh "$state/src" ||
		die_of "autoreconf failed" "$build_log"
	# shellcheck disable=SC2086,SC2016
	long "looking at the compiler and the libraries" "$build_log" \
		sh -c 'cd "$1" && shift && exec "$@"' sh "$state/build" \
		"$state/src/configure" -q --prefix="$install_dir" \
		--sysconfdir="$state/etc" --localstatedir="$state/var" \
		${ANTREAN_CONFIGURE-} || die_of "configure failed" "$build_log"
	long "building (a minute)" "$build_log" \
		make -C "$state/build" -j"$(nproc)" ||
		die_of "the build failed" "$build_log"
	long "installing into $install_dir" "$build_log" \
		make -C "$state/build" install ||
		die_of "the installation failed" "$build_log"
	: >"$state/built"
}
