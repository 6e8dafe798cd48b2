# What the tests of faults share: a run of ten seconds to have them in. Sourced after the arguments are set.
here=$(dirname "$0")
. "$here/../end_to_end/person.sh"

# begin_run FLAGS...: the program, its brief, and a hand on the sacrum.
begin_run() {
    start_program --setting half --drill "$here/short_hold.toml" "$@"
    wait_for '^run: ' 240 space
    lay_hand
}

# The hand on the sacrum, wherever the window's size puts it.
lay_hand() {
    eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT)=')"
    xdotool mousemove $((WIDTH * 593 / 1280)) $((HEIGHT * 471 / 720)) mousedown 1
}

# until_put_down: two more seconds of the run lie on the disk, half a kilobyte or more each.
until_put_down() {
    until [ "$(spooled)" -gt 0 ]; do
        sleep 0.1
    done
    before_bytes=$(spooled)
    waited=0
    until [ "$(spooled)" -gt $((before_bytes + 1300)) ]; do
        [ $waited -lt 1000 ] || fail "the run is not put down while it goes on"
        waited=$((waited + 1))
        sleep 0.1
    done
}

# Bytes of the run that is put down; its start alone in the first moments.
spooled() {
    cat "$out"/data/running/*.spool 2>/dev/null | wc -c
}

# practice WHY: the attempt is practice for that reason ("" = it is graded), and its recording verifies.
practice() {
    verify inferred
    "$tactus_sim" records list --data "$out/data" --json >"$out/attempts.json"
    grep -q "\"practice\": *\"$1\"" "$out/attempts.json" || fail "the attempt does not say '$1'"
}

# The end of the program, however its window is shown.
close_window() {
    xdotool mouseup 1
    xdotool key --window "$window" Escape 2>/dev/null || true
    quit_from_card
}
