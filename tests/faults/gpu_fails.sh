#!/bin/sh
# A run in the middle of which the graphics memory is full, then the GPU lost, then lost again, for good in this process,
# and once more in the one that takes its place: the picture gets simpler, is made anew, comes back in a new process
# within five seconds, is made anew there too; and the run is done to its end and verifies.
#   gpu_fails.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/run.sh"

start_screen
VK_LAYER_PATH="$TACTUS_FAULT_LAYERS:${VK_LAYER_PATH:-/usr/share/vulkan/explicit_layer.d}"
VK_INSTANCE_LAYERS=VK_LAYER_TACTUS_fault
TACTUS_FAULT="memory:1 submit:40 acquire:40/present:4"
TACTUS_FAULT_ARMED="$out/armed"
export VK_LAYER_PATH VK_INSTANCE_LAYERS TACTUS_FAULT TACTUS_FAULT_ARMED
begin_run --tier medium
until_put_down
touch "$TACTUS_FAULT_ARMED"
xdotool windowsize "$window" 640 360 # new images: memory is asked for
wait_for '^gpu: made anew in [0-9]* ms, simpler' 200
lay_hand
wait_for '^gpu: made anew in [0-9]* ms, as before' 200
wait_for '^gpu: lost for this process' 200
lost_at=$(date +%s%N)
until window=$(xdotool search --onlyvisible --name '^Tactus$' 2>/dev/null) && [ -n "$window" ]; do
    sleep 0.1
done
away_ms=$((($(date +%s%N) - lost_at) / 1000000))
[ $away_ms -lt 5000 ] || fail "the window came back after $away_ms ms"
wait_for '^interrupted: ' 200
wait_for '^caught up' 200
xdotool windowfocus --sync "$window" key Return # go on
[ "$(grep -c '^gpu: made anew' "$log")" -eq 3 ] || fail "the new process did not lose its GPU, or did not mend it"
lay_hand
wait_for '^score: ' 200
picture result
close_window
practice interrupted
echo "$(grep '^gpu: ' "$log" | tr '\n' ';') back after $away_ms ms; $(grep '^score: ' "$log")"
