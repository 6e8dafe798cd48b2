#!/bin/sh
# Renders the pictures of README.md anew, without a window, by the program as it is built now:
#   sh tests/scenes/readme.sh [low|medium|high]
set -eu
tier=${1:-high}
root=$(cd "$(dirname "$0")/../.." && pwd)
tactus=${TACTUS:-$root/build/release/engine/tactus}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
# A loaded stroke half way up the back: the usual moment of the scene is a light one.
"$tactus" --screenshot "$root/tests/images/readme/session.png" --scene stroke --at 37.6 --tier "$tier" \
    --setting half --data "$data"
for picture in talk:talk clients:clients layers:layers phases:phases tools:tools tones:tones; do
    "$tactus" --screenshot "$root/tests/images/readme/${picture%:*}.png" --scene "${picture#*:}" --tier "$tier" \
        --setting half --data "$data"
done
