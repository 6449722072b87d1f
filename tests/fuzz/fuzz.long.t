#!/bin/sh
# All that is read from outside, fuzzed for ten minutes each.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fuzz/lib.sh"
fuzz 600
