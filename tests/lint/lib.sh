# lib.sh - what the lints share.  Sourced with the tree to look at as $1.
#
# A lint prints `file:line: words` for each offence and ends with 1 if there
# was one, 77 if a tool it needs is missing.  bad/NAME/ is a small tree that
# offends against lint NAME in every way it knows; bad/NAME/expected is what
# the lint prints on it.
set -u
export LC_ALL=C
lint=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$lint/../..}" || exit 2

# tree_files DIR... -- FIND-TEST...: files below the folders that exist.
tree_files() {
	dirs=
	while [ "$1" != -- ]; do
		[ ! -d "$1" ] || dirs="$dirs $1"
		shift
	done
	shift
	[ -n "$dirs" ] || return 0
	# shellcheck disable=SC2086
	find $dirs \( -path ./tests/lint/bad -o -path tests/lint/bad \
		-o -name .git -o -name autom4te.cache -o -name build-aux \) \
		-prune -o -type f "$@" -print | sed 's,^\./,,' | sort
}

# c_files DIR...: C sources and headers below the folders.
c_files() {
	tree_files "$@" -- -name '*.[ch]'
}

# c_awk PROGRAM FILE...: awk over C files with the functions of c.awk.
# offend(words) prints an offence at this line.
c_awk() {
	program="$(cat "$lint/c.awk")
$1"
	shift
	[ $# -eq 0 ] || awk "$program" "$@" </dev/null
}
