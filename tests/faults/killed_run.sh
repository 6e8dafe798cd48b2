#!/bin/sh
# A run that is killed (kill -9), taken up where it was, killed again, and then kept as practice; a damaged one that is set
# aside with a sentence. What was done before the first kill is in the recording bit for bit, or it would not verify.
#   killed_run.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/run.sh"

kill_program() {
    kill -9 "$program"
    wait "$program" 2>/dev/null || true
    program=""
    sleep 0.5
}

start_screen
begin_run --profile Ana
until_put_down
kill_program
spool=$(ls "$out"/data/running/*.spool)

start_program --setting half
wait_for '^interrupted: ' 200
sleep 2
picture 1-interrupted
xdotool key Return # go on where it was
wait_for '^caught up' 200
sleep 1
picture 2-paused
xdotool key Return
lay_hand
until_put_down
kill_program
before=$(sed -n 's/^interrupted: .*, \([0-9.]*\) s$/\1/p' "$log")

printf 'TACTUSPOOL 1\r\nand then nothing' >"$out/data/running/1-1.spool"
start_program --setting half
wait_for '^interrupted: ' 200
grep -q 'cannot be taken up' "$errors" || fail "nothing was said of the damaged run"
[ -f "$out/data/running/1-1.spool.aside" ] || fail "the damaged run is not set aside"
kept=$(sed -n 's/^interrupted: .*, \([0-9.]*\) s$/\1/p' "$log")
awk -v a="$before" -v b="$kept" 'BEGIN { exit !(b >= a + 1) }' || fail "$kept s were kept after $before s"
sleep 2
xdotool key Tab Return # keep it as practice
wait_for '^score: ' 200
picture 3-result
[ ! -e "$spool" ] || fail "the run is saved and yet still there as interrupted"
close_window
practice interrupted
echo "$before s, then $kept s kept; $(grep '^score: ' "$log"); pictures in $out"
