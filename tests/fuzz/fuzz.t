#!/bin/sh
# All that is read from outside, fuzzed for 6 seconds each; fuzz.long.t takes longer.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fuzz/lib.sh"
fuzz 6
