#!/bin/sh
# A window that is dragged through every size, unmapped, mapped and moved while the client is stroked, under Xvfb with
# real X events: no validation message, and afterwards no frame that takes long.
#   window_storm.sh TACTUS OUTPUT_FOLDER
set -eu
tactus=$1
out=$2
. "$(dirname "$0")/person.sh"
start_screen 1920x1080
start_program --tier low --setting half --frames 360 --stats "$out/stats.json"
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

await_end 120
worst=$(sed -n 's/.*"frame_ms_worst_later": \([0-9.]*\).*/\1/p' "$out/stats.json")
awk -v worst="$worst" 'BEGIN { exit !(worst > 0 && worst < 250) }' || fail "a frame took $worst ms after the storm"
echo "worst frame after the storm: $worst ms"
