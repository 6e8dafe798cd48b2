# What the end-to-end tests share: a screen of their own, the program on it, and the gestures of a person. Sourced, with
# $tactus and $out set, and $tactus_sim for verify.
rm -rf "$out"
mkdir -p "$out/data"
log="$out/stdout.txt"
errors="$out/stderr.txt"
server=""
program=""
others="" # further processes of a test, ended with it

fail() {
    echo "FAILED: $1" >&2
    echo "--- what tactus printed:" >&2
    cat "$log" "$errors" >&2 || true
    exit 1
}

cleanup() {
    for process in $program $others $server; do
        kill "$process" 2>/dev/null || true
        # A server that goes late would take the next test's screen of the same number with it.
        wait "$process" 2>/dev/null || true
    done
}
trap cleanup EXIT

# start_screen [SIZE]: the socket of a server that is only just gone can be lost to the next one, which is then begun anew.
start_screen() {
    tries=0
    until begin_server "${1:-1280x720}"; do
        tries=$((tries + 1))
        [ $tries -lt 3 ] || fail "Xvfb did not start"
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    done
    unset WAYLAND_DISPLAY
}

# begin_server SIZE: true once it lets somebody in. It must not begin anew when xdotool, its first client, leaves: who
# comes in that moment is turned away.
begin_server() {
    : >"$out/display"
    Xvfb -noreset -displayfd 3 -screen 0 "${1}x24" -nolisten tcp 3>"$out/display" 2>"$out/xvfb.txt" &
    server=$!
    waited=0
    until [ -s "$out/display" ] && DISPLAY=":$(cat "$out/display")" xdotool getdisplaygeometry >/dev/null 2>&1; do
        [ $waited -lt 100 ] || return 1
        waited=$((waited + 1))
        sleep 0.1
    done
    DISPLAY=":$(cat "$out/display")"
    export DISPLAY
}

# start_program FLAGS...: and wait for its window.
start_program() {
    env ${TACTUS_PRELOAD:+"LD_PRELOAD=$TACTUS_PRELOAD"} \
        "$tactus" --validation --data "$out/data" --size 1280x720 "$@" >"$log" 2>"$errors" &
    program=$!
    waited=0
    until window=$(xdotool search --onlyvisible --name '^Tactus$' 2>/dev/null) && [ -n "$window" ]; do
        kill -0 "$program" 2>/dev/null || fail "tactus ended before its window opened"
        [ $waited -lt 120 ] || fail "no window"
        waited=$((waited + 1))
        sleep 0.5
    done
    xdotool windowfocus --sync "$window"
}

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

# click X Y: then a rest of $click_rest seconds.
click() {
    xdotool mousemove "$1" "$2"
    sleep 0.4
    xdotool click 1
    sleep "${click_rest:-0.8}"
}

# The cards of a first run, which an empty data folder brings, are skipped as a person skips them.
skip_welcome() {
    wait_for '^welcome: ' 60 Escape
}

# F12 saves what is on the screen; pressed again when a busy program missed it, as a person would.
picture() {
    count=$(grep -c '^picture: ' "$log" || true)
    waited=0
    until [ "$(grep -c '^picture: ' "$log" || true)" -gt "$count" ]; do
        [ $waited -lt 60 ] || fail "no picture was saved"
        [ $((waited % 15)) -ne 0 ] || xdotool key F12
        waited=$((waited + 1))
        sleep 0.5
    done
    cp "$(sed -n 's/^picture: //p' "$log" | tail -n 1)" "$out/$1.png"
}

# await_end [SECONDS]: the program ends by itself, and the validation layer said nothing.
await_end() {
    waited=0
    while kill -0 "$program" 2>/dev/null; do
        [ $waited -lt $((2 * ${1:-30})) ] || fail "tactus did not quit"
        waited=$((waited + 1))
        sleep 0.5
    done
    code=0
    wait "$program" || code=$?
    program=""
    [ $code -eq 0 ] || fail "tactus ended with code $code"
    grep -q '^validation messages: 0$' "$log" || fail "the validation layer spoke"
}

# verify SOURCE: the last recording verifies by replay, is among the attempts, and says that its force came from SOURCE.
verify() {
    recording=$(sed -n 's/^recording: //p' "$log" | tail -n 1)
    [ -f "$recording" ] || fail "no recording"
    "$tactus_sim" replay "$recording" --verify || fail "the recording does not verify"
    "$tactus_sim" replay "$recording" --json >"$out/replay.json"
    "$tactus_sim" records list --data "$out/data" | grep -q "$(date -u +%Y)" || fail "the attempt does not have its day"
    grep -q "\"force_source\": *\"$1\"" "$out/replay.json" || fail "the recording does not say that its force is $1"
}

# Quit from the result card: home, the last entry of its list, Return. A machine that draws a picture a second may take
# a key later than a person would press the next one, who then tries again.
quit_from_card() {
    for attempt in 1 2 3; do
        xdotool key Escape
        sleep $((2 * attempt))
        xdotool key shift+Tab
        sleep "$attempt"
        xdotool key Return
        waited=0
        while kill -0 "$program" 2>/dev/null && [ $waited -lt 40 ]; do
            waited=$((waited + 1))
            sleep 0.5
        done
        kill -0 "$program" 2>/dev/null || break
    done
    await_end
}
