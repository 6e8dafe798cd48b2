#!/bin/sh
# An instructor makes a drill with the mouse: a new one, its first step over a point of the client, a second point, a band
# of force dragged along its axis, the client changed for it; it is saved, tried out and left for the editor, and frozen. The files say what was done;
# a program that is killed meanwhile loses nothing.
#   drill_editor.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/person.sh"

# drag X1 Y1 X2 Y2
drag() {
    xdotool mousemove "$1" "$2"
    sleep 0.4
    xdotool mousedown 1
    sleep 0.4
    xdotool mousemove "$3" "$4"
    sleep 0.4
    xdotool mouseup 1
    sleep 0.6
}

# await COMMAND...: until it succeeds.
await() {
    waited=0
    until "$@" >/dev/null 2>&1; do
        [ $waited -lt 60 ] || fail "in vain: $*"
        waited=$((waited + 1))
        sleep 0.5
    done
}

# press_until X Y COMMAND...: presses there, again as long as nothing comes of it: the client may not lie there yet.
press_until() {
    x=$1
    y=$2
    shift 2
    presses=0
    until "$@" >/dev/null 2>&1; do
        [ $presses -lt 40 ] || fail "in vain: $*"
        presses=$((presses + 1))
        click "$x" "$y"
        sleep 1.5
    done
}

draft="$out/data/drills/drafts/new-drill.toml"
saved="$out/data/drills/new-drill.toml"

start_screen
start_program --setting half --mode instructor
picture 1-instructor
xdotool key Return # the drill editor
sleep 1
picture 2-empty
xdotool key Return # begin a new drill
wait_for '^edit: new-drill$' 30
sleep 2
press_until 991 131 grep -q 'trigger_point = "LS1 right"' "$draft" # where the levator's point of Mr. Adler lies
click 150 355 # a step more: a point
click 900 300
await sh -c "[ \$(grep -c '^place = ' '$draft') -eq 1 ]"
picture 3-two-points
# A kill costs nothing: the draft comes back.
kill -9 "$program"
wait "$program" 2>/dev/null || true
start_program --setting half --mode instructor
xdotool key Return
sleep 1
picture 4-draft
xdotool key Return
wait_for '^edit: new-drill$' 30
sleep 2
click 230 355 # a third step, of beats
click 80 79 # and undone
click 146 393 # the force
drag 429 507 460 507 # its upper end, from 24 N
await grep -q '^force_n = \[14, 3[345]\]$' "$draft"
picture 5-band
# The client becomes the drill's own, and bears less; the draft has both.
click 195 110 # Client
click 130 151 # Told
press_until 150 320 grep -q '^own client: adler-' "$log"
await grep -q '^\[own_client\]$' "$draft"
picture 6-own-client
click 374 151 # Body
click 293 195 # bears pressure: less
await grep -q '^ppt_factor = 0.95$' "$draft"
picture 7-body
own=$(sed -n 's/^own client: //p' "$log")
click 420 664 # save
wait_for '^saved: ' 20
"$tactus_sim" validate "$saved" || fail "what was saved is not a sound drill"
click 540 664 # try it
wait_for "^run: new-drill, $own\$" 60
sleep 4
xdotool key Escape
sleep 1
click 640 504 # to the editor
sleep 1
click 310 664 # freeze
wait_for '^frozen: ' 20
picture 8-frozen
hash=$(sed -n 's/^frozen: //p' "$log")
"$tactus_sim" validate "$out/data/frozen/$hash/drill.toml" || fail "what is frozen is not a sound drill"
grep -q "^id = \"$own\"\$" "$out/data/frozen/$hash/client-1.toml" || fail "the frozen drill does not hold its own client"
grep -q '^ppt_factor = 0.95$' "$out/data/frozen/$hash/client-1.toml" || fail "the frozen client is not the changed one"
xdotool key Escape
sleep 1
xdotool key Escape
sleep 1
quit_from_card
echo "pictures in $out"
