#!/bin/sh
# Hives under a product that the client does not bear: almond oil is stroked on someone allergic to nuts and left there,
# by a file of strokes that is recorded, then watched in the window. Nothing is to be seen before the skin has had the
# oil for 300 s; then it itches, she says so, and the weals come up where the oil lies.
#   weal.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/person.sh"
# A drill of seven minutes: the oil is spread for half of one, then it lies.
sed -e 's/^duration_s = 16$/duration_s = 420/' -e 's/^client = "adler"$/client = "haddad"/' \
    "$(dirname "$0")/short_drill.toml" >"$out/drill.toml"
awk 'BEGIN {
    pi = 3.14159265
    print "t,hand,tool,u,v,force,angle,tilt,grip,oil,hold,event"
    print "0.05,,,,,,,,,,,product oil Prunus Amygdalus Dulcis Oil;Tocopherol"
    for (t = 0.1; t <= 24; t += 0.05) {
        v = 0.55 + 0.30 * cos(2 * pi * t / 6)
        force = t < 1 ? 14 * t : t > 23 ? 14 * (24 - t) : 14
        u = t < 12 ? 0.28 : -0.28
        printf "%.2f,right,palm,%.2f,%.4f,%.2f,0,0,0,0.9,none,\n", t, u, v, force
    }
    print "400.00,,,,,,,,,,,stop"
}' >"$out/strokes.csv"
"$tactus_sim" run --drill "$out/drill.toml" --strokes "$out/strokes.csv" --setting half --record "$out/run.tactus" >"$out/run.txt"

grep -q 'Hives rose at 5:00' "$out/run.txt" || fail "no weal at five minutes"

# seek PIXEL: the replay goes there on its line, simulating what it has not shown yet.
seek() {
    click "$1" 634
    sleep 3
}

# How red the back is in a picture.
redness() {
    convert "$out/$1.png" -crop 60x80+660+280 +repage -format '%[fx:mean.r-mean.g]' info:
}

start_screen
start_program --play "$out/run.tactus"
wait_for '^replay: ' 240
sleep 4
seek 1228 # 6:36
wait_for '^client: It itches where you put that' 300
sleep 12 # the end
picture 2-weals
seek 1050 # 4:40, shown before
picture 1-oil
if command -v convert >/dev/null; then
    awk -v before="$(redness 1-oil)" -v after="$(redness 2-weals)" 'BEGIN { exit !(after > before + 0.015) }' ||
        fail "the back is as red before as after"
fi
quit_from_card
echo "$(grep '^client: ' "$log" | head -n 1) pictures in $out"
