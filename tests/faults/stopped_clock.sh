#!/bin/sh
# The wall clock jumps a day on and two back in the middle of a run, which takes no notice; then the program is stopped
# for some seconds (SIGSTOP): it stands paused where it stood, says so, and the run is practice.
#   stopped_clock.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/run.sh"
library=$(find /usr/lib -name libfaketimeMT.so.1 2>/dev/null | head -n 1)
[ -n "$library" ] || {
    echo "skipped: faketime is not installed"
    exit 77
}

start_screen
echo '+0' >"$out/clock"
FAKETIME_TIMESTAMP_FILE="$out/clock" FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1
export FAKETIME_TIMESTAMP_FILE FAKETIME_NO_CACHE FAKETIME_DONT_FAKE_MONOTONIC
TACTUS_PRELOAD="${TACTUS_PRELOAD:+$TACTUS_PRELOAD:}$library"
begin_run
until_put_down
echo '+1d' >"$out/clock"
sleep 1
echo '-1d' >"$out/clock"
sleep 1
! grep -q '^score: ' "$log" || fail "the run was over too soon"
! grep -q '^paused: ' "$log" || fail "the run took notice of the wall clock"
kill -STOP "$program"
sleep 5
kill -CONT "$program"
wait_for '^paused: the computer stood still for [45]' 200
sleep 1
picture 1-paused
xdotool key Escape # on
lay_hand
wait_for '^score: ' 200
picture 2-result
close_window
practice interrupted
length=$(sed -n 's/.*"duration_s": *\([0-9.]*\).*/\1/p' "$out/attempts.json" | head -n 1)
awk -v s="$length" 'BEGIN { exit !(s > 9.9 && s < 10.2) }' || fail "a run of 10 s has $length s"
echo "$(grep '^paused: ' "$log"); $(grep '^score: ' "$log"); pictures in $out"
