# lib.sh - functions for the lints.  Sourced with the tree to check as $1.
#
# A lint prints `file:line: words` for each offence.  Its exit code is 1 if
# there was one, 77 if a tool it needs is missing.  bad/NAME/ is a small tree
# with every kind of offence against lint NAME; bad/NAME/expected is what the
# lint prints for that tree.
set -u
export LC_ALL=C
lint=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$lint/../..}" || exit 2

# tree_files DIR... -- FIND-TEST...: lists files below those folders that exist.
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

# c_files DIR...: lists C sources and headers below the folders.
c_files() {
	tree_files "$@" -- -name '*.[ch]'
}

# c_awk PROGRAM FILE...: runs awk over C files with the functions of c.awk.
# offend(words) prints an offence at the current line.
c_awk() {
	program="$(cat "$lint/c.awk")
$1"
	shift
	[ $# -eq 0 ] || awk "$program" "$@" </dev/null
}
