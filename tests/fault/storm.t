#!/bin/sh
# storm.t - four rounds in which many people book while a process is killed.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/storm.sh"
[ -x "$ANTREAN_BUILD/tests/fault/storm" ] || test_needs storm

site_make
echo "# $columns"
storm 4 32
storm_cases
test_end
