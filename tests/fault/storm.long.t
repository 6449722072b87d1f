#!/bin/sh
# storm.long.t - fifty rounds in which many people book while a process is
# killed.
#	STORM_ROUNDS=50 STORM_PARTIES=100
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/storm.sh"
[ -x "$ANTREAN_BUILD/tests/fault/storm" ] || test_needs storm

site_make
echo "# $columns"
storm "${STORM_ROUNDS:-50}" "${STORM_PARTIES:-100}"
storm_cases
test_end
