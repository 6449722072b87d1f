# lib.sh - what the papers' tests share.  Sourced after tests/lib/lib.sh.

ANTREAN_BUILD=${ANTREAN_BUILD:-$ANTREAN_SRC}

# draw PAPER LANG PEOPLE NAMES: the sample paper as a PDF in $T/PAPER.pdf and
# its text in $T/PAPER.txt.
draw() {
	"$ANTREAN_BUILD/tests/paper/draw" "$ANTREAN_SRC/conf/fonts" \
		"$ANTREAN_SRC/htdocs/pages" "$@" >"$T/$1.pdf" 2>>"$T/log"
	# What libharu writes for UTF-8 fonts lacks a number pdftotext warns of.
	pdftotext -layout "$T/$1.pdf" "$T/$1.txt" 2>"$T/warned"
	fails grep -v begincidrange "$T/warned"
}

# holds KEY...: the words of the paper in LANG (blanks and line ends do not
# count) hold the texts of those keys up to their first hole.
holds() {
	tr -d ' \n\f' <"$T/$paper.txt" >"$T/tight"
	for key; do
		texts | tr '\n\t' '  ' | sed 's|</t>|&\n|g' |
			sed -n 's|.*<t key="'"$key"'">.*<'"$lang"'>\(.*\)</'"$lang"'>.*|\1|p' \
				>"$T/text"
		grep -q . "$T/text" || {
			echo "no text: $key"
			return 1
		}
		# the longest stretch between holes
		awk 'BEGIN { RS = "[{][a-z]*[}]" }
		{ gsub(/[ \n]/, ""); if (length($0) > length(best)) best = $0 }
		END { print best }' "$T/text" >"$T/part"
		grep -qF -f "$T/part" "$T/tight" || {
			echo "not on paper: $key: $(cat "$T/part")"
			return 1
		}
	done
}

# The files of texts that a paper is made with.
texts() {
	for file in proof roster service; do
		cat "$ANTREAN_SRC/htdocs/pages/text/$file.xml"
	done
}

# keys PREFIX: the keys of messages that begin so.
keys() {
	texts | tr '\n\t' '  ' | sed 's|</t>|&\n|g' |
		sed -n 's|.*<t key="\('"$1"'[^"]*\)"> *<id>.*|\1|p'
}

# read_codes PDF DPI FORMAT PAGE: what a reader finds on the page, by lines.
read_codes() {
	rm -f "$T"/image*
	pdftoppm -r "$2" "-$3" -f "$4" -l "$4" "$1" "$T/image" 2>/dev/null
	zbarimg --nodbus -q "$T"/image* 2>/dev/null | LC_ALL=C sort
}

# At most SIZE bytes.
at_most() {
	size=$(wc -c <"$2")
	[ "$size" -le "$1" ] && return
	echo "$2 has $size bytes, more than $1"
	return 1
}

# All fonts of the PDF are embedded subsets.
fonts_inside() {
	pdffonts "$1" 2>/dev/null | awk 'NR > 2 {
		n++
		if ($0 !~ / yes +yes +(yes|no) /) { print; bad = 1 }
	}
	END { exit bad || n < 3 }'
}
