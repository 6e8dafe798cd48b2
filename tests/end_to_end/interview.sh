#!/bin/sh
# A client whose back pain is no muscle's, talked with by the mouse: the whole script and the ten questions of reflux or
# muscle, a mark on the back, a note, the right decision in the client's words; the client goes without a massage. The
# decision earns all its marks, and the recording with the whole interview in it verifies.
#   interview.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/person.sh"

ask_five() { # the rows that are shown
    for row in 428 470 512 554 596; do
        click 300 $row
    done
}

start_screen
start_program --setting half --mode drill --drill reflux-or-muscle --client nguyen
wait_for '^talk: reflux-or-muscle, nguyen$' 120 space
sleep 3
ask_five
xdotool key Next
sleep 1
ask_five
xdotool key Next
sleep 1
ask_five
xdotool key Next
sleep 1
click 300 554
click 300 596
click 234 384 # reflux or muscle
ask_five
xdotool key Next
sleep 1
ask_five
click 930 330 # where it burns
click 900 664
xdotool type --delay 40 'Client reports burning after supper and when lying flat.'
sleep 1
picture 1-talk
click 530 662 # decide
click 300 356 # to a doctor within days
picture 2-words
click 850 475 # "... does not behave like a muscle ..."
click 1034 632
picture 3-preparation
click 848 644 # end without massage
wait_for '^score: ' 120
sleep 1
picture 4-result
xdotool key y
sleep 1
picture 5-why
xdotool key Escape
sleep 1
quit_from_card
verify inferred
attempt=$("$tactus_sim" records list --data "$out/data" | tail -n 1 | cut -d ' ' -f 1)
"$tactus_sim" records show "$attempt" --data "$out/data" >"$out/result.json"
for figure in '"decision_marks": *100' '"asked_percent": *100' '"critical": *\[\]'; do
    grep -q "$figure" "$out/result.json" || fail "the result does not have $figure"
done
echo "pictures in $out"
