#!/bin/sh
# A student's first evening with the mouse, from an empty data folder: the cards of the first run, a new student, the
# empty progress page and from there the first drill, ended early; the run on the progress page, the report; and the
# next start, which asks who it is and welcomes nobody again.
#   student_evening.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/person.sh"

click_rest=1.5

start_screen
start_program --setting half
sleep 3
picture 1-welcome
click 880 578
click 880 578
click 880 578
picture 2-last-card
click 695 578 # look around
wait_for '^welcome: done$' 20

click 1180 52 # who practises
click 545 340 # new student
sleep 3       # a slow machine takes keys only when the page is there
xdotool type --delay 60 'Ana Cruz'
sleep 1
picture 3-new-student
xdotool key Return
wait_for '^student: Ana Cruz$' 20
sleep 1
click 200 316 # progress
picture 4-no-progress
click 640 404 # run your first drill
wait_for '^run: first-touch' 240 space

# A stroke, and enough of it for today: pause, end and score.
sleep 5
xdotool mousemove 593 471 click 4 click 4 mousedown 1
awk 'BEGIN { for (i = 0; i <= 60; i++) printf "mousemove %d %d\nsleep 0.04\n", 593 + i, 471 - 3 * i }' | xdotool -
picture 5-stroking
xdotool mouseup 1 key Escape
sleep 1.5
click 640 400
wait_for '^score: ' 60
sleep 1
picture 6-result
xdotool key Escape
sleep 2
click 200 316
picture 7-progress
xdotool key w
wait_for '^report: ' 30
report=$(sed -n 's/^report: //p' "$log")
grep -q '<h1>Ana Cruz</h1>' "$report" || fail "the report is not hers"
grep -q 'First touch' "$report" || fail "the report does not have her run"
quit_from_card
verify inferred
"$tactus_sim" records list --data "$out/data" >"$out/records.txt"
[ "$(grep -c 'Ana Cruz$' "$out/records.txt")" -eq 1 ] || fail "the run is not hers"
! grep -q 'guest$' "$out/records.txt" || fail "a run went to the guest"

# The next evening.
start_program --setting half
sleep 3
picture 8-who-is-it
click 545 340
wait_for '^student: Ana Cruz$' 20
! grep -q '^welcome: ' "$log" || fail "the welcome came back"
quit_from_card
echo "$(cat "$out/records.txt"); pictures in $out"
