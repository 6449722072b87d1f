#!/bin/sh
# All that is read from outside, fuzzed for 20 seconds each.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fuzz/lib.sh"
fuzz 20
