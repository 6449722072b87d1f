#!/bin/sh
# fuzz.long.t - fuzzes everything that is read from outside, ten minutes each.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fuzz/lib.sh"
fuzz 600
