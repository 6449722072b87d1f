#!/bin/sh
# lint.t - every lint finds no offence in the tree and all offences in its
# sample.
. "$(dirname "$0")/../lib/lib.sh"
lints=$ANTREAN_SRC/tests/lint

# make_commits: makes a repository with the messages of bad/commit.
make_commits() {
	mkdir "$T/commit"
	git -C "$T/commit" init -q
	while IFS= read -r message; do
		git -C "$T/commit" -c user.name=Test -c user.email=test@example.org \
			-c commit.gpgsign=false commit -q --allow-empty -m "$message"
	done <"$lints/bad/commit/messages"
}

# run_lint LINT TREE: runs LINT without the hashes of commits in its output, which
# differ from run to run.
run_lint() {
	"$lints/$1" "$2" >"$T/said" && lint_rc=0 || lint_rc=$?
	case $1 in
	commit) sed -i 's/^[0-9a-f]*:/COMMIT:/' "$T/said" ;;
	esac
	return $lint_rc
}

for l in "$lints"/*; do
	l=${l##*/}
	case $l in
	*.* | bad) continue ;;
	esac
	tree_rc=0
	run_lint "$l" "$ANTREAN_SRC" || tree_rc=$?
	mv "$T/said" "$T/said_of_tree"
	if [ $tree_rc -ne 77 ]; then
		test_case "$l: nothing in the tree" '
			cat "$T/said_of_tree"
			equal 0 "$tree_rc"
		'
		test_case "$l: all in the bad sample" '
			sample=$lints/bad/$l
			if [ "$l" = commit ]; then
				make_commits
				sample=$T/commit
			fi
			rc=0
			run_lint "$l" "$sample" || rc=$?
			same "$lints/bad/$l/expected" "$T/said"
			equal 1 "$rc"
		'
	else
		test_skip "$l: nothing in the tree" "its tool is not installed"
		test_skip "$l: all in the bad sample" "its tool is not installed"
	fi
done
test_end
