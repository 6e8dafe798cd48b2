#!/bin/sh
# A kiosk for as long as you say, with visitors who come at random and do anything: press, stroke, turn the wheel, type,
# choose languages, try the staff's door, walk away. Idle times are compressed, the demo is hurried (short_kiosk.toml).
# Prints errors, the slope of the memory after the warm-up by least squares, of its least and of its most, handles,
# threads, pictures and visits.
#   sh tests/end_to_end/kiosk_soak.sh MINUTES [TACTUS] [OUTPUT_FOLDER]
# TACTUS_SOAK_DRILL=kiosk plays the whole minute instead. Ends with 1 on an error or when the kiosk is gone.
set -eu
minutes=${1:?usage: kiosk_soak.sh MINUTES [TACTUS] [OUTPUT_FOLDER]}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
tactus=${2:-$here/../../build/release/engine/tactus}
out=${3:-$(mktemp -d)}
. "$here/person.sh"
port=$((20000 + $$ % 20000))
samples="$out/samples.txt"

start_screen
printf 'idle_s = 3\ncountdown_s = 2\nscene_s = 6\nhealth_port = %s\n' "$port" >"$out/data/kiosk.toml"
echo 2468 | "$tactus" --kiosk-pin --data "$out/data" >/dev/null
start_program --mode kiosk --tier low --setting half --mute --drill "${TACTUS_SOAK_DRILL:-$here/short_kiosk.toml}"
wait_for '^kiosk: ready' 120

# One visitor in a line of xdotool's language; what there is to do, by weight.
visitor() { # SEED
    awk -v seed="$1" 'function place() { printf "mousemove %d %d\n", 1279 * rand(), 719 * rand() }
        function rest(s) { printf "sleep %.2f\n", s * rand() }
        BEGIN {
            srand(seed)
            deeds = 2 + int(9 * rand())
            for (k = 0; k < deeds; k++) {
                what = rand()
                if (what < 0.30) { place(); print "click 1" }
                else if (what < 0.60) { # a stroke over the back
                    printf "mousemove %d %d\nmousedown 1\n", 560 + 160 * rand(), 420 + 60 * rand()
                    for (s = 0; s < 12; s++) printf "mousemove %d %d\nsleep 0.1\n", 580 + 120 * rand(), 420 - 18 * s
                    print "mouseup 1"
                }
                else if (what < 0.72) print rand() < 0.5 ? "click 4" : "click 5"
                else if (what < 0.84) {
                    split("Escape F1 F11 F12 Tab Return space h x 1 r alt+F4 ctrl+c question", keys, " ")
                    print "key " keys[1 + int(14 * rand())]
                }
                else if (what < 0.92) printf "mousemove %d 60\nclick 1\n", 760 + 480 * rand() # a language
                else if (what < 0.96) { # the staff door, and a PIN that is none
                    for (t = 0; t < 4; t++) print "mousemove 40 40\nclick 1\nsleep 0.2"
                    print "sleep 0.5\nkey 1\nkey 1\nkey 1\nkey 1\nkey Return\nsleep 0.5\nkey Escape"
                }
                else { place(); print "click 3" }
                rest(1.5)
            }
            rest(8) # gone, or only thinking
        }' | xdotool -
}

sample() {
    rss=$(awk '/^VmRSS/ { print $2 }' "/proc/$program/status")
    threads=$(awk '/^Threads/ { print $2 }' "/proc/$program/status")
    handles=$(find "/proc/$program/fd" -mindepth 1 2>/dev/null | wc -l)
    health=$(curl -s --max-time 2 "http://127.0.0.1:$port/healthz" || true)
    figure() { echo "$health" | sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p"; }
    echo "$(($(date +%s) - began)) $rss $handles $threads $(figure frames) $(figure sessions_today) $(figure fps_p5)" >>"$samples"
}

began=$(date +%s)
seed=0
while [ $(($(date +%s) - began)) -lt $((60 * minutes)) ]; do
    kill -0 "$program" 2>/dev/null || fail "the kiosk ended after $(($(date +%s) - began)) s"
    seed=$((seed + 1))
    visitor "$seed"
    sample
done

awk -v minutes="$minutes" '
    function tell(which, kb,    w, n, st, sr, stt, str, from, to) {
        for (w in kb) {
            n++; st += w; sr += kb[w]; stt += w * w; str += w * kb[w]
            if (!from || kb[w] < from) from = kb[w]
            if (kb[w] > to) to = kb[w]
        }
        slope = n > 2 ? 30 * (n * str - st * sr) / (n * stt - st * st) / 1000 : 0
        printf "memory after the first third, the %s: %.1f to %.1f MB, slope %.2f MB/h\n", which, from / 1000, to / 1000, slope
    }
    { t[NR] = $1; rss[NR] = $2; if ($3 > most) most = $3; if (!least || $3 < least) least = $3
      if ($4 > threads) threads = $4; frames = $5; visits = $6; fps[NR] = $7 }
    END {
        warm = t[NR] / 3 # bodies, hands and pools of memory are made within the first third
        # A run takes 18 MB and gives them back: what grows shows in the least and the most of each two minutes.
        for (k = 1; k <= NR; k++) if (t[k] >= warm && t[k] < t[NR] - t[NR] % 120) {
            w = int(t[k] / 120)
            if (!(w in low) || rss[k] < low[w]) low[w] = rss[k]
            if (!(w in high) || rss[k] > high[w]) high[w] = rss[k]
        }
        printf "%d s, %d samples\n", t[NR], NR
        tell("least", low)
        tell("most", high)
        printf "handles %d to %d, threads at most %d\n", least, most, threads
        printf "pictures %d, %.1f a second; visits %d\n", frames, frames / t[NR], visits
    }' "$samples"
echo "errors: $(grep -c . "$errors" || true); samples in $samples"
cat "$errors"
[ ! -s "$errors" ]
