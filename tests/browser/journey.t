#!/bin/sh
# journey.t - Chromium goes through all steps of an applicant without scripts, in
# a window 320 px wide.  Then pages.py measures the size of every page, checks it
# with axe-core and makes a picture of it.  ANTREAN_PICTURES names a directory
# that keeps the pages and pictures.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/browser/axe.sh"
pages=${ANTREAN_PICTURES:-$T/pages}
mkdir -p "$pages"

world_make
staff="d.hartati loket tiga di lantai dua"
antrean staff add --role officer --office jakarta-selatan --login d.hartati \
	--name "Dewi Hartati" <<-PASSWORD >>"$T/out" 2>&1
	${staff#* }
PASSWORD
/usr/bin/python3 "$here/cgi_server.py" "$ANTREAN_BUILD/cgi-bin" \
	"$T/antrean.conf" "$T/clock" "$T/log" >"$T/port" 2>"$T/server.log" &
server=$!
at_exit="kill $server 2>/dev/null; $at_exit"
wait_for 10 test -s "$T/port"
base_url=http://127.0.0.1:$(cat "$T/port")
sed -i "s,^base_url = .*,base_url = $base_url," "$T/antrean.conf"

: >"$T/log"
STAFF=$staff ANTREAN_LOG="$T/log" /usr/bin/python3 "$here/journey.py" \
	"$base_url" "$pages" "$axe" 2>"$T/journey.log"
rc=$?
[ $rc -le 1 ] || sed 's/^/# /' "$T/journey.log" "$T/server.log"
exit $rc
