#!/bin/sh
# Work that is no stroke, with the real mouse from the first touch to the result card, the recording verified: a
# kneading, by a student who is left-handed, or a passive stretch.
#   hand_work.sh kneading|stretch TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
kind=$1
tactus=$2
tactus_sim=$3
out=$4
here=$(dirname "$0")
. "$here/person.sh"

# Circles of three centimetres on the skin under a palm that stays.
knead() {
    xdotool mousemove "$1" "$2" mousedown 1
    awk -v x="$1" -v y="$2" 'BEGIN {
        for (i = 0; i < 600; i++) printf "mousemove %d %d\nsleep 0.03\n", x + 18 * cos(i * 0.157), y + 14 * sin(i * 0.157)
    }' | xdotool -
    xdotool mouseup 1
}

# The pointer goes aside by a hand's breadth and stays: the pull grows by itself while the button is down, to the end
# of the run, however slowly that machine plays it.
stretch() {
    xdotool mousemove "$1" "$2" mousedown 1
    awk -v x="$1" -v y="$2" 'BEGIN { for (i = 0; i <= 40; i++) printf "mousemove %d %d\nsleep 0.03\n", x - 2 * i, y }' | xdotool -
    sleep 9
    picture 2-pulling
    wait_for '^score: ' 90
    xdotool mouseup 1
}

start_screen
mkdir -p "$out/data"
[ "$kind" != kneading ] || printf '[hand]\nleft_handed = true\n' >"$out/data/config.toml"
start_program --setting half --drill "$here/short_$kind.toml"
sleep 2
xdotool mousemove 640 400
wait_for '^run: ' 240 space
sleep 3.5
case "$kind" in
kneading)
    knead 585 285 &
    working=$!
    sleep 5
    picture 2-kneading
    wait $working
    asked=beats_per_s
    ;;
stretch)
    stretch 690 240
    asked=stretch_deg
    ;;
esac
wait_for '^score: ' 90
sleep 2
picture 3-result
quit_from_card
verify inferred
# That it was this work the attempt says, not the picture.
attempt=$("$tactus_sim" records list --data "$out/data" | awk 'END { print $1 }')
"$tactus_sim" records show "$attempt" --data "$out/data" >"$out/attempt.json"
! grep -q '"measure": *"technique"' "$out/attempt.json" || fail "it was not recognised as $kind"
figure=$(sed -n "s/.*\"$asked\": *\([0-9.]*\).*/\1/p" "$out/attempt.json" | head -n 1)
[ -n "$figure" ] || fail "no $asked in the result"
awk -v figure="$figure" 'BEGIN { exit !(figure > 0.2) }' || fail "$asked is $figure"
echo "$(grep '^score: ' "$log"), $asked $figure; pictures in $out"
