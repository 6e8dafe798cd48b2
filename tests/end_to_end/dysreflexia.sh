#!/bin/sh
# Below a cord injury nothing is felt, and a hard thumb there raises the blood pressure: the head pounds, the face is hot.
# The student has the hand away, sits the client up within fifteen seconds, loosens what is tight and calls; the fit
# passes, and the recording has no critical fail in it.
#   dysreflexia.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/person.sh"

say() { # one line of the list of what can be said and done
    xdotool key y
    sleep 0.8
    [ -z "${2:-}" ] || picture "$2"
    xdotool key "$1"
    sleep 0.8
}

start_screen
start_program --setting half --mode drill --drill no-feeling-below --client lopez
wait_for '^client shown$' 300
wait_for '^talk: no-feeling-below, lopez$' 120 space
sleep 3
click 347 384 # further questions
xdotool key Next
sleep 2
click 300 512 # where is feeling reduced
click 300 596 # dysreflexia
picture 0-talk
click 306 662 # feel it first
picture 1-preparation
click 1084 644 # begin
wait_for '^run: ' 120
sleep 4
xdotool key 2 # the thumb
xdotool mousemove 700 420 mousedown 1
sleep 6
picture 2-pressing
wait_for '^client: My head is pounding' 120
began=$(date +%s)
xdotool mouseup 1
say 5 3-what-to-do # sit up
took=$(($(date +%s) - began))
picture 4-sat-up
say 4 # loosen
say 2 # call
sleep 12
picture 5-after
xdotool key Escape
sleep 2
click 640 400 # end and score
wait_for '^score: ' 120
sleep 1
picture 6-result
xdotool key y
sleep 1
picture 7-why
xdotool key Escape
sleep 1
quit_from_card
verify inferred
attempt=$("$tactus_sim" records list --data "$out/data" | tail -n 1 | cut -d ' ' -f 1)
"$tactus_sim" records show "$attempt" --data "$out/data" >"$out/result.json"
[ "$took" -lt 15 ] || fail "sat up after $took s"
grep -q '"critical": *\[\]' "$out/result.json" || fail "the fit was handled, and still something is critical"
echo "sat up after $took s; pictures in $out"
