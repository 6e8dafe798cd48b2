#!/bin/sh
# Makes the golden recordings of this version anew, from the strokes beside them, signed by a station of their own.
#   sh tests/data/recordings/make.sh [BUILD]
# Only after the simulation was changed on purpose, together with a new version in CMakeLists.txt: then move the old
# ones away, for a program of their version to verify.
set -eu
build=${1:-build/release}
tactus_sim=$build/sim/tactus-sim
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# record NAME DRILL SETTING: the strokes NAME.csv become the recording NAME.tactus.
record() {
    "$tactus_sim" run --drill "$2" --strokes "$here/$1.csv" --setting "$3" --record "$made/$1.tactus" >/dev/null
    mkdir "$made/$1"
    cp "$here/station.key" "$made/$1/"
    "$tactus_sim" records import --data "$made/$1" --student "Golden Student" "$made/$1.tactus" >/dev/null
    "$tactus_sim" records export --data "$made/$1" --folder "$made/$1/out" >/dev/null
    cp "$made/$1"/out/*.tactus "$here/$1.tactus"
}

record one-hand long-lines standard
record two-hands trigger-release half
record held-bone stretch half
record interview disc fine
"$build/tests/determinism/format_1_writer" "$here/two-hands.tactus" "$here/two-hands-format-1.tactus"
ls -l "$here"/*.tactus
