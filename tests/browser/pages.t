#!/bin/sh
# pages.t - the checks of pages.py find the faults of a bad page.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/cgi.sh"
. "$ANTREAN_SRC/tests/browser/axe.sh"

test_case 'the faults of a bad page are found' '
	mkdir "$T/bad"
	cp "$here/sample/bad.html" "$T/bad/"
	fails /usr/bin/python3 "$here/pages.py" "$T/bad" "$axe" >"$T/said"
	has "$T/said" "label: "
	has "$T/said" "color-contrast: "
	has "$T/said" "not ok 5 - bad fits 320 px"
'
test_case 'a good page has no faults' '
	mkdir "$T/good"
	cp "$here/sample/good.html" "$T/good/"
	/usr/bin/python3 "$here/pages.py" "$T/good" "$axe"
	test -s "$T/good/good-320.png"
	test -s "$T/good/good-1280.png"
'
test_end
