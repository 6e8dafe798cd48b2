#!/bin/sh
# A window that lives through all that can happen to one while the client is stroked: dragged through every size,
# minimised, unmapped and moved by a window manager, over the whole screen and back, its pictures lost. Under Xvfb with
# real X events: no validation message, and afterwards no frame that takes long. With the leak sanitizer before it (the
# test window_storm_leaks), or in a build with sanitizers, no leak either. Its open files and its memory are after the
# last turn what they were after the first.
#   window_storm.sh TACTUS LOST_SWAPCHAIN_LIBRARY OUTPUT_FOLDER
#   TACTUS_STORM_TURNS=84 TACTUS_STORM_FRAMES=6000 sh window_storm.sh ...     a thousand sizes
set -eu
tactus=$1
lost=$2
out=$3
. "$(dirname "$0")/person.sh"
start_screen 1920x1080
openbox >"$out/openbox.txt" 2>&1 &
others="$others $!"
# A window that is mapped while the manager takes over is never shown.
waited=0
until xdotool get_num_desktops >"$out/desktops.txt" 2>&1; do
    [ $waited -lt 100 ] || fail "openbox did not start"
    waited=$((waited + 1))
    sleep 0.1
done
# The sanitizer stands before all else, the thief before the Vulkan loader.
case "${TACTUS_PRELOAD:-}" in
'') TACTUS_PRELOAD=$lost ;;
*) TACTUS_PRELOAD=${TACTUS_PRELOAD%%:*}:$lost:${TACTUS_PRELOAD#*:} ;;
esac
start_program --tier low --setting half --frames "${TACTUS_STORM_FRAMES:-400}" --stats "$out/stats.json"
sleep 2

# Sizes that no two frames share, down to the least and beyond it, then gone and back again.
turns=${TACTUS_STORM_TURNS:-3}
turn=0
while [ $turn -lt "$turns" ]; do
    turn=$((turn + 1))
    part=$((1 + turn % 3))
    for k in 0 1 2 3 4 5 6 7 8 9 10 11; do
        xdotool windowsize "$window" $((640 + 53 * k * part + turn)) $((360 + 29 * k * part + turn)) ||
            fail "the window is gone"
        sleep 0.04
    done
    xdotool windowsize "$window" 1 1
    xdotool windowminimize "$window"
    sleep 0.4
    xdotool windowmap "$window" # as a click on the task bar does
    xdotool windowunmap "$window"
    sleep 0.3
    xdotool windowmap "$window"
    xdotool windowmove "$window" $((40 * part)) $((30 * part))
    # A monitor of another scale reaches the program as another number of pixels: so does the whole screen.
    xdotool key F11
    sleep 0.5
    xdotool key F11
    sleep 0.3
    files=$(find "/proc/$program/fd" -type l 2>/dev/null | wc -l)
    megabytes=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$program/status")
    [ $turn -gt 1 ] || {
        first_files=$files
        first_megabytes=$megabytes
    }
done
[ "$files" -le $((first_files + 2)) ] || fail "$first_files open files became $files"
[ "$megabytes" -le $((first_megabytes + 96)) ] || fail "$first_megabytes MB became $megabytes"
xdotool windowsize "$window" 1280 720

await_end 400
worst=$(sed -n 's/.*"frame_ms_worst_later": \([0-9.]*\).*/\1/p' "$out/stats.json")
awk -v worst="$worst" 'BEGIN { exit !(worst > 0 && worst < 250) }' || fail "a frame took $worst ms after the storm"
echo "worst frame after the storm: $worst ms; $first_files open files became $files, $first_megabytes MB $megabytes"
