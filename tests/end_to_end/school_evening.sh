#!/bin/sh
# A station and its school, both as they are used: a run done with the mouse is on the wall while it goes on and at the
# school afterwards, though nobody pushes it; with the server down the program goes on and the run waits; when the server
# is back, it arrives, once. Nothing but the program, the server and a person's gestures.
#   school_evening.sh TACTUS TACTUS_SIM TACTUS_SERVER DRILL.toml OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
tactus_server=$3
drill=$4
out=$5
. "$(dirname "$0")/person.sh"
. "$(dirname "$0")/school_server.sh"
command -v curl >/dev/null || { echo "curl is missing: see engine/install_packages.sh tests" >&2; exit 77; }

# school_has COUNT SECONDS: so many attempts are at the school, by then.
school_has() {
    waited=0
    until [ "$(school_says 'select count(*) from attempt')" = "$1" ]; do
        [ $waited -lt $((4 * $2)) ] || fail "the school does not have $1 attempts after $2 s"
        waited=$((waited + 1))
        sleep 0.25
    done
}

# line_says WORDS SECONDS: the newest word of the program about its school.
line_says() {
    waited=0
    until grep '^school: ' "$log" | tail -n 1 | grep -q "$1"; do
        kill -0 "$program" 2>/dev/null || fail "tactus ended"
        [ $waited -lt $((4 * $2)) ] || fail "the program does not say '$1' of its school after $2 s"
        waited=$((waited + 1))
        sleep 0.25
    done
}

# strokes SECONDS: up the back and down again.
strokes() {
    awk -v seconds="$1" 'BEGIN {
        for (k = 0; k < seconds * 20; k++) {
            s = k % 50 / 25; if (s > 1) s = 2 - s
            printf "mousemove %d %d\nsleep 0.05\n", 593 + 75 * s, 471 - 225 * s
        }
    }' | xdotool -
}

# show_school NAME [WORDS]: a picture of the page, once the program has said WORDS of its school; from the home screen.
# A machine that draws a picture a second may miss a click, which a person would give again.
show_school() {
    for attempt in 1 2 3 4 5 6; do
        xdotool key Escape # home, from wherever a late click has led
        sleep $((attempt + 1))
        click 150 508 # settings; on their page there is nothing
        sleep "$attempt"
        click 340 393 # school
        sleep "$attempt"
        [ -n "${2:-}" ] || break
        ! grep '^school: ' "$log" | tail -n 1 | grep -q "$2" || break
    done
    [ -z "${2:-}" ] || line_says "$2" 30
    picture "$1"
    xdotool key Escape
    sleep 2
}

start_database
start_server
log_in
start_screen

# No school: the page says how one is set up, and says so of the one that is, without a new start.
start_program --setting half --profile 'Ana Cruz'
wait_for '^student: Ana Cruz$' 240
skip_welcome
sleep 2
show_school 1-no-school
! grep -q '^school: ' "$log" || fail "the program speaks of a school that is not set up"
"$tactus_sim" records push --data "$out/data" --server "$address" --token "$token" >/dev/null
show_school 2-connected 'connected, 0 waiting'
# A client whose model is being made is waited for.
xdotool key shift+Tab
sleep 1
xdotool key Return
await_end 240

start_program --setting half --profile 'Ana Cruz' --drill "$drill"
line_says 'connected, 0 waiting' 60
wait_for '^run: ' 240 space
xdotool mousemove 593 471
sleep 4
xdotool click 4 click 4 mousedown 1
waited=0
until wall >"$out/wall-early.json" && grep -q '"drill": *"Short strokes"' "$out/wall-early.json"; do
    [ $waited -lt 60 ] || fail "the wall does not show the drill"
    waited=$((waited + 1))
    strokes 1
done
picture 3-stroking
strokes 2
wall >"$out/wall-later.json"
xdotool mouseup 1
for at in early later; do
    grep -q '"student": *"Ana Cruz"' "$out/wall-$at.json" || fail "the wall does not show who strokes"
    age=$(sed -n 's/.*"age_s" *: *\([0-9.]*\).*/\1/p' "$out/wall-$at.json")
    awk -v age="$age" 'BEGIN { exit !(age >= 0 && age <= 2) }' || fail "the wall lags by $age s"
    echo "the wall was $age s old"
done
[ "$(school_says 'select count(*) from attempt')" -eq 0 ] || fail "something was pushed during a run"
wait_for '^score: ' 120
school_has 1 20
line_says 'connected, 0 waiting' 20
sleep 1
wall | grep -q '"state": *"done: ' || fail "the wall does not show that the run is done"

# The server goes down; the next run is done, kept, and waits.
stop_server
line_says 'offline' 30
runs=$(grep -c '^run: ' "$log")
xdotool key r
waited=0
until [ "$(grep -c '^run: ' "$log")" -gt "$runs" ]; do
    [ $waited -lt 120 ] || fail "no second run began"
    waited=$((waited + 1))
    sleep 0.5
done
xdotool mousemove 593 471
sleep 4
xdotool mousedown 1
strokes 5
xdotool mouseup 1
waited=0
until [ "$(grep -c '^score: ' "$log")" -eq 2 ]; do
    [ $waited -lt 240 ] || fail "the second run did not end"
    waited=$((waited + 1))
    sleep 0.5
done
line_says 'offline, 1 waiting' 30
sleep 1
xdotool key Escape
sleep 1.5
show_school 4-offline 'offline, 1 waiting'
"$tactus_sim" records school --data "$out/data" | grep -q '^1 attempts' || fail "the run does not wait in the records"

# It comes back, and nobody does anything.
start_server
line_says 'connected, 0 waiting' 90 # it looks again once a minute
school_has 2 10
show_school 5-back 'connected, 0 waiting'
quit_from_card
[ "$(school_says 'select count(distinct digest) from attempt')" -eq 2 ] || fail "something arrived twice"
[ "$(school_says 'select count(*) from flag')" -eq 0 ] || fail "something was flagged"
verify inferred
echo "2 runs at the school; $(grep -c '^school: ' "$log") words of it; pictures in $out"
