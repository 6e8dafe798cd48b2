#!/bin/sh
# A film of a recording has the same pictures every time it is made, and its hands move. Needs no display.
#   film_twice.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
rm -rf "$out"
mkdir -p "$out/data"
unset DISPLAY WAYLAND_DISPLAY

fail() {
    echo "FAILED: $1" >&2
    exit 1
}

# Two seconds with both palms: pressed first, then on the way up.
sed 's/^duration_s = 16$/duration_s = 2/' "$(dirname "$0")/short_drill.toml" >"$out/drill.toml"
awk 'BEGIN {
    print "t,hand,tool,u,v,force"
    for (t = 0; t <= 2.001; t += 0.05) {
        v = 0.9 - (t > 0.3 ? 0.2 * (t - 0.3) : 0)
        printf "%.2f,left,palm,-0.3,%.4f,20\n%.2f,right,palm,0.3,%.4f,20\n", t, v, t, v
    }
}' >"$out/strokes.csv"
"$tactus_sim" run --drill "$out/drill.toml" --strokes "$out/strokes.csv" --setting half --record "$out/run.tactus" >"$out/run.txt"
for film in first second; do
    env ${TACTUS_PRELOAD:+"LD_PRELOAD=$TACTUS_PRELOAD"} "$tactus" --play "$out/run.tactus" --frames 24 --frames-to "$out/$film" \
        --size 640x360 --tier low --data "$out/data" >"$out/$film.txt" 2>&1 || fail "$(cat "$out/$film.txt")"
done
pictures=$(find "$out/first" -name 'frame-*.png' | wc -l)
[ "$pictures" -eq 24 ] || fail "$pictures pictures of 24"
diff -r "$out/first" "$out/second" >"$out/differ.txt" || fail "$(cat "$out/differ.txt")"
! cmp -s "$out/first/frame-00012.png" "$out/first/frame-00024.png" || fail "nothing moves"
echo "24 pictures, twice the same, in $out"
