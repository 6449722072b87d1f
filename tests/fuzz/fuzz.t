#!/bin/sh
# fuzz.t - fuzzes everything that is read from outside, 20 seconds each.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fuzz/lib.sh"
fuzz 6
