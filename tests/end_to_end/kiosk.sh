#!/bin/sh
# A kiosk under Xvfb with openbox, as systemd would start it: a visit by mouse from attract to attract, nothing kept but
# a count, no way out by keys or the window manager; then the thread that draws is blocked on purpose, and the watchdog
# and the health page tell.
#   kiosk.sh TACTUS OUTPUT_FOLDER
set -eu
tactus=$1
out=$2
here=$(dirname "$0")
. "$here/person.sh"
port=$((20000 + $$ % 20000))

# phase_is PHASE SECONDS: by the health page.
phase_is() {
    waited=0
    until curl -s "http://127.0.0.1:$port/healthz" | grep -q "\"phase\": \"$1\""; do
        kill -0 "$program" 2>/dev/null || fail "tactus ended while waiting for $1"
        [ $waited -lt $((4 * $2)) ] || fail "no $1 within $2 s"
        waited=$((waited + 1))
        sleep 0.25
    done
}

watchdogs() { grep -o 'WATCHDOG=1' "$out/notify.txt" | wc -l; }

settings() { # BLOCK: a kiosk that hurries
    printf 'language = "de"\nidle_s = 2\ncountdown_s = 2\nscene_s = 4\nhealth_port = %s\n' "$port" >"$out/data/kiosk.toml"
    echo 2468 | "$tactus" --kiosk-pin --data "$out/data" >"$out/pin.txt"
}

start_screen
openbox >"$out/openbox.txt" 2>&1 &
others="$others $!"
NOTIFY_SOCKET="$out/notify.sock"
export NOTIFY_SOCKET
: >"$out/notify.txt"
socat -u "UNIX-RECV:$NOTIFY_SOCKET" "OPEN:$out/notify.txt,append" 2>"$out/socat.txt" &
others="$others $!"
sleep 0.5
settings
grep -q 'argon2id' "$out/data/kiosk.toml" || fail "the PIN was not hashed"

# A visit.
start_program --mode kiosk --tier low --setting half --mute --drill "$here/short_kiosk.toml"
wait_for '^kiosk: ready' 120
grep -q 'READY=1' "$out/notify.txt" || fail "systemd was not told that the kiosk is ready"
phase_is attract 20
"$tactus" --mode kiosk --health --data "$out/data" >"$out/health.json" || fail "the kiosk is not healthy"
grep -q '"ok": true' "$out/health.json" || fail "health: $(cat "$out/health.json")"
xdotool key F12 key F11 key F1 key question key Escape key alt+F4 key ctrl+q
sleep 1
phase_is attract 20
xdotool mousemove 700 400 click 1
wait_for '^run: short_kiosk' 120
phase_is demo 10
# A hand that goes up and down the back until there is a score: one that rests is soon taken for gone.
xdotool mousemove 640 420 mousedown 1
strokes=0
until grep -q '^score: ' "$log"; do
    [ $strokes -lt 40 ] || fail "no score after $strokes strokes"
    strokes=$((strokes + 1))
    for y in 400 360 320 280 240 280 320 360; do
        xdotool mousemove 660 $y
        sleep 0.3
    done
done
xdotool mouseup 1
phase_is score 10
phase_is attract 30 # nobody is there any more
grep -q 'picture: ' "$log" && fail "F12 wrote a picture"
find "$out/data" -type f -size +0 | grep -v -e '/kiosk.toml$' -e '/kiosk-visits.csv$' >"$out/kept.txt" &&
    fail "something of the visitor was kept: $(cat "$out/kept.txt")"
grep -q ',1,1$' "$out/data/kiosk-visits.csv" || fail "the visit was not counted"

# Staff: four taps, the PIN, and the last of its buttons but one ends the kiosk with the code that systemd heeds.
for tap in 1 2 3 4; do
    xdotool mousemove 40 40 click 1
    sleep 0.3
done
phase_is staff 10
xdotool type --delay 150 2468
xdotool key Return
sleep 1
xdotool mousemove 860 446 click 1
waited=0
while kill -0 "$program" 2>/dev/null; do
    [ $waited -lt 60 ] || fail "staff could not end the kiosk"
    waited=$((waited + 1))
    sleep 0.5
done
code=0
wait "$program" || code=$?
program=""
[ $code -eq 4 ] || fail "staff ended the kiosk with code $code"
grep -q 'STOPPING=1' "$out/notify.txt" || fail "systemd was not told that the kiosk ends"

# A screen that stands. The process lives on and its page answers; the watchdog is not fed any more.
: >"$out/notify.txt"
start_program --mode kiosk --tier low --setting half --mute --block-at 6
wait_for '^kiosk: drawing stands still' 120
fed=$(watchdogs)
[ "$fed" -gt 2 ] || fail "the watchdog was fed $fed times while pictures came"
sleep 11
[ "$(watchdogs)" -eq "$fed" ] || fail "the watchdog was fed while the screen stood"
[ "$(curl -s -o "$out/stands.json" -w '%{http_code}' "http://127.0.0.1:$port/healthz")" = 503 ] ||
    fail "the health page does not tell that the screen stands"
if "$tactus" --mode kiosk --health --data "$out/data" >"$out/stands.json"; then
    fail "--health does not tell that the screen stands"
fi
echo "watchdog fed $fed times, then not for 11 s: $(cat "$out/stands.json")"
