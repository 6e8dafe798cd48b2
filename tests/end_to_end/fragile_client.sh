#!/bin/sh
# A client whose bones break, who says that all is fine: asked once she plays it down, asked again she tells. She is laid
# on her side, which the picture shows, stroked so lightly there that nothing gives, and asked how it is.
#   fragile_client.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/person.sh"

start_screen
start_program --setting half --mode drill --drill fragile-bones --client grau
wait_for '^client shown$' 300
wait_for '^talk: fragile-bones, grau$' 120 space
sleep 5
click 300 512 # what does it feel like
click 300 596 # does it wake you
picture 1-fine
xdotool key Next
sleep 2
click 300 554 # any fall
click 300 596 # osteoporosis, steroids
picture 2-plays-it-down
click 300 554
click 300 596
picture 3-tells
xdotool key Next
sleep 2
click 300 470 # medicines
click 530 662 # decide
click 300 280 # written clearance first
click 900 425 # "... which pressure is safe for you ..."
picture 4-words
click 1034 632
sleep 2
click 215 350 # on the side
picture 5-preparation
click 1084 644 # begin
wait_for '^run: ' 240
sleep 5
xdotool mousemove 610 330 mousedown 1
for step in 1 2 3 4 5 6 7 8 9 10 11 12; do
    xdotool mousemove $((610 + 4 * step)) $((330 - 2 * step))
    sleep 0.25
done
xdotool key y
sleep 1
xdotool key 1 # ask
wait_for '^client: ' 60
picture 6-on-her-side
xdotool mouseup 1
xdotool key Escape
sleep 2
click 640 400 # end and score
wait_for '^score: ' 120
sleep 2
picture 7-result
quit_from_card
verify inferred
attempt=$("$tactus_sim" records list --data "$out/data" | tail -n 1 | cut -d ' ' -f 1)
"$tactus_sim" records show "$attempt" --data "$out/data" >"$out/result.json"
for figure in '"decision_marks": *100' '"critical": *\[\]'; do
    grep -q "$figure" "$out/result.json" || fail "the result does not have $figure"
done
echo "$(grep '^client: ' "$log" | head -n 1); pictures in $out"
