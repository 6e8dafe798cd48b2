#!/bin/sh
# A whole drill as a person does it: home screen, keys to the effleurage drill, sixty seconds of strokes with the
# mouse, the result card, and out again. Under Xvfb with real X events.
#   effleurage_drill.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/person.sh"
start_screen
start_program
skip_welcome
sleep 3
picture 1-home

# Home: Drills is chosen. Drills: the second one, then Continue. Brief: Space starts as soon as the client lies there.
xdotool key Return
sleep 2
xdotool mousemove 280 237 click 1
sleep 1
picture 2-drills
xdotool mousemove 1060 628 click 1
wait_for '^run: effleurage' 240 space

# One stroke up the back from the sacrum to the shoulder, half a hand beside the spine, and a light way back. The second
# hand mirrors the first. The polynomials give an even pace along the skin in the perspective of the main camera.
stroke() { # $1: notches of the wheel between the light and the loaded hand
    awk -v notches="$1" '
        function go(s) { printf "mousemove %d %d\nsleep 0.03\n", 593 + 128 * s - 24 * s * s, 471 - 356 * s + 106 * s * s }
        BEGIN {
            for (i = 0; i < notches; i++) print "click 4"
            for (i = 0; i <= 100; i++) go(i / 100)
            for (i = 0; i < notches; i++) print "click 5"
            for (i = 100; i >= 0; i--) go(i / 100)
        }' | xdotool -
}

xdotool mousemove 593 471
sleep 3.5
xdotool click 5 click 5 click 5 click 5 mousedown 1
number=0
while ! grep -q '^score: ' "$log"; do
    kill -0 "$program" 2>/dev/null || fail "tactus ended during the drill"
    [ $number -lt 120 ] || fail "the drill did not end"
    if [ $number -ge 3 ] && [ $number -le 5 ]; then
        stroke 12
    else
        stroke 4
    fi
    number=$((number + 1))
    [ $number -ne 3 ] || picture 3-stroking
done
xdotool mouseup 1
sleep 1
picture 4-result

# Watch a moment of it again, come back to the card, go home, and quit from there.
xdotool key w
wait_for '^replay: effleurage' 120
sleep 8
picture 5-replay
xdotool key Escape
sleep 2
quit_from_card
verify inferred
echo "$(grep '^score: ' "$log") after $number strokes; pictures in $out"
