#!/bin/sh
# A whole drill as a person does it: home screen, keys to the effleurage drill, sixty seconds of strokes with the
# mouse, the result card, and out again. Under Xvfb with real X events.
#   effleurage_drill.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
rm -rf "$out"
mkdir -p "$out/data"
log="$out/stdout.txt"
errors="$out/stderr.txt"

fail() {
    echo "FAILED: $1" >&2
    echo "--- what tactus printed:" >&2
    cat "$log" "$errors" >&2 || true
    exit 1
}

server=""
program=""
cleanup() {
    [ -z "$program" ] || kill "$program" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
}
trap cleanup EXIT

Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>"$out/display" 2>"$out/xvfb.txt" &
server=$!
waited=0
until [ -s "$out/display" ]; do
    [ $waited -lt 100 ] || fail "Xvfb did not start"
    waited=$((waited + 1))
    sleep 0.1
done
DISPLAY=":$(cat "$out/display")"
export DISPLAY
unset WAYLAND_DISPLAY

env ${TACTUS_PRELOAD:+"LD_PRELOAD=$TACTUS_PRELOAD"} \
    "$tactus" --validation --data "$out/data" --size 1280x720 >"$log" 2>"$errors" &
program=$!

# wait_for TEXT SECONDS [KEY]: until the program prints TEXT; presses KEY every second meanwhile.
wait_for() {
    waited=0
    until grep -q "$1" "$log"; do
        kill -0 "$program" 2>/dev/null || fail "tactus ended while waiting for '$1'"
        [ $waited -lt "$2" ] || fail "nothing printed '$1' within $2 s"
        [ -z "${3:-}" ] || xdotool key "$3"
        waited=$((waited + 1))
        sleep 1
    done
}

picture() { # F12 saves what is on the screen
    count=$(grep -c '^picture: ' "$log" || true)
    xdotool key F12
    waited=0
    until [ "$(grep -c '^picture: ' "$log" || true)" -gt "$count" ]; do
        [ $waited -lt 60 ] || fail "no picture was saved"
        waited=$((waited + 1))
        sleep 0.5
    done
    cp "$(sed -n 's/^picture: //p' "$log" | tail -n 1)" "$out/$1.png"
}

waited=0
until window=$(xdotool search --onlyvisible --name '^Tactus$' 2>/dev/null) && [ -n "$window" ]; do
    kill -0 "$program" 2>/dev/null || fail "tactus ended before its window opened"
    [ $waited -lt 120 ] || fail "no window"
    waited=$((waited + 1))
    sleep 0.5
done
xdotool windowfocus --sync "$window"
sleep 3
picture 1-home

# Home: Drills is chosen. Drills: the first one is. Brief: Space starts as soon as the client lies there.
xdotool key Return
sleep 2
picture 2-drills
xdotool key Return
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
sleep 4
picture 5-replay
xdotool key Escape
sleep 2
xdotool key Escape
sleep 2
xdotool key shift+Tab
sleep 1
xdotool key Return
waited=0
while kill -0 "$program" 2>/dev/null; do
    [ $waited -lt 60 ] || fail "tactus did not quit"
    waited=$((waited + 1))
    sleep 0.5
done
code=0
wait "$program" || code=$?
program=""
[ $code -eq 0 ] || fail "tactus ended with code $code"
grep -q '^validation messages: 0$' "$log" || fail "the validation layer spoke"

recording=$(sed -n 's/^recording: //p' "$log" | tail -n 1)
[ -f "$recording" ] || fail "no recording"
"$tactus_sim" replay "$recording" --verify || fail "the recording does not verify"
echo "$(grep '^score: ' "$log") after $number strokes; pictures in $out"
