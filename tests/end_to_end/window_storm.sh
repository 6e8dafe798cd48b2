#!/bin/sh
# A window that is dragged through every size, unmapped, mapped and moved while the client is stroked, under Xvfb with
# real X events: no validation message, and afterwards no frame that takes long.
#   window_storm.sh TACTUS OUTPUT_FOLDER
set -eu
tactus=$1
out=$2
rm -rf "$out"
mkdir -p "$out/data"
log="$out/stdout.txt"

fail() {
    echo "FAILED: $1" >&2
    cat "$log" "$out/stderr.txt" >&2 || true
    exit 1
}

server=""
program=""
cleanup() {
    [ -z "$program" ] || kill "$program" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
}
trap cleanup EXIT

Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$out/display" 2>"$out/xvfb.txt" &
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

env ${TACTUS_PRELOAD:+"LD_PRELOAD=$TACTUS_PRELOAD"} "$tactus" --validation --data "$out/data" --size 1280x720 --tier low \
    --setting half --frames 360 --stats "$out/stats.json" >"$log" 2>"$out/stderr.txt" &
program=$!
waited=0
until window=$(xdotool search --onlyvisible --name '^Tactus$' 2>/dev/null) && [ -n "$window" ]; do
    kill -0 "$program" 2>/dev/null || fail "tactus ended before its window opened"
    [ $waited -lt 120 ] || fail "no window"
    waited=$((waited + 1))
    sleep 0.5
done
sleep 2

# Sizes that no two frames share, down to the least and beyond it, then gone and back again.
for turn in 1 2 3; do
    for k in 0 1 2 3 4 5 6 7 8 9 10 11; do
        xdotool windowsize "$window" $((640 + 53 * k * turn)) $((360 + 29 * k * turn)) || fail "the window is gone"
        sleep 0.04
    done
    xdotool windowsize "$window" 100 60
    xdotool windowunmap "$window"
    sleep 0.3
    xdotool windowmap "$window"
    xdotool windowmove "$window" $((40 * turn)) $((30 * turn))
done
xdotool windowsize "$window" 1280 720

waited=0
while kill -0 "$program" 2>/dev/null; do
    [ $waited -lt 240 ] || fail "tactus did not end"
    waited=$((waited + 1))
    sleep 0.5
done
code=0
wait "$program" || code=$?
program=""
[ $code -eq 0 ] || fail "tactus ended with code $code"
grep -q '^validation messages: 0$' "$log" || fail "the validation layer spoke"
worst=$(sed -n 's/.*"frame_ms_worst_later": \([0-9.]*\).*/\1/p' "$out/stats.json")
awk -v worst="$worst" 'BEGIN { exit !(worst > 0 && worst < 250) }' || fail "a frame took $worst ms after the storm"
echo "worst frame after the storm: $worst ms"
