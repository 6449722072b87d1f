# lib.sh - functions for the tests of PDF files.  Sourced after
# tests/lib/lib.sh.

ANTREAN_BUILD=${ANTREAN_BUILD:-$ANTREAN_SRC}

# draw PAPER LANG PEOPLE NAMES: writes the sample as $T/PAPER.pdf and its text
# as $T/PAPER.txt.
draw() {
	"$ANTREAN_BUILD/tests/paper/draw" "$ANTREAN_SRC/conf/fonts" \
		"$ANTREAN_SRC/htdocs/pages" "$@" >"$T/$1.pdf" 2>>"$T/log"
# pdftotext warns about a number that libharu leaves out of UTF-8 fonts.
	pdftotext -layout "$T/$1.pdf" "$T/$1.txt" 2>"$T/warned"
	fails grep -v begincidrange "$T/warned"
}

# holds KEY...: the paper has the texts of those keys in LANG.  Compares, without
# regard to blanks and line ends, the longest piece of each text between holes.
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
	# compare the longest piece between two holes
		awk 'BEGIN { RS = "[{][a-z]*[}]" }
		{ gsub(/[ \n]/, ""); if (length($0) > length(best)) best = $0 }
		END { print best }' "$T/text" >"$T/part"
		grep -qF -f "$T/part" "$T/tight" || {
			echo "not on paper: $key: $(cat "$T/part")"
			return 1
		}
	done
}

# texts: the files of texts that the papers use.
texts() {
	for file in proof roster service; do
		cat "$ANTREAN_SRC/htdocs/pages/text/$file.xml"
	done
}

# keys PREFIX: prints the keys of messages that begin so.
keys() {
	texts | tr '\n\t' '  ' | sed 's|</t>|&\n|g' |
		sed -n 's|.*<t key="\('"$1"'[^"]*\)"> *<id>.*|\1|p'
}

# read_codes PDF DPI FORMAT PAGE: prints the codes that zbar finds on the page.
read_codes() {
	rm -f "$T"/image*
	pdftoppm -r "$2" "-$3" -f "$4" -l "$4" "$1" "$T/image" 2>/dev/null
	zbarimg --nodbus -q "$T"/image* 2>/dev/null | LC_ALL=C sort
}

# at_most SIZE FILE: the file has at most SIZE bytes.
at_most() {
	size=$(wc -c <"$2")
	[ "$size" -le "$1" ] && return
	echo "$2 has $size bytes, more than $1"
	return 1
}

# fonts_inside PDF: all its fonts are embedded subsets.
fonts_inside() {
	pdffonts "$1" 2>/dev/null | awk 'NR > 2 {
		n++
		if ($0 !~ / yes +yes +(yes|no) /) { print; bad = 1 }
	}
	END { exit bad || n < 3 }'
}
