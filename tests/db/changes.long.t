#!/bin/sh
# changes.long.t - changes.t with a transaction that lasts twenty seconds.
ANTREAN_HOLD=20 exec "$(dirname "$0")/changes.t"
